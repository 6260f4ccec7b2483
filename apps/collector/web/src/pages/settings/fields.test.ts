// What people type into fields.
import { describe, expect, test } from 'vitest';
import { emptyToNull, inDays, isUpTo, splitWords, startOfDay, wholeNumber } from './fields.ts';

test('words are split at commas and blanks, each once', () => {
  expect(splitWords(' edge, berlin;edge  x ')).toEqual(['edge', 'berlin', 'x']);
  expect(splitWords(' , ')).toEqual([]);
});

describe('a whole number', () => {
  test.each([
    ['', null],
    [' 7 ', 7],
    ['-1', Number.NaN],
    ['1.5', Number.NaN],
    ['1e3', Number.NaN],
  ])('%j is %j', (text, number) => expect(wholeNumber(text)).toEqual(number));

  test('is bounded', () => {
    expect([null, Number.NaN, 0, 1, 5, 6].map((value) => isUpTo(value, 5))).toEqual([
      ...[false, false, false],
      ...[true, true, false],
    ]);
  });
});

test('days from now, and none', () => {
  const now = Date.parse('2026-11-25T00:00:00Z');
  expect(inDays(2, now)).toBe('2026-11-27T00:00:00.000Z');
  expect(inDays(null, now)).toBeNull();
});

test('a day begins in the zone of the one who looks', () => {
  expect(Date.parse(startOfDay('2026-11-25'))).toBe(new Date(2026, 10, 25).getTime());
  expect(Date.parse(startOfDay('2026-10-31', 1))).toBe(new Date(2026, 10, 1).getTime());
});

test('an empty field is null', () => {
  expect([emptyToNull('  '), emptyToNull(' a ')]).toEqual([null, 'a']);
});
