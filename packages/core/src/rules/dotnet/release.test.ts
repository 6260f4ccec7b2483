// dotnet/release by Exchange, Windows and installed release.
import { describe, expect, test } from 'vitest';
import { registryKey, withSection, withUnread } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { dotnetPaths } from '../../facts/dotnet.ts';
import type { WindowsId } from '../../reference/windows.ts';

const rule = 'dotnet/release';
const facts = (windows: WindowsId, build: string | null, release: number) =>
  withSection(
    'exchange',
    { build },
    [],
    withSection(
      'dotnet',
      { keys: [registryKey(dotnetPaths.v4Release, { Release: release })] },
      [],
      onWindows(windows),
    ),
  );

describe('by Exchange, Windows and release', () => {
  test.each([
    ['2022', '15.2.2562.53', 533325, 'pass recommended'],
    ['2022', '15.2.2562.53', 528449, 'warn older'],
    ['2019', '15.2.2562.53', 528049, 'pass recommended'],
    ['2012R2', '15.1.2507.61', 528049, 'pass recommended'],
    ['2012R2', '15.1.2507.61', 461814, 'warn older'],
    ['2012R2', '15.1.2507.61', 533325, 'info newer'],
    ['2012', '15.0.1497.48', 379893, 'warn older'],
    ['2008R2', '14.3.513.0', 379893, 'notApplicable olderExchange'],
    ['2022', null, 533325, 'notChecked exchangeUnknown'],
  ] as const)('%s %s %i: %s', (windows, build, release, expected) => {
    expect(judged(rule, facts(windows, build, release))).toEqual([expected]);
  });
});

test('versions are named', () => {
  const [finding] = findingsOf(rule, facts('2022', '15.2.2562.53', 378000));
  expect(finding?.message.params).toMatchObject({ installed: '4.0', wanted: '4.8.1' });
  expect(finding?.evidence[0]).toMatchObject({ name: 'Release', value: 378000, expected: '>= 533320' });
});

test('no Exchange, no recommendation', () => {
  const tools = withSection('exchange', { installation: 'managementTools' });
  expect(judged(rule, tools)).toEqual(['notApplicable noExchange']);
});

test('what is not known is not judged', () => {
  expect(judged(rule, withSection('dotnet', { keys: [] }))).toEqual(['notChecked releaseUnknown']);
  expect(judged(rule, withUnread('os'))).toEqual(['notChecked windowsUnknown']);
  expect(judged(rule, withUnread('exchange'))).toEqual(['notChecked notRead']);
});
