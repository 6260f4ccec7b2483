// Turns the counts that the collector answers, one a day and state, into one line a day.
import type { AnswerOf } from '../../api/types.ts';

export const shownStates = ['failing', 'restartNeeded', 'unknown', 'atRisk', 'ready'] as const;
export type DayState = (typeof shownStates)[number];

export interface StateDay {
  /** `2026-11-24` */
  day: string;
  hosts: Record<DayState, number>;
  total: number;
}

/** The oldest day first. */
export function stateDays(counts: AnswerOf<'GET /api/v1/overview/days'>['days']): StateDay[] {
  const days = new Map<string, StateDay>();
  for (const { day, state, hosts } of counts) {
    const line = days.get(day) ?? {
      day,
      hosts: { failing: 0, restartNeeded: 0, unknown: 0, atRisk: 0, ready: 0 },
      total: 0,
    };
    line.hosts[state] += hosts;
    line.total += hosts;
    days.set(day, line);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
