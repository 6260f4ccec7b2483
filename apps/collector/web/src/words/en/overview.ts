// English words of the overview.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const number = (count: number): string => plural(count, { one: '#', other: '#' });

export const overview = {
  loses: (bad: number, all: number) =>
    plural(all, {
      one: 'The one host would lose mail to Office 365',
      other: `${number(bad)} of # hosts would lose mail to Office 365`,
    }),
  losesNone: (all: number) =>
    plural(all, {
      one: 'The one host is not known to lose mail to Office 365',
      other: 'None of # hosts is known to lose mail to Office 365',
    }),
  onlyRestart: (count: number) =>
    plural(count, { one: '# only needs a restart', other: '# only need a restart' }),
  notJudged: (count: number) =>
    plural(count, { one: '# could not be judged', other: '# could not be judged' }),
  byState: 'Hosts by state',
  waived: (count: number) => plural(count, { one: '# waived', other: '# waived' }),
  silent: 'Silent',
  silentHint: 'Sent no report for longer than they should.',
  waiting: 'Waiting for approval',
  next: 'What to do next',
  nextLead: 'In the order of the mail that it saves, as far as the logs of the hosts tell.',
  restart: 'Restart Windows, nothing else',
  /** `rule`: what is true where the rule passes. */
  mend: (rule: string) => `Fix: ${rule}`,
  touches: (count: number) => plural(count, { one: '# host', other: '# hosts' }),
  mends: (count: number) =>
    plural(count, { one: '# has nothing else that fails', other: '# have nothing else that fails' }),
  messages: (count: number) =>
    plural(count, { one: '# message in its logs', other: '# messages in their logs' }),
  nothingNext: 'Nothing has to be done now.',
  since: 'Since your last visit',
  sinceAt: 'since',
  firstVisit: 'This is the first visit from this browser. From now on, this shows what changed in between.',
  fresh: 'New',
  worsened: 'Worse',
  improved: 'Better',
  overTime: 'Hosts over time',
  overTimeTable: 'Hosts by state and day',
  day: 'Day',
  noDays: 'The first day is not over yet.',
  age: 'How current this is',
  newest: 'Newest report',
  oldest: 'Oldest of the last reports',
  oldestHint: 'Of hosts that are not silent.',
};
