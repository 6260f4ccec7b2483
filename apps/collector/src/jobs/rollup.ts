// One line a day of how many hosts were in each state, and of what each rule said of how many; kept for years.

import { countSets } from '../fleet/finding-sets.ts';
import { everyHost } from '../fleet/host-filter.ts';
import { insertRows, type RowShape } from '../store/bulk.ts';
import { dayOf } from '../store/clip.ts';
import type { Database } from '../store/schema.ts';
import { inTransaction } from '../store/transaction.ts';
import type { JobCollector } from './job.ts';

const fleetDayShape: RowShape<Database['fleet_days']> = {
  table: 'fleet_days',
  columns: { day: 'text', state: 'text', hosts: 'bigint' },
};
const ruleDayShape: RowShape<Database['rule_days']> = {
  table: 'rule_days',
  columns: { day: 'text', rule_id: 'text', verdict: 'text', hosts: 'bigint' },
};

/** Writes today's lines anew; the last run of a day is what stays of it. */
export async function rollUpDay(collector: JobCollector): Promise<void> {
  const { store, now } = collector;
  const day = dayOf(now());
  const states = await store.reader
    .selectFrom('hosts')
    .select(['state', (eb) => eb.fn.countAll<number>().as('hosts')])
    .where('status', '=', 'active')
    .where('state', 'is not', null)
    .groupBy('state')
    .execute();
  const rules = new Map<string, Database['rule_days']>();
  for (const { entries, hosts } of await countSets(collector, everyHost)) {
    for (const [rule_id, verdict] of entries) {
      const key = `${rule_id} ${verdict}`;
      const line = rules.get(key);
      if (line) line.hosts += hosts;
      else rules.set(key, { day, rule_id, verdict, hosts });
    }
  }
  await inTransaction(store, async (tx) => {
    await tx.db.deleteFrom('fleet_days').where('day', '=', day).execute();
    await tx.db.deleteFrom('rule_days').where('day', '=', day).execute();
    const rows = states.flatMap(({ state, hosts }) => (state === null ? [] : [{ day, state, hosts }]));
    await insertRows(tx, fleetDayShape, rows);
    await insertRows(tx, ruleDayShape, [...rules.values()]);
  });
}
