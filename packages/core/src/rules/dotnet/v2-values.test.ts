// dotnet/v2-values: needed by Exchange 2010 only.
import { describe, expect, test } from 'vitest';
import { registryKey, withSection, withUnread } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { dotnetPaths } from '../../facts/dotnet.ts';

const rule = 'dotnet/v2-values';
const right = { SystemDefaultTlsVersions: 1, SchUseStrongCrypto: 1 };
const installed = registryKey(dotnetPaths.v35Release, { Install: 1, Version: '3.5.30729.4926' });
const withKeys = (keys: Parameters<typeof withSection<'dotnet'>>[1]['keys'] = [], build = '15.2.2562.53') =>
  withSection('exchange', { build }, [], withSection('dotnet', { keys }));

describe('by Exchange and values', () => {
  test.each([
    ['14.3.513.0', [], 'warn needed'],
    ['14.3.513.0', [registryKey(dotnetPaths.v2, right)], 'warn needed'],
    ['14.3.513.0', [registryKey(dotnetPaths.v2, right), registryKey(dotnetPaths.v2Wow, right)], 'pass set'],
    ['15.2.2562.53', [installed], 'info recommended'],
    ['15.2.2562.53', [], 'notApplicable notInstalled'],
    ['15.2.2562.53', [registryKey(dotnetPaths.v2, {})], 'notApplicable notInstalled'],
    [
      '15.2.2562.53',
      [installed, registryKey(dotnetPaths.v2, right), registryKey(dotnetPaths.v2Wow, right)],
      'pass set',
    ],
  ])('%s %#: %s', (build, keys, expected) => {
    expect(judged(rule, withKeys(keys, build))).toEqual([expected]);
  });
});

test('unread Exchange is said', () => {
  expect(judged(rule, withUnread('exchange', undefined, withKeys([installed])))).toEqual([
    'info exchangeUnknown',
  ]);
});

test('the remedy writes all four', () => {
  const [finding] = findingsOf(rule, withKeys([], '14.3.513.0'));
  expect(finding?.remedy?.steps).toHaveLength(5);
});

test('a gap is not absence', () => {
  const gap = { what: dotnetPaths.v2Wow, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('dotnet', { keys: [] }, [gap]))).toEqual(['notChecked unreadable']);
});
