// Holds the resolver to the documented meaning of every combination of values on every Windows, in both roles.
import { describe, expect, test } from 'vitest';
import { afterBoot, type RawValue, registryKey } from '../../test/example-facts.ts';
import { protocolsPath } from '../facts/schannel.ts';
import type { Gap } from '../facts/section.ts';
import { protocolDefault } from '../reference/protocol-defaults.ts';
import { identifyWindows } from '../reference/windows.ts';
import { type ProtocolName, type RoleName, resolveProtocol, roleNames } from './protocol-state.ts';

const boot = '2026-10-20T02:00:00.000Z';
type Values = Readonly<Record<string, RawValue>>;

function resolve(
  build: number,
  protocol: ProtocolName,
  role: RoleName,
  values: Values | null,
  gaps: Gap[] = [],
) {
  const windows = identifyWindows({ build, productType: 'server' });
  return resolveProtocol(protocol, role, {
    protocols: values ? [registryKey(`${protocolsPath}\\${protocol}\\${role}`, values)] : [],
    gaps,
    osDefault: protocolDefault(windows, protocol, role),
    bootTime: boot,
  });
}

/** Builds whose defaults agree: TLS 1.2 on, and off unless a program asks. */
const defaultOn = [9200, 9600, 14393, 17763, 20348, 26100];
const defaultOff = [6002, 7601];

// Columns of the values: absent, 0, 1, and what tools write for "all bits".
const absent = null;
const all = 0xffffffff;
/** Enabled, DisabledByDefault; what they add up to where the default is on, and where it is off by default. */
const rows = [
  [absent, absent, 'on', 'offByDefault'],
  [absent, 0, 'on', 'on'],
  [absent, 1, 'offByDefault', 'offByDefault'],
  [absent, all, 'offByDefault', 'offByDefault'],
  [0, absent, 'off', 'off'],
  [0, 0, 'off', 'off'],
  [0, 1, 'off', 'off'],
  [0, all, 'off', 'off'],
  [1, absent, 'on', 'offByDefault'],
  [1, 0, 'on', 'on'],
  [1, 1, 'offByDefault', 'offByDefault'],
  [1, all, 'offByDefault', 'offByDefault'],
  [all, absent, 'on', 'offByDefault'],
  [all, 0, 'on', 'on'],
  [all, 1, 'offByDefault', 'offByDefault'],
  [all, all, 'offByDefault', 'offByDefault'],
  [2, 0, 'on', 'on'],
] as const;

function valuesOf(enabled: number | null, disabledByDefault: number | null): Values {
  return {
    ...(enabled === null ? {} : { Enabled: enabled }),
    ...(disabledByDefault === null ? {} : { DisabledByDefault: disabledByDefault }),
  };
}

describe('TLS 1.2 by its two values', () => {
  describe.each(roleNames)('%s', (role) => {
    test.each(rows)('Enabled %s, DisabledByDefault %s', (enabled, disabledByDefault, on, off) => {
      const values = valuesOf(enabled, disabledByDefault);
      for (const build of defaultOn)
        expect([build, resolve(build, 'TLS 1.2', role, values).stored]).toEqual([build, on]);
      for (const build of defaultOff)
        expect([build, resolve(build, 'TLS 1.2', role, values).stored]).toEqual([build, off]);
    });
  });
});

