// schannel/tls12-explicit: written out, by default, or resting on one value.
import { describe, expect, test } from 'vitest';
import { type RawValue, withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { WindowsId } from '../../reference/windows.ts';

const rule = 'schannel/tls12-explicit';
const on = { Enabled: 1, DisabledByDefault: 0 };
type Values = Readonly<Record<string, RawValue>>;
const facts = (id: WindowsId, client: Values, server: Values) =>
  onWindows(id, withProtocols({ 'TLS 1.2\\Client': client, 'TLS 1.2\\Server': server }));

describe('by Windows and values', () => {
  test.each([
    ['2019', on, on, 'pass explicit'],
    ['2019', { Enabled: 0xffffffff, DisabledByDefault: 0 }, on, 'pass explicit'],
    ['2019', {}, {}, 'info byDefault'],
    ['2019', on, {}, 'info byDefault'],
    ['2019', { Enabled: 1 }, on, 'info byDefault'],
    ['2008R2', on, on, 'pass explicit'],
    ['2008R2', { DisabledByDefault: 0 }, on, 'warn half'],
    ['2008R2', on, {}, 'pass explicit'],
    ['2008R2', {}, {}, 'notApplicable notOn'],
    ['2019', { Enabled: 0 }, { Enabled: 0 }, 'notApplicable notOn'],
    ['2019', { Enabled: 0 }, {}, 'info byDefault'],
  ] as const)('%s client %j server %j: %s', (id, client, server, expected) => {
    expect(judged(rule, facts(id, client, server))).toEqual([expected]);
  });
});

test('the remedy writes only the role that rests on one value', () => {
  const [finding] = findingsOf(rule, facts('2008R2', on, { DisabledByDefault: 0 }));
  const paths = finding?.remedy?.steps.map((step) => ('path' in step ? step.path : step.do));
  const server = `${protocolsPath}\\TLS 1.2\\Server`;
  expect(paths).toEqual([server, server, 'restartWindows']);
});

test('an unreadable role is not judged', () => {
  const gap = { what: protocolsPath, reason: 'denied', code: '0x80070005' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
