// winhttp/default-secure-protocols by Windows, mask and update.
import { describe, expect, test } from 'vitest';
import {
  exampleFacts,
  type RawValue,
  registryKey,
  withSection,
  withUnread,
} from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { winhttpPaths } from '../../facts/winhttp.ts';
import type { WindowsId } from '../../reference/windows.ts';

const rule = 'winhttp/default-secure-protocols';
const facts = (
  id: WindowsId,
  native?: RawValue,
  wow: RawValue | undefined = native,
  updates = ['KB3140245'],
) =>
  withSection(
    'updates',
    { hotfixes: updates.map((kb) => ({ id: kb, description: null, installedOn: null })) },
    [],
    withSection(
      'winhttp',
      {
        keys: [
          registryKey(winhttpPaths.native, native === undefined ? {} : { DefaultSecureProtocols: native }),
          registryKey(winhttpPaths.wow, wow === undefined ? {} : { DefaultSecureProtocols: wow }),
        ],
      },
      [],
      onWindows(id),
    ),
  );

describe('by Windows and mask', () => {
  test.each([
    ['2008R2', undefined, 'warn absent'],
    ['2012', undefined, 'warn absent'],
    ['2008R2', 0xa80, 'pass set'],
    ['2008R2', 0x800, 'pass set'],
    ['2008R2', 0xaa0, 'pass set'],
    ['2008R2', 0xa0, 'warn withoutTls12'],
    ['2008R2', 0, 'warn withoutTls12'],
    ['2008R2', '2688', 'warn withoutTls12'],
    ['2008', 0xa80, 'notApplicable noUpdate'],
    ['2012R2', undefined, 'notApplicable otherSystem'],
    ['2022', 0xa0, 'notApplicable otherSystem'],
  ] as const)('%s %s: %s', (id, mask, expected) => {
    expect(judged(rule, facts(id, mask))).toEqual([expected]);
  });
});

test('the mask is said in words, or as a number when it names nothing', () => {
  const said = (mask: number) => findingsOf(rule, facts('2008R2', mask))[0]?.message.params?.['protocols'];
  expect(said(0xa0)).toBe('SSL 3.0, TLS 1.0');
  expect(said(0x200)).toBe('TLS 1.1');
  expect(said(0)).toBe('0x0');
});

test('the remedy adds TLS 1.2 to what is there, in the view that lacks it', () => {
  const [finding] = findingsOf(rule, facts('2008R2', 0xa80, 0xa0));
  expect(finding?.remedy?.steps).toEqual([
    { do: 'manual', step: 'update', params: { update: 'KB3140245' } },
    {
      do: 'setValue',
      path: winhttpPaths.wow,
      name: 'DefaultSecureProtocols',
      kind: 'REG_DWORD',
      data: 0x8a0,
    },
    { do: 'restartWindows' },
  ]);
  const [absent] = findingsOf(rule, facts('2008R2'));
  expect(absent?.remedy?.steps[1]).toMatchObject({ data: 0xa80 });
  const [highBit] = findingsOf(rule, facts('2008R2', 0x80000000));
  expect(highBit?.remedy?.steps[1]).toMatchObject({ data: 0x80000800 });
});

describe('the update', () => {
  test('is not proven by older ones', () => {
    expect(judged(rule, facts('2008R2', 0xa80, 0xa80, ['KB2973337']))).toEqual(['info setUpdateUnproven']);
    expect(judged(rule, withUnread('updates', undefined, facts('2008R2', 0xa80)))).toEqual([
      'info setUpdateUnproven',
    ]);
  });
  test('may be in a later rollup', () => {
    expect(judged(rule, facts('2008R2', 0xa80, 0xa80, ['KB4534310']))).toEqual(['pass set']);
  });
});

test('a 32-bit Windows has one view only', () => {
  const x86 = withSection(
    'os',
    { architecture: 'x86' },
    [],
    withSection(
      'winhttp',
      { keys: [registryKey(winhttpPaths.native, { DefaultSecureProtocols: 0xa80 })] },
      [],
      facts('2008R2'),
    ),
  );
  expect(judged(rule, x86)).toEqual(['pass set']);
});

test('a gap is not absence', () => {
  const gap = { what: winhttpPaths.wow, reason: 'denied', code: '5' } as const;
  const denied = withSection('winhttp', { keys: [] }, [gap], onWindows('2012'));
  expect(judged(rule, denied)).toEqual(['notChecked unreadable']);
  expect(judged(rule, exampleFacts())).toEqual(['notApplicable otherSystem']);
});
