// dotnet/v4-values by value, view and Exchange.
import { describe, expect, test } from 'vitest';
import {
  afterBoot,
  exampleFacts,
  type RawValue,
  registryKey,
  withSection,
  withUnread,
} from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { dotnetPaths } from '../../facts/dotnet.ts';

const rule = 'dotnet/v4-values';
type Values = Readonly<Record<string, RawValue>>;
const right = { SystemDefaultTlsVersions: 1, SchUseStrongCrypto: 1 };
const facts = (native: Values | null, wow: Values | null, time?: string) =>
  withSection('dotnet', {
    keys: [
      ...(native ? [registryKey(dotnetPaths.v4, native, time)] : []),
      ...(wow ? [registryKey(dotnetPaths.v4Wow, wow, time)] : []),
    ],
  });

describe('by values', () => {
  test.each([
    [right, right, 'pass set', undefined],
    [right, null, 'warn absent', 2],
    [null, null, 'warn absent', 4],
    [right, { SystemDefaultTlsVersions: 1 }, 'warn absent', 1],
    [right, { ...right, SchUseStrongCrypto: 0 }, 'warn contrary', 1],
    [right, { ...right, SchUseStrongCrypto: '1' }, 'warn contrary', 1],
    [right, { ...right, SchUseStrongCrypto: 0xffffffff }, 'warn contrary', 1],
    [{ SchUseStrongCrypto: 0 }, {}, 'warn contrary', 4],
  ] as const)('%j, 32 bit %j: %s', (native, wow, expected, count) => {
    const [finding] = findingsOf(rule, facts(native, wow));
    expect(`${finding?.verdict} ${finding?.message.key}`).toBe(expected);
    expect(finding?.message.params?.['count']).toBe(count);
  });
});

test('values newer than the start are said to be so', () => {
  expect(judged(rule, facts(right, right, afterBoot))).toEqual(['info setPending']);
  const keys = [registryKey(dotnetPaths.v4, right), registryKey(dotnetPaths.v4Wow, right, afterBoot)];
  expect(judged(rule, withSection('dotnet', { keys }))).toEqual(['info setPending']);
});

test('the remedy writes only what is missing', () => {
  const [finding] = findingsOf(rule, facts(right, { SystemDefaultTlsVersions: 0 }));
  expect(finding?.remedy?.steps).toEqual([
    { do: 'setValue', path: dotnetPaths.v4Wow, name: 'SystemDefaultTlsVersions', kind: 'REG_DWORD', data: 1 },
    { do: 'setValue', path: dotnetPaths.v4Wow, name: 'SchUseStrongCrypto', kind: 'REG_DWORD', data: 1 },
    { do: 'restartWindows' },
  ]);
});

test('a 32-bit Windows has one view only', () => {
  expect(judged(rule, withSection('os', { architecture: 'x86' }, [], facts(right, null)))).toEqual([
    'pass set',
  ]);
});

describe('by Exchange', () => {
  test.each([
    ['15.0.1497.48', 'warn absent'],
    ['15.1.2507.61', 'warn absent'],
    ['14.3.513.0', 'info notNeeded'],
    [null, 'warn absent'],
  ])('%s: %s', (build, expected) => {
    expect(judged(rule, withSection('exchange', { build }, [], facts(null, null)))).toEqual([expected]);
  });
  test('tools only', () => {
    const tools = withSection('exchange', { installation: 'managementTools' }, [], facts(null, null));
    expect(judged(rule, tools)).toEqual(['info notNeeded']);
  });
  test('unread Exchange is taken for one that needs them', () => {
    expect(judged(rule, withUnread('exchange', undefined, facts(null, null)))).toEqual(['warn absent']);
  });
});

test.each([dotnetPaths.v4, `${dotnetPaths.v4Wow}\\SchUseStrongCrypto`])(
  'a gap at %s is not absence',
  (what) => {
    const gap = { what, reason: 'denied', code: '5' } as const;
    expect(judged(rule, withSection('dotnet', { keys: [] }, [gap]))).toEqual(['notChecked unreadable']);
  },
);

test('the example is fine', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass set']);
});
