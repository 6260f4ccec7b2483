// Brings a database to the schema of this version, and says how far it is from it.
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { first } from './migrations/0001-first.ts';
import type { Database } from './schema.ts';

/** In order of their names; a released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-first': first };

export interface SchemaState {
  /** `new`: no tables yet. `behind`: `migrate` is needed. `ahead`: a newer version of the collector has been here. */
  state: 'new' | 'current' | 'behind' | 'ahead';
  applied: readonly string[];
  pending: readonly string[];
}

/**
 * Runs what is missing and returns its names. All of it is one transaction; two collectors that start at once wait for
 * each other. Throws when it fails, or when the database is ahead.
 */
export async function migrateStore(
  store: { db: Kysely<Database> },
  upTo?: string,
): Promise<readonly string[]> {
  const migrator = migratorOf(store.db);
  const { error, results } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo));
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

export async function schemaState(store: { db: Kysely<Database> }): Promise<SchemaState> {
  const { db } = store;
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const names = Object.keys(migrations);
  if (!tables.some(({ name }) => name === migrationTable))
    return { state: 'new', applied: [], pending: names };
  // The migrator's own table is none of the schema's.
  const rows = await (db as unknown as Kysely<MigrationTables>)
    .selectFrom(migrationTable)
    .select('name')
    .orderBy('name')
    .execute();
  const applied = rows.map(({ name }) => name);
  const pending = names.filter((name) => !applied.includes(name));
  const ahead = applied.some((name) => !names.includes(name));
  return { state: ahead ? 'ahead' : pending.length > 0 ? 'behind' : 'current', applied, pending };
}

const migrationTable = 'kysely_migration';

interface MigrationTables {
  [migrationTable]: { name: string };
}

function migratorOf(db: Kysely<Database>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
}
