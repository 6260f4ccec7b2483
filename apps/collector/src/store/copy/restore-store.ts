// Puts a backup in the place of the database, after it was found whole.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { migrateStore } from '../migrate-store.ts';
import { type DatabaseSettings, openStore } from '../store.ts';
import { copyIntoPostgres } from './copy-into-postgres.ts';
import { flushFile } from './flush-file.ts';
import { StoreCopyError } from './store-copy-error.ts';
import { checkStoreFile } from './store-file.ts';

export interface RestoreResult {
  /** Migrations that the restored data still needed. */
  migrated: readonly string[];
  /** Where the database that was there before is now; null without one, and on PostgreSQL, where it is gone. */
  previous: string | null;
}

export interface RestoreOptions {
  /** Take the place of a database that holds something. */
  replace?: boolean;
  /** For the name of the previous database. */
  now: number;
}

/** No collector may run on the database meanwhile. */
export async function restoreStore(
  database: DatabaseSettings,
  backupFile: string,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const state = await checkStoreFile(backupFile);
  if (database.kind === 'sqlite') return restoreSqlite(database.file, backupFile, options);
  return restorePostgres(database.url, backupFile, state, options.replace ?? false);
}

async function restoreSqlite(
  file: string,
  backupFile: string,
  { replace = false, now }: RestoreOptions,
): Promise<RestoreResult> {
  if (existsSync(file) && !replace)
    throw new StoreCopyError('target-not-empty', `${file} is there already. It is kept when replaced.`);
  const arriving = `${file}.restoring`;
  copyFileSync(backupFile, arriving);
  flushFile(arriving);
  let previous: string | null = null;
  if (existsSync(file)) {
    previous = `${file}.before-restore-${new Date(now).toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
    settleJournal(file);
    renameSync(file, previous);
  }
  // A journal of the previous database must not be taken for one of this.
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(arriving, file);
  const store = await openStore({ kind: 'sqlite', file });
  try {
    await store.db.deleteFrom('leases').execute();
    return { migrated: await migrateStore(store), previous };
  } finally {
    await store.close();
  }
}

/** Brings what is only in the journal into the file, so that the file alone is the whole previous database. */
function settleJournal(file: string): void {
  try {
    const database = new DatabaseSync(file);
    database.exec('pragma wal_checkpoint(truncate)');
    database.close();
  } catch {
    // It may be what is damaged, and the reason for restoring.
  }
}

async function restorePostgres(
  url: string,
  backupFile: string,
  state: 'current' | 'behind',
  replace: boolean,
): Promise<RestoreResult> {
  // An older backup is first brought up to date in a copy.
  const source = state === 'current' ? backupFile : `${backupFile}.migrating`;
  let migrated: readonly string[] = [];
  try {
    if (source !== backupFile) {
      copyFileSync(backupFile, source);
      const store = await openStore({ kind: 'sqlite', file: source });
      migrated = await migrateStore(store);
      await store.close();
    }
    const opened = new DatabaseSync(source, { readOnly: true });
    try {
      await copyIntoPostgres(opened, url, { replace });
    } finally {
      opened.close();
    }
  } finally {
    if (source !== backupFile)
      for (const suffix of ['', '-wal', '-shm']) rmSync(source + suffix, { force: true });
  }
  return { migrated, previous: null };
}
