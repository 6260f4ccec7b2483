// Copies a whole store from SQLite into a PostgreSQL database, all of it or nothing.
import type { DatabaseSync } from 'node:sqlite';
import { migrateStore } from '../migrate-store.ts';
import { postgresPool } from '../postgres-pool.ts';
import { openStore } from '../store.ts';
import { tableNames } from '../tables.ts';
import { copyTables, firstFilledTable, type TableSums } from './copy-tables.ts';
import { postgresEnd } from './postgres-end.ts';
import { sqliteEnd } from './sqlite-end.ts';
import { StoreCopyError } from './store-copy-error.ts';

/** Makes the tables where they are missing. `replace`: rows that are there go, in the same transaction. */
export async function copyIntoPostgres(
  source: DatabaseSync,
  url: string,
  { replace }: { replace: boolean },
): Promise<TableSums> {
  const store = await openStore({ kind: 'postgres', url });
  try {
    await migrateStore(store);
  } finally {
    await store.close();
  }
  const pool = postgresPool(url, { statementTimeout: 0, onError: () => {} });
  try {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const target = postgresEnd(client);
      if (replace) {
        await client.query('alter table audit_log disable trigger user');
        await client.query(`truncate ${tableNames.join(', ')}`);
        await client.query('alter table audit_log enable trigger user');
      }
      const filled = await firstFilledTable(target);
      if (filled !== null)
        throw new StoreCopyError('target-not-empty', `The database already holds rows, e.g. in ${filled}.`);
      const sums = await copyTables(sqliteEnd(source), target);
      await client.query('commit');
      // The planner knows nothing of so many new rows.
      await client.query('analyze');
      return sums;
    } finally {
      // Ends the transaction with the connection when it was not committed.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
