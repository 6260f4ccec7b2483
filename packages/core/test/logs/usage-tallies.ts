// Brings a report into the shape of the truth about a made-up log, so that the two can be compared.

import type { Usage, UsageReport } from '../../src/mailflow/usage.ts';
import { count, type LogTruth, type Tally } from '../generate-logs.ts';

export type Tallies = Pick<
  LogTruth,
  'sessions' | 'unfinished' | 'outcomes' | 'suites' | 'messages' | 'errors'
>;

export function tallies(usage: Usage): Tallies {
  const report: UsageReport = usage.report();
  const outcomes: Tally = new Map();
  const suites: Tally = new Map();
  const messages: Tally = new Map();
  const errors: Tally = new Map();
  for (const cell of usage.save().cells) {
    const key = [cell.direction, cell.connector, cell.peer, cell.kind].join('\t');
    count(outcomes, `${key}\t${cell.outcome}`, cell.sessions);
    if (cell.suite !== '') count(suites, `${key}\t${cell.outcome}\t${cell.suite}`, cell.sessions);
    for (const what of ['encrypted', 'clear', 'refused'] as const)
      count(messages, `${what}\t${key}`, cell[what]);
  }
  for (const error of report.errors) {
    count(errors, [error.direction, error.connector, error.text].join('\t'), error.count);
  }
  return { sessions: report.sessions, unfinished: report.unfinished, outcomes, suites, messages, errors };
}

export function onlyTallies(truth: LogTruth): Tallies {
  const { sessions, unfinished, outcomes, suites, messages, errors } = truth;
  return { sessions, unfinished, outcomes, suites, messages, errors };
}

/** What comes of reading the same log `n` times. */
export function times(truth: Tallies, n: number): Tallies {
  const multiplied = (tally: Tally): Tally => new Map([...tally].map(([key, value]) => [key, value * n]));
  return {
    sessions: truth.sessions * n,
    unfinished: truth.unfinished * n,
    outcomes: multiplied(truth.outcomes),
    suites: multiplied(truth.suites),
    messages: multiplied(truth.messages),
    errors: multiplied(truth.errors),
  };
}