describe('nothing written at all', () => {
  const letters = { on: '+', offByDefault: '-', notSupported: 'x' } as const;
  // SSL 2.0, SSL 3.0, TLS 1.0, 1.1, 1.2, 1.3; SSL 2.0 differs by role.
  test.each([
    [6002, '-++--x', '+++--x'],
    [6001, '-++xxx', '+++xxx'],
    [7601, '-++--x', '+++--x'],
    [9200, '-++++x', '-++++x'],
    [9600, '-++++x', '-++++x'],
    [14393, 'x-+++x', 'x-+++x'],
    [17763, 'x-+++x', 'x-+++x'],
    [20348, 'x-++++', 'x-++++'],
    [26100, 'x-++++', 'x-++++'],
  ])('build %i', (build, client, server) => {
    for (const [role, expected] of [
      ['Client', client],
      ['Server', server],
    ] as const) {
      const states = (['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const).map(
        (protocol) => letters[resolve(build, protocol, role, null).stored as keyof typeof letters],
      );
      expect(states.join('')).toBe(expected);
    }
  });

  test('a newer Windows keeps TLS 1.2 and may drop TLS 1.0', () => {
    expect(resolve(29000, 'TLS 1.2', 'Client', null).stored).toBe('on');
    expect(resolve(29000, 'TLS 1.0', 'Client', null).stored).toBe('unknownSystem');
  });
});

test('a protocol that Windows does not have stays away whatever is written', () => {
  expect(resolve(17763, 'TLS 1.3', 'Client', { Enabled: 1, DisabledByDefault: 0 }).stored).toBe(
    'notSupported',
  );
  expect(resolve(26100, 'SSL 2.0', 'Server', { Enabled: 1 }).stored).toBe('notSupported');
});

describe('a Windows that is not known', () => {
  test.each([
    [{}, 'unknownSystem'],
    [{ Enabled: 1 }, 'unknownSystem'],
    [{ DisabledByDefault: 0 }, 'unknownSystem'],
    [{ DisabledByDefault: 1 }, 'unknownSystem'],
    [{ Enabled: 0 }, 'off'],
    [{ Enabled: 1, DisabledByDefault: 0 }, 'on'],
    [{ Enabled: 1, DisabledByDefault: 1 }, 'offByDefault'],
  ])('%j is %s', (values, stored) => {
    expect(resolve(3790, 'TLS 1.2', 'Client', values).stored).toBe(stored);
  });
});

describe('kinds', () => {
  test.each([
    [{ Enabled: '1', DisabledByDefault: 0 }],
    [{ Enabled: 1, DisabledByDefault: '0' }],
    [{ Enabled: { kind: 'REG_QWORD', data: '1' }, DisabledByDefault: 0 }],
    [{ Enabled: { kind: 'REG_BINARY', data: '01000000' } }],
    [{ Enabled: '0' }],
    [{ Enabled: 0, DisabledByDefault: '1' }],
  ] as const)('%j is a wrong type', (values) => {
    expect(resolve(17763, 'TLS 1.2', 'Server', values).stored).toBe('wrongType');
  });
});

describe('explicit', () => {
  test.each([
    [{ Enabled: 1, DisabledByDefault: 0 }, true],
    [{ Enabled: 0, DisabledByDefault: 1 }, true],
    [{ Enabled: all, DisabledByDefault: 0 }, true],
    [{ Enabled: 0, DisabledByDefault: all }, true],
    [{ DisabledByDefault: 0 }, false],
    [{ Enabled: 0, DisabledByDefault: 0 }, false],
    [{ Enabled: 0 }, false],
    [{ Enabled: 1 }, false],
    [{}, false],
    [{ Enabled: 1, DisabledByDefault: 1 }, false],
  ])('%j: %s', (values, explicit) => {
    expect(resolve(17763, 'TLS 1.2', 'Client', values).explicit).toBe(explicit);
  });
});

describe('names', () => {
  test('case does not matter', () => {
    const key = registryKey(`${protocolsPath.toUpperCase()}\\tls 1.2\\CLIENT`, { ENABLED: 0 });
    const state = resolveProtocol('TLS 1.2', 'Client', {
      protocols: [key],
      gaps: [],
      osDefault: null,
      bootTime: boot,
    });
    expect(state.stored).toBe('off');
  });

  test.each(['TLS 1,2\\Client', 'TLS 1.2 \\Client', 'TLS 1.2\\Client ', 'TLS 1.2\\Klient', 'TLS 1.2'])(
    'values in %j do nothing',
    (name) => {
      const key = registryKey(`${protocolsPath}\\${name}`, { Enabled: 1, DisabledByDefault: 0 });
      const osDefault = protocolDefault(identifyWindows({ build: 7601 }), 'TLS 1.2', 'Client');
      const source = { protocols: [key], gaps: [], osDefault, bootTime: boot };
      expect(resolveProtocol('TLS 1.2', 'Client', source).stored).toBe('offByDefault');
    },
  );
});

describe('gaps', () => {
  const denied = (what: string): Gap[] => [{ what, reason: 'denied', code: '0x80070005' }];
  test.each([
    [`${protocolsPath}\\TLS 1.2\\Client`, 'unreadable'],
    [`${protocolsPath}\\TLS 1.2`, 'unreadable'],
    [protocolsPath.toLowerCase(), 'unreadable'],
    ['HKLM', 'unreadable'],
    [`${protocolsPath}\\TLS 1.2\\Client\\Enabled`, 'unreadable'],
    [`${protocolsPath}\\TLS 1.2\\Client\\DisabledByDefault`, 'unreadable'],
    [`${protocolsPath}\\TLS 1.2\\Client\\Note`, 'on'],
    [`${protocolsPath}\\TLS 1.2\\Server`, 'on'],
    [`${protocolsPath}\\TLS 1.1`, 'on'],
    [`${protocolsPath}\\TLS 1`, 'on'],
  ])('%s', (what, stored) => {
    expect(resolve(17763, 'TLS 1.2', 'Client', {}, denied(what)).stored).toBe(stored);
  });

  test('a key that is not there is no gap', () => {
    const gaps: Gap[] = [{ what: protocolsPath, reason: 'notPresent', code: '0x80070002' }];
    expect(resolve(17763, 'TLS 1.2', 'Client', null, gaps).stored).toBe('on');
  });
});

describe('pending', () => {
  const before = '2026-10-19T20:00:00.000Z';
  const key = (name: string, time: string | null) =>
    registryKey(name === '' ? protocolsPath : `${protocolsPath}\\${name}`, {}, time);
  const pending = (keys: ReturnType<typeof key>[], bootTime: string | null = boot) =>
    resolveProtocol('TLS 1.2', 'Client', {
      protocols: keys,
      gaps: [],
      osDefault: { enabled: true, disabledByDefault: false },
      bootTime,
    }).pending;

  test.each([
    ['nothing there', [], 'no'],
    ['written before the start', [key('TLS 1.2\\Client', before)], 'no'],
    ['written at the very start', [key('TLS 1.2\\Client', boot)], 'no'],
    ['written after the start', [key('TLS 1.2\\Client', afterBoot)], 'yes'],
    ['times in another form', [key('TLS 1.2\\Client', '2026-10-20T02:00:01Z')], 'yes'],
    ['an unknown time', [key('TLS 1.2\\Client', null)], 'unknown'],
    ['only the parent is new', [key('TLS 1.2', afterBoot), key('TLS 1.2\\Client', before)], 'no'],
    ['the role was deleted', [key('TLS 1.2', afterBoot), key('TLS 1.2\\Server', before)], 'yes'],
    ['the other role was made', [key('TLS 1.2', afterBoot), key('TLS 1.2\\Server', afterBoot)], 'no'],
    [
      'the other role was made a moment earlier',
      [key('TLS 1.2', '2026-10-30T08:00:00.014Z'), key('TLS 1.2\\Server', '2026-10-30T08:00:00.013Z')],
      'no',
    ],
    ['the protocol was deleted', [key('', afterBoot), key('TLS 1.0', before)], 'yes'],
    ['another protocol was made', [key('', afterBoot), key('TLS 1.0', afterBoot)], 'no'],
    [
      'only a grandchild is new',
      [key('', afterBoot), key('TLS 1.0', before), key('TLS 1.0\\Client', afterBoot)],
      'yes',
    ],
    [
      'the role and a key below it are new',
      [key('TLS 1.2\\Client', afterBoot), key('TLS 1.2\\Client\\X', afterBoot)],
      'yes',
    ],
    ['nothing changed', [key('', before), key('TLS 1.0', before)], 'no'],
  ] as const)('%s', (_, keys, expected) => {
    expect(pending([...keys])).toBe(expected);
  });

  test('an unknown start', () => {
    expect(pending([key('TLS 1.2\\Client', before)], null)).toBe('unknown');
    expect(pending([], null)).toBe('no');
  });
});
