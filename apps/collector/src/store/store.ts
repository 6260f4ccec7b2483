// The store: one schema over SQLite or PostgreSQL.
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Settings } from '../settings/settings.ts';
import { postgresPool } from './postgres-pool.ts';
import type { Database } from './schema.ts';
import { connectSqlite, sqliteDialect } from './sqlite-dialect.ts';

interface StoreBase {
  readonly db: Kysely<Database>;
  /**
   * For long reads (exports, streams) that must not hold up writing: on SQLite a read-only connection of its own, on
   * PostgreSQL the same as `db`.
   */
  readonly reader: Kysely<Database>;
  close(): Promise<void>;
}

export interface SqliteStore extends StoreBase {
  readonly kind: 'sqlite';
  /** The connection behind `db`. Only to be used inside a transaction of `db`, which keeps all others away from it. */
  readonly connection: DatabaseSync;
}

export interface PostgresStore extends StoreBase {
  readonly kind: 'postgres';
  readonly pool: pg.Pool;
}

export type Store = SqliteStore | PostgresStore;
export type DatabaseSettings = Settings['database'];
/** `db`, or a transaction of it. */
export type Db = Kysely<Database> | Transaction<Database>;

/** No question and no write of the program takes longer on a healthy database. */
const statementTimeoutMs = 60_000;

/** Opens the database; the tables are `migrate`'s work. Throws when it cannot be opened. */
export async function openStore(
  settings: DatabaseSettings,
  onError: (error: Error) => void = () => {},
): Promise<Store> {
  if (settings.kind === 'sqlite') return openSqlite(settings.file);
  const pool = postgresPool(settings.url, { statementTimeout: statementTimeoutMs, onError });
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { kind: 'postgres', db, reader: db, pool, close: () => closePostgres(db, pool) };
}

function openSqlite(file: string): SqliteStore {
  const connection = connectSqlite(file);
  const db = new Kysely<Database>({ dialect: sqliteDialect(connection) });
  const readConnection = connectSqlite(file, true);
  const reader = new Kysely<Database>({ dialect: sqliteDialect(readConnection) });
  const close = async (): Promise<void> => {
    // The last one to close must be the one that writes: it folds the write-ahead log into the file.
    for (const [kysely, each] of [
      [reader, readConnection],
      [db, connection],
    ] as const) {
      await kysely.destroy();
      // kysely leaves a connection alone that it never used.
      if (each.isOpen) each.close();
    }
  };
  return { kind: 'sqlite', db, reader, connection, close };
}

async function closePostgres(db: Kysely<Database>, pool: pg.Pool): Promise<void> {
  await db.destroy();
  if (!pool.ended) await pool.end();
}
