// `backup`, `restore` and `move`: the store in a file, back from it, and from SQLite to PostgreSQL.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { backupStore } from '../store/copy/backup-store.ts';
import { moveStore } from '../store/copy/move-store.ts';
import { restoreStore } from '../store/copy/restore-store.ts';
import { StoreCopyError } from '../store/copy/store-copy-error.ts';
import { UsageError } from '../usage-error.ts';
import type { Context } from './context.ts';

export async function backup({ loaded, print }: Context, file: string): Promise<void> {
  const { bytes } = await told(() => backupStore(loaded.settings.database, file));
  print(`${file} holds the whole database (${bytes} bytes). The keys in the data folder are not in it.`);
}

export async function restore(
  { loaded, print }: Context,
  file: string,
  { replace = false }: { replace?: boolean },
): Promise<void> {
  const { database } = loaded.settings;
  if (database.kind === 'sqlite' && !existsSync(dirname(database.file)))
    mkdirSync(dirname(database.file), { recursive: true });
  const { migrated, previous } = await told(() => restoreStore(database, file, { replace, now: Date.now() }));
  print('The database is as it was when the backup was made.');
  if (migrated.length > 0) print(`It was brought up to date: ${migrated.join(', ')}.`);
  if (previous !== null) print(`The previous database is now ${previous}.`);
}

export async function move({ loaded, print }: Context, url: string): Promise<void> {
  const { database } = loaded.settings;
  if (database.kind !== 'sqlite')
    throw new UsageError(
      'The collector uses PostgreSQL already.',
      'Set the database to the SQLite file to move.',
    );
  if (!/^postgres(?:ql)?:\/\//.test(url))
    throw new UsageError('The target is no connection string.', 'Give postgres://user@server/database.');
  const { tables } = await told(() => moveStore(database.file, url));
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  print(
    `${rows} rows of ${Object.keys(tables).length} tables are in PostgreSQL; counts and checksums agree.`,
  );
  print(
    'Set the database to PostgreSQL now. The old file takes no report any more and can be removed later.',
  );
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreCopyError) throw new UsageError(error.message, error.remedy);
    throw error;
  }
}
