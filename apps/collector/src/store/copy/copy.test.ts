// Backups are whole, restores put back exactly what was there, and a move loses nothing and lets nothing get lost.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds, type TestDatabase, testDatabase } from '../../../test/databases.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  recordingCollector,
  reporter,
  start,
  withoutTls12,
} from '../../../test/verified-reports.ts';
import { recordReports } from '../record-reports.ts';
import { openStore, type PostgresStore, type Store } from '../store.ts';
import { tableNames } from '../tables.ts';
import { backupStore } from './backup-store.ts';
import type { CopyEnd } from './copy-end.ts';
import { moveStore } from './move-store.ts';
import { postgresEnd } from './postgres-end.ts';
import { restoreStore } from './restore-store.ts';
import { sqliteEnd } from './sqlite-end.ts';
import { TableSummer } from './table-checksum.ts';

const kinds = databaseKinds('backup, restore and move');
let folder: string;
const databases: TestDatabase[] = [];
const stores: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-copy-'));
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(databases.splice(0).map((database) => database.remove()));
  rmSync(folder, { recursive: true });
});

async function fresh(kind: (typeof kinds)[number], migrated = true): Promise<TestDatabase> {
  const database = await testDatabase(kind, { migrated });
  databases.push(database);
  return database;
}

async function filled(kind: (typeof kinds)[number]): Promise<TestDatabase & { ids: number[] }> {
  const database = await fresh(kind);
  const { store } = database;
  const ids = await enrolHosts(store.db, 12);
  const collector = recordingCollector(store, { now: start });
  for (let round = 0; round < 3; round++)
    await recordReports(
      collector,
      ids.map((id) =>
        reporter(id, factsOfHost(id, round === 1 ? withoutTls12 : undefined))({ at: start + round * hour }),
      ),
    );
  await store.db
    .insertInto('users')
    .values({
      name: 'Zoë \u{1F600}\0"',
      role: 'viewer',
      password: null,
      issuer: null,
      subject: null,
      failed_logins: 0,
      created_at: start,
    })
    .execute();
  // A number that was given and is free again must not be given to another row after a copy.
  await store.db.deleteFrom('users').execute();
  await store.db
    .insertInto('users')
    .values(
      [1, 2].map((n) => ({
        name: `Zoë \u{1F600}\0" ${n}`,
        role: 'viewer' as const,
        failed_logins: 0,
        created_at: start,
      })),
    )
    .execute();
  await store.db.deleteFrom('users').where('name', 'like', '% 2').execute();
  await store.db
    .insertInto('audit_log')
    .values({ at: start, actor: 'system', address: null, action: 'x', target: null, detail: '{}' })
    .execute();
  return { ...database, ids };
}

async function sums(store: Store): Promise<Record<string, unknown>> {
  if (store.kind === 'sqlite') return sumsOf(sqliteEnd(store.connection));
  const client = await store.pool.connect();
  try {
    await client.query('begin');
    return await sumsOf(postgresEnd(client));
  } finally {
    client.release(true);
  }
}

async function sumsOf(end: CopyEnd): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of tableNames) {
    const summer = new TableSummer();
    // The columns in one order, whatever order a database has them in.
    for await (const rows of end.read(table, [...(await end.columns(table))].sort()))
      for (const row of rows) summer.add(row);
    all[table] = summer.sum();
  }
  return all;
}

