// Writes rows into a store as fast as its database takes them.
import type { Kysely } from 'kysely';
import type { Database } from '../src/store/schema.ts';
import type { Store } from '../src/store/store.ts';
import { applyWaivers } from '../src/waivers/apply-waivers.ts';
import type { RandomFleet } from './random-fleet.ts';

/** In an order that foreign keys allow. */
const tables = [
  'sections',
  'facts',
  'facts_sections',
  'hosts',
  'host_tags',
  'host_findings',
  'host_changes',
  'host_peers',
  'host_errors',
  'host_queues',
  'host_days',
  'fleet_days',
  'rule_days',
  'reports',
] as const satisfies readonly (keyof RandomFleet)[];

export async function insertFleet(store: Store, fleet: RandomFleet, now: number): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    for (const table of tables) await insertRows(trx, table, fleet[table]);
  });
  await store.db.transaction().execute((trx) => applyWaivers(trx, now));
}

async function insertRows(
  db: Kysely<Database>,
  table: (typeof tables)[number],
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const atOnce = Math.max(1, Math.floor(20_000 / Math.max(columns, 1)));
  for (let from = 0; from < rows.length; from += atOnce) {
    // Rows of one table have the columns of that table, which the compiler cannot see through the list of tables.
    await db
      .insertInto(table)
      .values(rows.slice(from, from + atOnce) as never)
      .execute();
  }
}
