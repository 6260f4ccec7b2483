// schannel/tls13-supported by Windows, Exchange build and values.
import { describe, expect, test } from 'vitest';
import { withProtocols, withSection, withUnread } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { WindowsId } from '../../reference/windows.ts';

const rule = 'schannel/tls13-supported';
const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };
const both = (values: Readonly<Record<string, number>>) => ({
  'TLS 1.3\\Client': values,
  'TLS 1.3\\Server': values,
});
const facts = (id: WindowsId, build: string | null, keys: Parameters<typeof withProtocols>[0]) =>
  withSection('exchange', { build }, [], onWindows(id, withProtocols(keys)));

const cu14 = '15.2.1544.36';
const cu15 = '15.2.1748.39';
const se = '15.2.2562.53';
const ex2016 = '15.1.2507.61';

describe('by Windows, Exchange and values', () => {
  test.each([
    ['2019', cu15, {}, 'pass notSupportedAndNotAsked'],
    ['2019', cu15, both(off), 'pass notSupportedAndNotAsked'],
    ['2019', cu15, both(on), 'warn windowsTooOld'],
    ['2016', ex2016, both({ Enabled: 0xffffffff, DisabledByDefault: 0 }), 'warn windowsTooOld'],
    ['2016', ex2016, { 'TLS 1.3\\Client': { Enabled: 1 } }, 'warn windowsTooOld'],
    ['2016', ex2016, both({ Enabled: 1, DisabledByDefault: 1 }), 'pass notSupportedAndNotAsked'],
    ['2022', se, {}, 'pass supported'],
    ['2025', cu15, both(on), 'pass supported'],
    ['2022', '15.2.1748.10', {}, 'pass supported'],
    ['2022', cu14, {}, 'warn exchangeTooOldByDefault'],
    ['2022', cu14, both(on), 'warn exchangeTooOld'],
    ['2022', cu14, both(off), 'pass off'],
    ['2022', cu14, { 'TLS 1.3\\Client': off }, 'warn exchangeTooOldByDefault'],
    ['2022', null, {}, 'notChecked exchangeUnknown'],
    ['2022', null, both(off), 'pass off'],
    ['2022', 'nonsense', {}, 'notChecked exchangeUnknown'],
  ] as const)('%s %s %j: %s', (id, build, keys, expected) => {
    expect(judged(rule, facts(id, build, keys))).toEqual([expected]);
  });
});

test('without an Exchange server nothing objects', () => {
  const tools = withSection('exchange', { installation: 'managementTools' }, [], withProtocols({}));
  expect(judged(rule, tools)).toEqual(['pass noExchange']);
});

test('unread Exchange is not taken for supported', () => {
  expect(judged(rule, withUnread('exchange', undefined, withProtocols({})))).toEqual([
    'notChecked exchangeUnknown',
  ]);
});

test('only the role that is on is turned off', () => {
  const [finding] = findingsOf(rule, facts('2022', cu14, { 'TLS 1.3\\Client': off }));
  expect(finding?.remedy?.steps.map((step) => ('path' in step ? step.path : step.do))).toEqual([
    `${protocolsPath}\\TLS 1.3\\Server`,
    `${protocolsPath}\\TLS 1.3\\Server`,
    'restartWindows',
  ]);
});

test('what is not known is not judged', () => {
  const unknown = withSection('os', { build: 3790 }, [], withProtocols({}));
  expect(judged(rule, unknown)).toEqual(['notChecked unknownSystem']);
  const gap = { what: `${protocolsPath}\\TLS 1.3\\Client`, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
