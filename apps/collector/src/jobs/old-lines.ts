// Forgets lines of history, refusals, messages and sessions that are older than they are kept.
import { sql } from 'kysely';
import { dayOf } from '../store/clip.ts';
import type { Database } from '../store/schema.ts';
import type { Db } from '../store/store.ts';
import { day, type JobCollector } from './job.ts';

export interface Limits {
  /** Details go with the reports. */
  reportsBefore: number;
  /** Lines of history stay longer. */
  linesBefore: number;
}

/** Rows that one statement removes, so that nobody waits long for it. */
const rowsAtOnce = 5000;
const sentMessagesMs: number = 30 * day;

export async function forgetOldLines(
  { db, now }: JobCollector,
  { reportsBefore, linesBefore }: Limits,
  signal: AbortSignal,
): Promise<void> {
  const linesDay = dayOf(linesBefore);
  const reportsDay = dayOf(reportsBefore);
  const sentBefore = now() - sentMessagesMs;
  const old: readonly (readonly [keyof Database, string, number | string])[] = [
    ['host_days', 'day', linesDay],
    ['host_changes', 'at', linesBefore],
    ['fleet_days', 'day', linesDay],
    ['rule_days', 'day', linesDay],
    ['fleet_errors', 'day', linesDay],
    ['refusals', 'day', linesDay],
    ['alerts', 'at', linesBefore],
    ['host_errors', 'day', reportsDay],
    ['outbox', 'delivered_at', sentBefore],
    ['outbox', 'given_up_at', sentBefore],
    ['sessions', 'expires_at', now() - day],
    ['one_time_links', 'expires_at', now() - day],
  ];
  for (const [table, column, before] of old) await forget(db, table, column, before, signal);
}

async function forget(
  db: Db,
  table: keyof Database,
  column: string,
  before: number | string,
  signal: AbortSignal,
): Promise<void> {
  const value = sql.ref(column);
  for (;;) {
    signal.throwIfAborted();
    // Up to the value of the last of so many rows: what is equal to it may go with them, since it is old too.
    const bound = await sql<{ value: number | string }>`
      select ${value} as value from ${sql.table(table)} where ${value} < ${before}
      order by ${value} limit 1 offset ${rowsAtOnce}`.execute(db);
    const upTo = bound.rows[0]?.value;
    const condition = upTo === undefined ? sql`${value} < ${before}` : sql`${value} <= ${upTo}`;
    await sql`delete from ${sql.table(table)} where ${condition}`.execute(db);
    if (upTo === undefined) return;
  }
}
