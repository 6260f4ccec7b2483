// Writes everything the database holds into one file while the collector goes on.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup as backupSqlite } from 'node:sqlite';
import { schemaState } from '../migrate-store.ts';
import { postgresPool } from '../postgres-pool.ts';
import { connectSqlite } from '../sqlite-dialect.ts';
import { type DatabaseSettings, openStore } from '../store.ts';
import { copyTables } from './copy-tables.ts';
import { flushFile } from './flush-file.ts';
import { postgresEnd } from './postgres-end.ts';
import { sqliteEnd } from './sqlite-end.ts';
import { StoreCopyError } from './store-copy-error.ts';
import { checkStoreFile, createStoreFile } from './store-file.ts';

export interface BackupResult {
  file: string;
  bytes: number;
}

/**
 * The file is an SQLite database whichever database it comes from, so that it can be restored to either and needs no
 * program of the server's version beside the collector. It appears under its name only when it is whole.
 */
export async function backupStore(database: DatabaseSettings, file: string): Promise<BackupResult> {
  if (existsSync(file)) throw new StoreCopyError('file-exists', `${file} is there already.`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    if (database.kind === 'sqlite') await copySqlite(database.file, unfinished);
    else await exportPostgres(database.url, unfinished);
    await checkStoreFile(unfinished);
    flushFile(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return { file, bytes: statSync(file).size };
}

async function copySqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new StoreCopyError('no-such-file', `There is no database ${from}.`);
  const source = connectSqlite(from);
  try {
    await backupSqlite(source, to, { rate: 1000 });
  } finally {
    source.close();
  }
}

/** One snapshot of all tables: what is written meanwhile is not in it. */
async function exportPostgres(url: string, to: string): Promise<void> {
  const store = await openStore({ kind: 'postgres', url });
  const { state } = await schemaState(store);
  await store.close();
  if (state !== 'current')
    throw new StoreCopyError('schema-behind', 'Run `migrate` first: this version did not make these tables.');
  const target = await createStoreFile(to);
  const pool = postgresPool(url, { statementTimeout: 0, onError: () => {} });
  try {
    const client = await pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      target.exec('begin immediate');
      await copyTables(postgresEnd(client), sqliteEnd(target));
      target.exec('commit');
      await client.query('commit');
    } finally {
      client.release(true);
    }
  } finally {
    target.close();
    await pool.end();
  }
}
