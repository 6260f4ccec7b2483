// What can be entered to waive a rule.
import { describe, expect, test } from 'vitest';
import { dayFromNow, endOf, faultsOf, type WaiveInput } from './waive-input.ts';

const now = new Date(2026, 10, 25, 12).getTime();
const good: WaiveInput = {
  reason: 'Replaced in May',
  owner: 'Mail team',
  lastDay: '2027-05-31',
  tag: undefined,
};

describe('faults', () => {
  test('none when all is filled in', () => expect(faultsOf(good, now)).toEqual([]));

  test('what is empty or blank', () => {
    expect(faultsOf({ reason: ' ', owner: '', lastDay: '', tag: ' ' }, now)).toEqual([
      'reason',
      'owner',
      'lastDay',
      'tag',
    ]);
  });

  test('a day that is over, today still holds, and one too far ahead', () => {
    expect(faultsOf({ ...good, lastDay: '2026-11-24' }, now)).toEqual(['lastDay']);
    expect(faultsOf({ ...good, lastDay: '2026-11-25' }, now)).toEqual([]);
    expect(faultsOf({ ...good, lastDay: '2028-12-31' }, now)).toEqual(['lastDay']);
  });
});

test('a waiver holds to the end of its last day, over the end of a year too', () => {
  expect(endOf('2026-12-31')).toBe(new Date(2027, 0, 1).getTime());
  expect(endOf('31.12.2026')).toBeUndefined();
});

test('days from now go over the end of a month', () => expect(dayFromNow(now, 10)).toBe('2026-12-05'));
