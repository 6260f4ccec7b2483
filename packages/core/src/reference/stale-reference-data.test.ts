// Tests which reference data count as stale.
import { describe, expect, test } from 'vitest';
import { findStaleReferenceData } from './stale-reference-data.ts';

const all = {
  young: { asOf: '2026-06-01' },
  old: { asOf: '2026-01-01' },
  closed: { asOf: '2021-08-01', settled: true },
};

describe('findStaleReferenceData', () => {
  test('names what is older than the limit, and how old it is', () => {
    expect(findStaleReferenceData(all, '2026-07-01T12:00:00Z', 180)).toEqual([
      { name: 'old', asOf: '2026-01-01', ageDays: 181 },
    ]);
  });

  test('exactly the limit is not stale', () => {
    expect(findStaleReferenceData(all, new Date('2026-06-30T23:59:59Z'), 180)).toEqual([]);
  });

  test('a host clock before the sources makes nothing stale', () => {
    expect(findStaleReferenceData(all, '2020-01-01', 180)).toEqual([]);
  });

  test('an unreadable date is an error, not a young age', () => {
    expect(() => findStaleReferenceData(all, 'yesterday', 180)).toThrow(RangeError);
    expect(() => findStaleReferenceData(all, new Date(Number.NaN), 180)).toThrow(RangeError);
  });
});
