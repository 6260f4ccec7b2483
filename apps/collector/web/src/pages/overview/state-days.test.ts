// Checks how counts by day and state become lines of a table.
import { expect, test } from 'vitest';
import { stateDays } from './state-days.ts';

test('states of a day come together, days in their order', () => {
  expect(
    stateDays([
      { day: '2026-11-24', state: 'ready', hosts: 2 },
      { day: '2026-11-23', state: 'failing', hosts: 3 },
      { day: '2026-11-24', state: 'failing', hosts: 1 },
    ]),
  ).toEqual([
    {
      day: '2026-11-23',
      hosts: { failing: 3, restartNeeded: 0, unknown: 0, atRisk: 0, ready: 0 },
      total: 3,
    },
    {
      day: '2026-11-24',
      hosts: { failing: 1, restartNeeded: 0, unknown: 0, atRisk: 0, ready: 2 },
      total: 3,
    },
  ]);
});

test('no counts are no days', () => {
  expect(stateDays([])).toEqual([]);
});
