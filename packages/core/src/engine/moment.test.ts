// The time of judging, written out once.
import { expect, test } from 'vitest';
import { momentOf } from './moment.ts';

test('the same time is the same moment, another one is not', () => {
  const moment = momentOf(new Date('2026-11-01T12:00:00.000Z'));
  expect(momentOf(new Date('2026-11-01T12:00:00.000Z'))).toBe(moment);
  expect(momentOf(new Date('2026-11-01T12:00:00.001Z')).text).toBe('2026-11-01T12:00:00.001Z');
});

test('days later, across the end of a year', () => {
  const moment = momentOf(new Date('2026-12-30T23:00:00.000Z'));
  expect([moment.daysLater(2), moment.daysLater(30), moment.daysLater(2)]).toEqual([
    '2027-01-01T23:00:00.000Z',
    '2027-01-29T23:00:00.000Z',
    '2027-01-01T23:00:00.000Z',
  ]);
});

test('no date is an error, also after a good one', () => {
  expect(() => momentOf(new Date('no date'))).toThrow(RangeError);
});
