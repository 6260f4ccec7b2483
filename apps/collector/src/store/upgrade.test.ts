// From each released schema the present one is reached, and what was stored before is there and is worked with.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { noteNotRun } from '../../../../packages/core/test/not-run.ts';
import { databaseKinds, postgresFolder, type TestDatabase, testDatabase } from '../../test/databases.ts';
import { findPostgres } from '../../test/postgres-server.ts';
import { describePostgres, describeSqlite } from '../../test/schema-text.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  recordingCollector,
  reporter,
  start,
  withoutTls12,
} from '../../test/verified-reports.ts';
import { migrateStore, migrations, schemaState } from './migrate-store.ts';
import { recordReports } from './record-reports.ts';
import type { Store } from './store.ts';

const folder = fileURLToPath(new URL('../../test/schemas/', import.meta.url));
/** The words of a dump differ from version to version. */
const dumpedWith = 15;
const newest = Object.keys(migrations).at(-1) ?? '';

test('each migration has its schema kept', () => {
  const kept = readdirSync(folder).sort();
  expect(kept).toEqual(
    Object.keys(migrations).flatMap((name) => [`${name}.postgres.sql`, `${name}.sqlite.sql`]),
  );
});

describe.each(databaseKinds('upgrades'))('on %s', (kind) => {
  let database: TestDatabase;
  afterEach(() => database.remove());

  test.each(Object.keys(migrations))('from %s', async (name) => {
    database = await testDatabase(kind, { migrated: false });
    const { store } = database;
    await run(store, readFileSync(`${folder}${name}.${kind}.sql`, 'utf8'));
    // Rows as that version wrote them: the columns of a host never lose their meaning.
    const [id = 0] = await enrolHosts(store.db, 1);
    const collector = recordingCollector(store, { now: start });
    if (name === newest) await recordReports(collector, [reporter(id, factsOfHost(id))({ at: start })]);
    expect((await migrateStore(store)).at(-1)).toBe(name === newest ? undefined : newest);
    expect(await schemaState(store)).toMatchObject({ state: 'current' });
    expect(
      await recordReports(collector, [reporter(id, factsOfHost(id, withoutTls12))({ at: start + hour })]),
    ).toEqual(['accepted']);
    const host = await store.db.selectFrom('hosts').selectAll().executeTakeFirstOrThrow();
    expect(host).toMatchObject({ id, name: 'EX00001', state: 'failing' });
  });

  test('the newest schema is the one that is kept, which is never changed once released', async () => {
    database = await testDatabase(kind);
    const kept = readFileSync(`${folder}${newest}.${kind}.sql`, 'utf8');
    const { store, settings } = database;
    if (store.kind === 'sqlite') expect(describeSqlite(store.connection)).toBe(kept);
    const tools = findPostgres();
    if (settings.kind === 'sqlite' || typeof tools === 'string') return;
    if (!tools.bin.includes(`/${dumpedWith}/`)) {
      noteNotRun(
        'comparison of the kept schema on PostgreSQL',
        `It was written with PostgreSQL ${dumpedWith}.`,
      );
      return;
    }
    const name = new URL(settings.url).pathname.slice(1);
    expect(describePostgres(tools, await postgresFolder(), name)).toBe(kept);
  });
});

async function run(store: Store, text: string): Promise<void> {
  if (store.kind === 'sqlite') store.connection.exec(text);
  else await store.pool.query(text);
}
