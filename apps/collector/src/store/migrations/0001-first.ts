// The first schema: every table, with the keys and indexes that the questions asked of it need.
import { type Kysely, sql } from 'kysely';
import { createFactsTables } from './0001-facts-tables.ts';
import { createHostTables } from './0001-host-tables.ts';
import { createPeopleTables } from './0001-people-tables.ts';
import { createWorkTables } from './0001-work-tables.ts';
import { columnsOf } from './columns.ts';

export const first = {
  async up(db: Kysely<unknown>): Promise<void> {
    const columns = columnsOf(db);
    await createHostTables(db, columns);
    await createFactsTables(db, columns);
    await createWorkTables(db, columns);
    await createPeopleTables(db, columns);
    await (columns.isSqlite ? sealAuditLogOfSqlite(db) : sealAuditLogOfPostgres(db));
  },
};

/** The audit log is written and read; whoever wants to change it has to go round the product. */
async function sealAuditLogOfSqlite(db: Kysely<unknown>): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.ref(`audit_log_no_${change}`)} before ${sql.raw(change)} on audit_log
      begin select raise(abort, 'the audit log cannot be changed'); end`.execute(db);
  }
}

async function sealAuditLogOfPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function audit_log_is_sealed() returns trigger language plpgsql as
    $$ begin raise exception 'the audit log cannot be changed'; end $$`.execute(db);
  await sql`
    create trigger audit_log_no_change before update or delete or truncate on audit_log
    for each statement execute function audit_log_is_sealed()`.execute(db);
}
