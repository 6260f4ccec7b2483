// The schema of a database as SQL that makes it again, without what differs from server to server.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { PostgresTools } from './postgres-server.ts';

const migratorTables = ['kysely_migration', 'kysely_migration_lock'];

export function describeSqlite(database: DatabaseSync): string {
  const rows = database
    .prepare(
      `select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by rowid`,
    )
    .all();
  const done = database.prepare('select name from kysely_migration order by name').all();
  return `${[...rows.map((row) => `${row.sql};`), ...done.map((row) => migrated(String(row.name)))].join('\n')}\n`;
}

export function describePostgres(tools: PostgresTools, folder: string, database: string): string {
  const options = ['-h', folder, '-U', 'postgres', '--no-owner', '--no-privileges', database];
  const dump = (...more: string[]) =>
    execFileSync(join(tools.bin, 'pg_dump'), [...more, ...options], { encoding: 'utf8', cwd: '/' });
  const schema = dump('--schema-only').split('\n');
  const data = dump('--data-only', '--inserts', ...migratorTables.map((table) => `--table=${table}`));
  const done = [...data.matchAll(/INTO public\.kysely_migration VALUES \('([^']+)'/g)].map(([, name = '']) =>
    migrated(name),
  );
  // Comments name the server's version, backslashes are for psql, settings are of that session.
  const kept = schema.filter((line) => !/^(?:--|\\|SET |SELECT pg_catalog\.set_config|$)/.test(line));
  return `${[...kept, ...done].join('\n')}\n`;
}

function migrated(name: string): string {
  return `insert into kysely_migration (name, timestamp) values ('${name}', '2026-11-24T00:00:00.000Z');`;
}
