// Fresh, empty, migrated stores for tests, on both databases.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { noteNotRun } from '../../../packages/core/test/not-run.ts';
import { migrateStore } from '../src/store/migrate-store.ts';
import { type DatabaseSettings, openStore, type Store } from '../src/store/store.ts';
import { findPostgres, postgresUrl, startPostgres } from './postgres-server.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface TestDatabase {
  settings: DatabaseSettings;
  store: Store;
  /** Closes the store and removes the database. */
  remove(): Promise<void>;
}

/**
 * The databases that can be had on this machine; the one that cannot is noted as not run.
 * `describe.each(databaseKinds('storing reports'))('on %s', (kind) => …)`
 */
export function databaseKinds(what: string): readonly DatabaseKind[] {
  const tools = findPostgres();
  if (typeof tools !== 'string') return ['sqlite', 'postgres'];
  noteNotRun(`${what} on PostgreSQL`, tools);
  return ['sqlite'];
}

/** A database of its own, migrated unless told otherwise. */
export async function testDatabase(
  kind: DatabaseKind,
  { migrated = true }: { migrated?: boolean } = {},
): Promise<TestDatabase> {
  const { settings, drop } = await (kind === 'sqlite' ? newSqlite() : newPostgres(migrated));
  const store = await openStore(settings);
  if (migrated && kind === 'sqlite') await migrateStore(store);
  const remove = async (): Promise<void> => {
    await store.close();
    await drop();
  };
  return { settings, store, remove };
}

interface NewDatabase {
  settings: DatabaseSettings;
  drop(): Promise<void>;
}

async function newSqlite(): Promise<NewDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-store-'));
  const drop = async (): Promise<void> => rmSync(folder, { recursive: true, force: true });
  return { settings: { kind: 'sqlite', file: join(folder, 'collector.db') }, drop };
}

/** A copy of a database that was migrated once: that takes a tenth of migrating each. All go with the server. */
async function newPostgres(migrated: boolean): Promise<NewDatabase> {
  const folder = await postgresFolder();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(folder, `create database ${name} template ${migrated ? template : 'template1'}`);
  return { settings: { kind: 'postgres', url: postgresUrl(folder, name) }, drop: async () => {} };
}

const template = 'migrated';

async function makeTemplate(folder: string): Promise<void> {
  await asOwner(folder, `create database ${template}`);
  const store = await openStore({ kind: 'postgres', url: postgresUrl(folder, template) });
  await migrateStore(store);
  await store.close();
}

async function asOwner(folder: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl(folder, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts the server of this run when nobody did, and waits for it when somebody is at it. */
export async function postgresFolder(): Promise<string> {
  const ofTheRun = process.env.MAILFLOW_TLS_TEST_POSTGRES;
  if (ofTheRun === undefined) throw new Error('There is no folder for PostgreSQL: is this run by vitest?');
  const server = join(ofTheRun, 'server');
  const started = join(ofTheRun, 'started');
  if (existsSync(started)) return server;
  const tools = findPostgres();
  if (typeof tools === 'string') throw new Error(tools);
  try {
    mkdirSync(join(ofTheRun, 'starting'));
  } catch {
    for (let waited = 0; !existsSync(started); waited += 50) {
      if (waited > 60_000) throw new Error('PostgreSQL did not start within a minute.');
      await setTimeout(50);
    }
    return server;
  }
  startPostgres(tools, server);
  await makeTemplate(server);
  writeFileSync(started, '');
  return server;
}
