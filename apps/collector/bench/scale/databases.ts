// A fresh, migrated database of each wanted kind for a measurement; all of it is removed behind it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrateStore } from '../../src/store/migrate-store.ts';
import { type DatabaseSettings, openStore, type Store } from '../../src/store/store.ts';
import { findPostgres, postgresUrl, startPostgres, stopPostgres } from '../../test/postgres-server.ts';

export interface BenchDatabase {
  kind: 'sqlite' | 'postgres';
  settings: DatabaseSettings;
  /** For files of the measurement. */
  folder: string;
}

/** `kinds` as of the command line: `sqlite,postgres`. */
export async function onDatabases(
  kinds: string,
  measure: (database: BenchDatabase) => Promise<void>,
): Promise<void> {
  for (const kind of kinds.split(',')) {
    const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-bench-'));
    // PostgreSQL runs as a user of its own.
    chmodSync(folder, 0o755);
    try {
      if (kind === 'sqlite') {
        const settings = { kind, file: join(folder, 'collector.db') } as const;
        await migrate(settings);
        await measure({ kind, settings, folder });
      } else if (kind === 'postgres') await onPostgres(folder, measure);
      else throw new Error(`${kind} is no database; give sqlite, postgres or both with a comma.`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function onPostgres(
  folder: string,
  measure: (database: BenchDatabase) => Promise<void>,
): Promise<void> {
  const tools = findPostgres();
  if (typeof tools === 'string') {
    process.stdout.write(`postgres: not run: ${tools}\n`);
    return;
  }
  const server = join(folder, 'server');
  startPostgres(tools, server, ['shared_buffers=256MB', 'max_wal_size=2GB']);
  try {
    const settings = { kind: 'postgres', url: postgresUrl(server, 'postgres') } as const;
    await migrate(settings);
    await measure({ kind: 'postgres', settings, folder });
  } finally {
    stopPostgres(tools, server, 'immediate');
  }
}

async function migrate(settings: DatabaseSettings): Promise<void> {
  const store = await openStore(settings);
  await migrateStore(store);
  await store.close();
}

export async function megabytesOf(store: Store): Promise<number> {
  const size =
    store.kind === 'sqlite'
      ? sql<number>`page_count * page_size`.as('size')
      : sql<number>`pg_database_size(current_database())`.as('size');
  const from = store.kind === 'sqlite' ? sql` from pragma_page_count, pragma_page_size` : sql``;
  const { rows } = await sql<{ size: number }>`select ${size}${from}`.execute(store.db);
  return Number(rows[0]?.size) / 1e6;
}
