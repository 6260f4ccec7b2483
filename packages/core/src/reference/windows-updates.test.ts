// Tests which updates are needed and what a list of installed ones proves.
import { describe, expect, test } from 'vitest';
import { neededUpdates, updateEvidence } from './windows-updates.ts';

describe('neededUpdates', () => {
  test.each([
    ['2008', ['KB4019276', 'KB3154517']],
    ['2008R2', ['KB3140245', 'KB3161949', 'KB2973337', 'KB3154518']],
    ['2012', ['KB3140245', 'KB3161949', 'KB2973337', 'KB3154519']],
    ['2012R2', ['KB3161949', 'KB2973337', 'KB3154520']],
    ['2016', []],
    ['2025', []],
  ] as const)('%s: %j', (windows, kbs) => {
    expect(neededUpdates(windows).map(({ kb }) => kb)).toEqual(kbs);
  });

  test('only 2008 needs an update for TLS 1.2 itself', () => {
    const schannel = (['2008', '2008R2', '2012', '2012R2'] as const).filter((windows) =>
      neededUpdates(windows).some(({ purpose }) => purpose === 'schannel'),
    );
    expect(schannel).toEqual(['2008']);
  });
});

describe('updateEvidence', () => {
  test.each([
    ['2012R2', 'KB3161949', ['KB2919355', 'kb3161949'], 'installed'],
    ['2012R2', 'KB3161949', ['KB5041828', 'KB3161949'], 'installed'],
    ['2012R2', 'KB3161949', ['KB2919355', 'KB5041828'], 'probablyCovered'],
    ['2012R2', 'KB3161949', ['KB3185331'], 'probablyCovered'],
    ['2012R2', 'KB3161949', ['KB2919355', 'KB3172614'], 'unproven'],
    ['2012R2', 'KB3161949', [], 'unproven'],
    ['2012R2', 'KB3161949', ['File 1', '{GUID}', ''], 'unproven'],
    ['2008', 'KB4019276', ['KB4457984'], 'unproven'],
    ['2008', 'KB4019276', ['KB4458010'], 'probablyCovered'],
    ['2008R2', 'KB3140245', ['KB3125574'], 'unproven'],
    ['2016', 'KB4019276', ['KB5041773'], 'unproven'],
  ] as const)('%s, %s, installed %j: %s', (windows, kb, installed, evidence) => {
    expect(updateEvidence(windows, kb, installed)).toBe(evidence);
  });
});
