// How ghosts are found, ordered and made visible.
import { expect, test } from 'vitest';
import { protocolKeys, registryKey } from '../../../test/example-facts.ts';
import type { ProtocolName, RoleName } from '../../effective/protocol-state.ts';
import type { RegistryKey } from '../../facts/registry.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import { findGhosts, ghostOf, visible, visiblePath } from './ghosts.ts';

const schannel = (keys: Parameters<typeof protocolKeys>[0], root = {}): RegistryKey[] => [
  registryKey(protocolsPath, root),
  ...protocolKeys(keys),
];

test.each([
  ['TLS 1.2', 'TLS 1.2'],
  ['TLS 1.2 ', 'TLS 1.2␣'],
  [' TLS  1.2', '␣TLS␣␣1.2'],
  ['TLS\u00a01.2', 'TLS<U+00A0>1.2'],
  ['Client\u200f', 'Client<U+200F>'],
  ['a\nb\u202ec', 'a<U+000A>b<U+202E>c'],
  ['לקוח', 'לקוח'],
  ['用戶端', '用戶端'],
])('%j is shown as %j', (name, shown) => {
  expect(visible(name)).toBe(shown);
});

test('a path is shown from Protocols on', () => {
  expect(visiblePath(`${protocolsPath}\\TLS 1.2 \\ Server`)).toBe('Protocols\\TLS 1.2␣\\␣Server');
});

test('known names are no ghosts, in any case', () => {
  const { keys, values } = findGhosts(
    schannel({
      'TLS 1.2': {},
      'tls 1.2\\CLIENT': { enabled: 1, DISABLEDBYDEFAULT: 0 },
      'DTLS 1.2\\Server': { Enabled: 1 },
      'Multi-Protocol Unified Hello\\Client': { Enabled: 0 },
      'PCT 1.0\\Server': { Enabled: 0 },
      'SSL 2.0\\Client': { '': '' },
    }),
  );
  expect([keys, values]).toEqual([[], []]);
});

test('the deepest come first', () => {
  const { keys } = findGhosts(schannel({ 'TLS 1,2': {}, 'TLS 1,2\\Client': {}, 'TLS 1.2\\Client\\X': {} }));
  expect(keys.map(({ parts }) => parts.join('\\'))).toEqual([
    'TLS 1.2\\Client\\X',
    'TLS 1,2\\Client',
    'TLS 1,2',
  ]);
});

test('values are ghosts by their name or their place', () => {
  const { values } = findGhosts(
    schannel(
      { 'TLS 1.2': { Enabled: 1 }, 'TLS 1.2\\Client': { aktiviert: 1, '': 0 }, 'TLS 1,2': { Enabled: 1 } },
      { Enabled: 1 },
    ),
  );
  expect(values.map(({ key, value, meant }) => [visiblePath(key.path), value.name, meant])).toEqual([
    ['Protocols\\', 'Enabled', 'Enabled'],
    ['Protocols\\TLS 1.2', 'Enabled', 'Enabled'],
    ['Protocols\\TLS 1.2\\Client', 'aktiviert', 'Enabled'],
    ['Protocols\\TLS 1.2\\Client', '', undefined],
  ]);
});

const empty = (protocol: ProtocolName, role: RoleName) => ({
  protocol,
  role,
  enabled: undefined,
  disabledByDefault: undefined,
});

test('the ghost of a role is found by what was meant', () => {
  const facts = schannel({ 'TLS 1,2\\Klient': { Enabled: 1 }, 'TLS 1.1': { Enabled: 1 } });
  expect(ghostOf(findGhosts(facts), empty('TLS 1.2', 'Client'))).toBe('Protocols\\TLS 1,2\\Klient');
  expect(ghostOf(findGhosts(facts), empty('TLS 1.2', 'Server'))).toBeUndefined();
  expect(ghostOf(findGhosts(facts), empty('TLS 1.1', 'Server'))).toBe('Protocols\\TLS 1.1\\Enabled');
});

test.each([
  [{ 'TLS 1.2': { Note: 1 } }, undefined],
  [{ 'TLS 1.2\\Server': { Aktiviert: 1 } }, undefined],
  [{ 'TLS 1.2\\Client': { Note: 1 } }, 'Protocols\\TLS 1.2\\Client\\Note'],
  [{ 'TLS 1,2': {} }, undefined],
  [{ 'TLS 1,2': { Enabled: 1 } }, 'Protocols\\TLS 1,2'],
])('%j: the ghost of the client is %s', (keys, ghost) => {
  expect(ghostOf(findGhosts(schannel(keys)), empty('TLS 1.2', 'Client'))).toBe(ghost);
});
