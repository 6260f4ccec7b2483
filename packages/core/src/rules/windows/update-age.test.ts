// windows/update-age: how old the last update is.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'windows/update-age';

const dated = (...dates: (string | null)[]) =>
  withSection('updates', {
    hotfixes: dates.map((installedOn, index) => ({ id: `KB${index}`, description: null, installedOn })),
  });

test.each<[string, HostFacts, string]>([
  ['this month', exampleFacts(), 'pass recent'],
  ['the newest counts', dated('2020-01-01', '2026-10-18', '2021-01-01'), 'pass recent'],
  ['90 days', dated('2026-08-03'), 'pass recent'],
  ['91 days', dated('2026-08-02'), 'warn old'],
  ['old, but some have no date', dated('2024-01-01', null), 'info oldAmongDated'],
  [
    'old, and one in the future, where day and month are mixed up',
    dated('2024-01-01', '2026-12-10'),
    'info oldAmongDated',
  ],
  ['no dates at all', dated(null, null), 'notChecked undated'],
  ['no updates at all', dated(), 'notChecked none'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
