// Lets SQLite know how its values are spread, by which it chooses indexes: the overview takes a third of the time. PostgreSQL does so by itself.
import { sql } from 'kysely';
import type { Asking } from './asking.ts';

export async function refreshStatistics({ db, store }: Pick<Asking, 'db' | 'store'>): Promise<void> {
  if (store.kind !== 'sqlite') return;
  // Looks at this many rows of an index, so that it takes milliseconds at any size.
  await sql`pragma analysis_limit = 2000`.execute(db);
  await sql`analyze`.execute(db);
  // Other connections read them again only when the schema changes; it does, and is what it was.
  await db.transaction().execute(async (trx) => {
    await sql`create table statistics_changed (at integer)`.execute(trx);
    await sql`drop table statistics_changed`.execute(trx);
  });
}
