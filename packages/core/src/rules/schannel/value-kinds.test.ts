// schannel/value-kinds: wrong kinds and unusual numbers.
import { expect, test } from 'vitest';
import { withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { protocolsPath } from '../../facts/schannel.ts';

const rule = 'schannel/value-kinds';
const on = { Enabled: 1, DisabledByDefault: 0 };
const all = { Enabled: 0xffffffff, DisabledByDefault: 0 };

test.each([
  [{}, ['pass right']],
  [{ 'TLS 1.2\\Client': on }, ['pass right']],
  [{ 'TLS 1.2\\Client': all, 'TLS 1.2\\Server': all }, ['info unusual']],
  [{ 'TLS 1.0\\Client': { Enabled: 2 } }, ['info unusual']],
  [{ 'TLS 1.2\\Client': { Enabled: '1', DisabledByDefault: '0' } }, ['warn wrongKind', 'warn wrongKind']],
  [{ 'TLS 1.2\\Client': { Enabled: '1' }, 'TLS 1.2\\Server': all }, ['warn wrongKind', 'info unusual']],
  [{ 'SSL 3.0\\Server': { Enabled: { kind: 'REG_QWORD', data: '0' } } }, ['warn wrongKind']],
  // Values of ghosts are another rule's.
  [{ 'TLS 1,2\\Client': { Enabled: '1' } }, ['pass right']],
] as const)('%j: %j', (keys, expected) => {
  expect(judged(rule, withProtocols(keys))).toEqual(expected);
});

test('unusual numbers are one note with all of them', () => {
  const [finding] = findingsOf(rule, withProtocols({ 'TLS 1.2\\Client': all, 'TLS 1.2\\Server': all }));
  expect(finding?.message.params).toEqual({ count: 2 });
  expect(finding?.evidence.map((item) => item.value)).toEqual([0xffffffff, 0xffffffff]);
});

test('for TLS 1.2 the remedy writes what mail needs', () => {
  const [finding] = findingsOf(rule, withProtocols({ 'TLS 1.2\\Client': { Enabled: '0' } }));
  const path = `${protocolsPath}\\TLS 1.2\\Client`;
  expect(finding?.remedy?.steps).toEqual([
    { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 1 },
    { do: 'setValue', path, name: 'DisabledByDefault', kind: 'REG_DWORD', data: 0 },
    { do: 'restartWindows' },
  ]);
});

test.each([
  ['0', 0],
  [' 0x1 ', 1],
  [{ kind: 'REG_BINARY', data: '01000000' }, 1],
] as const)('elsewhere it writes the number that %j spells', (raw, data) => {
  const [finding] = findingsOf(rule, withProtocols({ 'TLS 1.0\\Client': { Enabled: raw } }));
  expect(finding?.remedy?.steps[0]).toMatchObject({ do: 'setValue', name: 'Enabled', data });
});

test.each(['yes', '', '__proto__', ['1']])('and nothing for %j', (raw) => {
  const [finding] = findingsOf(rule, withProtocols({ 'TLS 1.0\\Client': { Enabled: raw } }));
  expect([finding?.verdict, finding?.remedy]).toEqual(['warn', undefined]);
});

test('what could not be read is not passed', () => {
  const gap = { what: `${protocolsPath}\\TLS 1.2`, reason: 'denied', code: '0x80070005' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
