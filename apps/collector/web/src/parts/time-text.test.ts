// Times as text.
import { expect, test } from 'vitest';
import { formatTag, localTime, relativeTime, utcTime } from './time-text.ts';

const at = Date.parse('2026-11-25T08:03:09Z');

test('the browser’s variant of the language is taken, others are not', () => {
  expect(formatTag('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(formatTag('he', ['en-GB'])).toBe('he');
});

test('local time is in the zone, UTC is not', () => {
  expect(localTime(at, 'en-GB', 'Asia/Jerusalem')).toBe('25 Nov 2026, 10:03');
  expect(utcTime(at)).toBe('2026-11-25 08:03:09');
});

test('the Hebrew dual does not repeat its number', () => {
  expect(relativeTime(at + 61 * 86_400_000, at, 'he')).toBe('בעוד חודשיים');
});

test.each([
  [-30_000, 'this minute'],
  [-60_000, '1 minute ago'],
  [-59 * 60_000, '59 minutes ago'],
  [-25 * 3_600_000, 'yesterday'],
  [3 * 86_400_000, 'in 3 days'],
  [-400 * 86_400_000, 'last year'],
])('%d ms is %s', (distance, text) => {
  expect(relativeTime(at + distance, at, 'en')).toBe(text);
});
