// Holds our label to the table of what HealthChecker printed when it was run.
import { describe, expect, test } from 'vitest';
import type { RegistryKind, RegistryValue } from '../facts/registry.ts';
import { healthCheckerLabel } from './healthchecker-label.ts';

type Raw = number | string | readonly string[] | null;

function value(name: string, raw: Raw, kind?: RegistryKind): RegistryValue | undefined {
  if (raw === null) return undefined;
  const guessed: RegistryKind =
    typeof raw === 'number' ? 'REG_DWORD' : typeof raw === 'string' ? 'REG_SZ' : 'REG_MULTI_SZ';
  return { name, kind: kind ?? guessed, data: typeof raw === 'object' ? [...raw] : raw };
}

const role = (enabled: Raw, disabledByDefault: Raw, kind?: RegistryKind) => ({
  enabled: value('Enabled', enabled, kind),
  disabledByDefault: value('DisabledByDefault', disabledByDefault),
});

describe('labels by server and client values', () => {
  test.each([
    // server Enabled, DisabledByDefault; client; TLS 1.2; TLS 1.3
    [[1, 0], [1, 0], 'Enabled', 'Enabled'],
    [[null, null], [null, null], 'Enabled', 'Disabled'],
    [[1, null], [1, null], 'Enabled', 'Enabled'],
    [[0xffffffff, 0], [0xffffffff, 0], 'Enabled', 'Enabled'],
    [[0, 1], [0, 1], 'Disabled', 'Disabled'],
    [[0, null], [0, null], 'Disabled', 'Disabled'],
    [[1, 1], [1, 1], 'Half Disabled', 'Half Disabled'],
    [[null, 1], [null, 1], 'Half Disabled', 'Disabled'],
    [[0, 0], [0, 0], 'Half Disabled', 'Half Disabled'],
    [[0, 1], [0, null], 'Misconfigured', 'Misconfigured'],
    [[0, 1], [1, 0], 'Misconfigured', 'Misconfigured'],
    [[0, 0], [0, null], 'Half Disabled', 'Half Disabled'],
    // Its own mistake, kept: both roles are off and it says Enabled.
    [[0, null], [0, 0], 'Enabled', 'Enabled'],
  ] as const)('server %j, client %j', (server, client, tls12, tls13) => {
    const [s, c] = [role(server[0], server[1]), role(client[0], client[1])];
    expect(healthCheckerLabel('TLS 1.2', c, s)).toBe(tls12);
    expect(healthCheckerLabel('TLS 1.3', c, s)).toBe(tls13);
  });
});

describe('how it reads each kind of value', () => {
  test.each([
    ['0', undefined, 'Disabled'],
    ['', undefined, 'Enabled'],
    ['00', undefined, 'Enabled'],
    ['00000000', 'REG_BINARY', 'Disabled'],
    ['01000000', 'REG_BINARY', 'Enabled'],
    ['0', 'REG_QWORD', 'Disabled'],
    [['0'], undefined, 'Disabled'],
    [['1'], undefined, 'Enabled'],
  ] as const)('Enabled %j as %s', (raw, kind, label) => {
    const both = role(raw, null, kind);
    expect(healthCheckerLabel('TLS 1.2', both, both)).toBe(label);
  });
});

test('all 256 combinations of the values a DWORD can take are spread as upstream spreads them', () => {
  const raws = [null, 0, 1, 0xffffffff] as const;
  const count = (protocol: 'TLS 1.2' | 'TLS 1.3') => {
    const counts: Record<string, number> = {};
    for (const se of raws)
      for (const sd of raws)
        for (const ce of raws)
          for (const cd of raws) {
            const label = healthCheckerLabel(protocol, role(ce, cd), role(se, sd));
            counts[String(label)] = (counts[String(label)] ?? 0) + 1;
          }
    return counts;
  };
  expect(count('TLS 1.2')).toEqual({ Misconfigured: 176, 'Half Disabled': 38, Enabled: 37, Disabled: 5 });
  expect(count('TLS 1.3')).toEqual({ Misconfigured: 192, 'Half Disabled': 24, Enabled: 20, Disabled: 20 });
});

test('SSL has no label', () => {
  expect(healthCheckerLabel('SSL 3.0', role(1, 0), role(1, 0))).toBeNull();
});
