// Takes everything from the embedded database to PostgreSQL.
import { existsSync } from 'node:fs';
import { schemaState } from '../migrate-store.ts';
import { connectSqlite } from '../sqlite-dialect.ts';
import { openStore } from '../store.ts';
import { copyIntoPostgres } from './copy-into-postgres.ts';
import type { TableSums } from './copy-tables.ts';
import { StoreCopyError } from './store-copy-error.ts';

export interface MoveResult {
  /** Rows and checksum by table, the same on both sides. */
  tables: TableSums;
}

/**
 * The old database is locked meanwhile and takes no report afterwards, so that a collector that still runs on it
 * acknowledges nothing that the new one would not have.
 */
export async function moveStore(sqliteFile: string, postgresUrl: string): Promise<MoveResult> {
  if (!existsSync(sqliteFile))
    throw new StoreCopyError('no-such-file', `There is no database ${sqliteFile}.`);
  const store = await openStore({ kind: 'sqlite', file: sqliteFile });
  const { state } = await schemaState(store);
  await store.close();
  if (state === 'ahead') throw new StoreCopyError('schema-ahead', 'The database is of a newer version.');
  if (state !== 'current') throw new StoreCopyError('schema-behind', 'Run `migrate` first.');
  const source = connectSqlite(sqliteFile);
  try {
    source.exec('pragma busy_timeout = 30000; begin immediate');
    const tables = await copyIntoPostgres(source, postgresUrl, { replace: false });
    source.exec(`
      create trigger if not exists moved_to_postgres before insert on reports
      begin select raise(abort, 'this database was moved to PostgreSQL'); end;
      commit`);
    return { tables };
  } finally {
    source.close();
  }
}