describe.each(kinds)('on %s', (kind) => {
  test('a backup is taken while reports come in, and restores to what was there', async () => {
    const { store, settings, ids } = await filled(kind);
    const before = await sums(store);
    const file = join(folder, 'backup');
    expect((await backupStore(settings, file)).bytes).toBeGreaterThan(10_000);
    const collector = recordingCollector(store, { now: start });
    await recordReports(
      collector,
      ids.map((id) => reporter(id, factsOfHost(id))({ at: start + 9 * hour })),
    );
    const second = join(folder, 'second');
    const writing = Promise.all(
      ids.map((id) => recordReports(collector, [reporter(id, factsOfHost(id))({ at: start + 10 * hour })])),
    );
    await Promise.all([writing, backupStore(settings, second)]);
    const target = await fresh(kind, false);
    await target.store.close();
    const other = { ...target.settings };
    if (other.kind === 'sqlite') other.file = join(folder, 'restored.db');
    expect(await restoreStore(other, file, { now: start })).toEqual({ migrated: [], previous: null });
    const restored = await openStore(other);
    stores.push(restored);
    expect(await sums(restored)).toEqual(before);
    await restoreStore(other, second, { replace: true, now: start });
    const again = await openStore(other);
    stores.push(again);
    const reports = await again.db.selectFrom('reports').select(['received_at']).execute();
    expect(reports.length).toBeGreaterThanOrEqual(48);
    // It is a working store: numbers go on after those that were given.
    const [id = 0] = await enrolHosts(again.db, 1, 500);
    expect(id).toBe(Math.max(...ids) + 1);
    const user = { name: 'next', role: 'viewer' as const, failed_logins: 0, created_at: start };
    const { id: userId } = await again.db
      .insertInto('users')
      .values(user)
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(userId).toBe(4);
    expect(
      await recordReports(recordingCollector(again, { now: start }), [
        reporter(id, factsOfHost(3))({ at: start + 11 * hour }),
      ]),
    ).toEqual(['accepted']);
  });

  test('nothing is written over unasked', async () => {
    const { settings, store } = await filled(kind);
    const file = join(folder, 'backup');
    await backupStore(settings, file);
    await expect(backupStore(settings, file)).rejects.toMatchObject({ code: 'file-exists' });
    const before = await sums(store);
    await expect(restoreStore(settings, file, { now: start })).rejects.toMatchObject({
      code: 'target-not-empty',
    });
    expect(await sums(store)).toEqual(before);
  });

  test('a damaged, cut, foreign or missing backup is refused, and the database stays', async () => {
    const { settings, store } = await filled(kind);
    const before = await sums(store);
    const file = join(folder, 'backup');
    await backupStore(settings, file);
    const cut = join(folder, 'cut');
    copyFileSync(file, cut);
    truncateSync(cut, 40_960);
    const bytes = readFileSync(file);
    bytes.fill(0x55, 30_000, 60_000);
    writeFileSync(join(folder, 'damaged'), bytes);
    writeFileSync(join(folder, 'foreign'), 'what is this?');
    new DatabaseSync(join(folder, 'empty')).close();
    for (const name of ['cut', 'damaged', 'foreign', 'empty'])
      await expect(
        restoreStore(settings, join(folder, name), { replace: true, now: start }),
        name,
      ).rejects.toMatchObject({
        code: 'backup-damaged',
      });
    await expect(
      restoreStore(settings, join(folder, 'none'), { replace: true, now: start }),
    ).rejects.toMatchObject({
      code: 'no-such-file',
    });
    expect(await sums(store)).toEqual(before);
  });
});

describe.runIf(kinds.includes('postgres'))('a move from SQLite to PostgreSQL', () => {
  test('takes everything along and closes the old database to reports', async () => {
    const { settings, store, ids } = await filled('sqlite');
    const target = await fresh('postgres', false);
    if (settings.kind !== 'sqlite' || target.settings.kind !== 'postgres') throw new Error('Not these.');
    const before = await sums(store);
    await store.db.insertInto('leases').values({ name: 'jobs', holder: 'old', until: 9e15 }).execute();
    const { tables } = await moveStore(settings.file, target.settings.url);
    expect(await sums(target.store)).toEqual(before);
    expect(tables.reports.rows).toBe(36);
    const [id = 0] = ids;
    const next = reporter(id, factsOfHost(id, withoutTls12))({ at: start + 20 * hour });
    await expect(recordReports(recordingCollector(store, { now: start }), [next])).rejects.toThrow(
      'moved to PostgreSQL',
    );
    const collector = recordingCollector(target.store, { now: start });
    expect(await recordReports(collector, [next])).toEqual(['accepted']);
    expect(await recordReports(collector, [next])).toEqual(['duplicate']);
    await expect(moveStore(settings.file, target.settings.url)).rejects.toMatchObject({
      code: 'target-not-empty',
    });
  });

  test('that fails leaves both as they were', async () => {
    const { settings, store, ids } = await filled('sqlite');
    const target = await fresh('postgres');
    if (settings.kind !== 'sqlite' || target.settings.kind !== 'postgres') throw new Error('Not these.');
    // The last table cannot be written.
    await (target.store as PostgresStore).pool.query(
      'alter table reports add constraint never check (host_id < 0)',
    );
    await expect(moveStore(settings.file, target.settings.url)).rejects.toThrow('never');
    expect(await target.store.db.selectFrom('hosts').selectAll().execute()).toEqual([]);
    const [id = 0] = ids;
    const next = reporter(id, factsOfHost(id))({ at: start + 20 * hour });
    expect(await recordReports(recordingCollector(store, { now: start }), [next])).toEqual(['accepted']);
  });
});
