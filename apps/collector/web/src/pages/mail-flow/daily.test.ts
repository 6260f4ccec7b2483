// Days of a chart.
import { expect, test } from 'vitest';
import { lastDays, onDays } from './daily.ts';

test('days end today in UTC and have no gaps over the end of a month', () => {
  expect(lastDays(3, Date.parse('2026-03-01T00:30:00Z'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});

test('days without a count are zero, and days outside are left out', () => {
  const counts = [
    { day: '2026-02-28', count: 5 },
    { day: '2025-02-28', count: 7 },
  ];
  expect(onDays(['2026-02-27', '2026-02-28'], counts)).toEqual([0, 5]);
});
