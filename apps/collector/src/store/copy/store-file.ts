// A store in one file, as a backup is: made new, and checked before anything trusts it.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { migrateStore, schemaState } from '../migrate-store.ts';
import type { Database } from '../schema.ts';
import { sqliteDialect } from '../sqlite-dialect.ts';
import { StoreCopyError } from './store-copy-error.ts';

/** Made in one go: a journal would only cost, since an unfinished file is thrown away. The caller closes it. */
export async function createStoreFile(file: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;');
  await migrateStore({ db: new Kysely<Database>({ dialect: sqliteDialect(database) }) });
  return database;
}

/** Whether it is a whole store that this version understands. Throws a StoreCopyError when not. */
export async function checkStoreFile(file: string): Promise<'current' | 'behind'> {
  if (!existsSync(file)) throw new StoreCopyError('no-such-file', `There is no file ${file}.`);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const state = await stateOf(database, file);
    if (state === 'ahead')
      throw new StoreCopyError('schema-ahead', `${file} is of a newer version of the collector.`);
    return state;
  } finally {
    if (database.isOpen) database.close();
  }
}

async function stateOf(database: DatabaseSync, file: string): Promise<'current' | 'behind' | 'ahead'> {
  let found: string;
  try {
    const [row] = database.prepare('pragma integrity_check(1)').all();
    found = String(row?.integrity_check);
    if (found === 'ok') {
      const { state } = await schemaState({ db: new Kysely<Database>({ dialect: sqliteDialect(database) }) });
      if (state !== 'new') return state;
      found = 'it has none of the tables';
    }
  } catch (error) {
    found = error instanceof Error ? error.message : String(error);
  }
  throw new StoreCopyError('backup-damaged', `${file} is not a whole backup: ${found}.`);
}
