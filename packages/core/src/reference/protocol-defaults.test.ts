// Holds the defaults against the documented table, row by row and written out in words.
import { describe, expect, test } from 'vitest';
import type { ProtocolName, RoleName } from '../effective/protocol-state.ts';
import { protocolDefault } from './protocol-defaults.ts';
import { identifyWindows } from './windows.ts';

const protocols: readonly ProtocolName[] = ['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'];

const words = {
  enabled: { enabled: true, disabledByDefault: false },
  disabled: { enabled: true, disabledByDefault: true },
  updated: { enabled: true, disabledByDefault: true, needsUpdate: 'KB4019276' },
  'not supported': 'notSupported',
  unknown: null,
} as const;

/** Build; then SSL 2.0 as client/server, and SSL 3.0, TLS 1.0, 1.1, 1.2, 1.3. */
const rows: readonly [number, string, string, ...string[]][] = [
  [6002, 'disabled', 'enabled', 'enabled', 'enabled', 'updated', 'updated', 'not supported'],
  [7601, 'disabled', 'enabled', 'enabled', 'enabled', 'disabled', 'disabled', 'not supported'],
  [9200, 'disabled', 'disabled', 'enabled', 'enabled', 'enabled', 'enabled', 'not supported'],
  [9600, 'disabled', 'disabled', 'enabled', 'enabled', 'enabled', 'enabled', 'not supported'],
  [14393, 'not supported', 'not supported', 'disabled', 'enabled', 'enabled', 'enabled', 'not supported'],
  [17763, 'not supported', 'not supported', 'disabled', 'enabled', 'enabled', 'enabled', 'not supported'],
  [20348, 'not supported', 'not supported', 'disabled', 'enabled', 'enabled', 'enabled', 'enabled'],
  [26100, 'not supported', 'not supported', 'disabled', 'enabled', 'enabled', 'enabled', 'enabled'],
];

function defaultsOf(build: number, role: RoleName) {
  const windows = identifyWindows({ build, productType: 'server' });
  return protocols.map((protocol) => protocolDefault(windows, protocol, role));
}

describe('protocolDefault', () => {
  test.each(rows)('build %i', (build, ssl2Client, ssl2Server, ...rest) => {
    const expected = (list: string[]) => list.map((word) => words[word as keyof typeof words]);
    expect(defaultsOf(build, 'Client')).toEqual(expected([ssl2Client, ...rest]));
    expect(defaultsOf(build, 'Server')).toEqual(expected([ssl2Server, ...rest]));
  });

  test('2008 without Service Pack 2 cannot get TLS 1.1 and 1.2', () => {
    const [, , , tls11, tls12] = defaultsOf(6001, 'Client');
    expect([tls11, tls12]).toEqual(['notSupported', 'notSupported']);
  });

  test('Windows 10 has no TLS 1.3, Windows 11 has it', () => {
    expect(protocolDefault(identifyWindows({ build: 19045 }), 'TLS 1.3', 'Client')).toBe('notSupported');
    expect(protocolDefault(identifyWindows({ build: 22631 }), 'TLS 1.3', 'Client')).toEqual(words.enabled);
  });

  test('a newer Windows is trusted with TLS 1.2 but not assumed to keep TLS 1.0 and 1.1', () => {
    expect(defaultsOf(29000, 'Client').slice(2)).toEqual([null, null, words.enabled, words.enabled]);
  });

  test('nothing is claimed about an unknown system', () => {
    expect(defaultsOf(3790, 'Server')).toEqual([null, null, null, null, null, null]);
  });
});
