// Checks what counts as a difference between hosts, and its order.
import { expect, test } from 'vitest';
import { exampleNow, withProtocols, withSection, withUnread } from '../../test/example-facts.ts';
import { fleetReports, healthyReport } from '../../test/sample-reports.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import { compareReports } from './compare.ts';

const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };

function judge(facts: HostFacts) {
  return evaluate(facts, { now: exampleNow });
}

test('equal hosts do not differ, one host has nothing to differ from', () => {
  expect(compareReports([healthyReport(), healthyReport()])).toEqual([]);
  expect(compareReports([healthyReport()])).toEqual([]);
  expect(compareReports([])).toEqual([]);
});

test('TLS 1.2 comes first, and says who stands out', () => {
  const differs = judge(withProtocols({ 'TLS 1.2\\Client': off, 'TLS 1.2\\Server': on }));
  const same = judge(withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on }));
  const [first, second] = compareReports([same, same, differs]);
  expect(first).toEqual({
    compared: { kind: 'protocol', protocol: 'TLS 1.2', role: 'client' },
    majority: true,
    groups: [
      { value: { kind: 'role', role: { stored: 'on', pending: 'no' } }, hosts: [0, 1] },
      { value: { kind: 'role', role: { stored: 'off', pending: 'no' } }, hosts: [2] },
    ],
  });
  expect(second?.compared).toEqual({ kind: 'rule', rule: 'schannel/tls12-client-enabled' });
});

test('a difference of both roles is told once, and its values not again', () => {
  const found = compareReports([
    judge(withProtocols({ 'TLS 1.2\\Client': off, 'TLS 1.2\\Server': off })),
    judge(withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on })),
  ]);
  expect(found[0]?.compared).toEqual({ kind: 'protocol', protocol: 'TLS 1.2', role: 'both' });
  expect(found[0]?.majority).toBe(false);
  expect(found.filter(({ compared }) => compared.kind === 'value')).toEqual([]);
});

test('values that differ without changing any state are told', () => {
  const written = judge(withProtocols({ 'TLS 1.2\\Client': on, 'TLS 1.2\\Server': on }));
  const byDefault = judge(withProtocols({ 'TLS 1.2\\Client': { Enabled: 1 }, 'TLS 1.2\\Server': on }));
  const values = compareReports([written, byDefault]).filter(({ compared }) => compared.kind === 'value');
  expect(values).toMatchObject([
    {
      compared: { name: 'DisabledByDefault' },
      groups: [{ value: { kind: 'literal', text: '0' } }, { value: { kind: 'absent' } }],
    },
  ]);
});

test('what was not read is no difference, but is told beside one', () => {
  const unread = judge(withUnread('schannel'));
  expect(
    compareReports([healthyReport(), unread]).filter(({ compared }) => compared.kind === 'protocol'),
  ).toEqual([]);
  const [first] = compareReports(fleetReports());
  expect(first?.groups.at(-1)).toEqual({ value: { kind: 'unknown' }, hosts: [2] });
});

test('other builds of Windows and Exchange come last', () => {
  const other = judge(withSection('exchange', { build: '15.2.1544.9' }));
  expect(compareReports([healthyReport(), other]).at(-1)?.compared).toEqual({ kind: 'exchange' });
});
