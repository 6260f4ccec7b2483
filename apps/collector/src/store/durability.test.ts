// What was acknowledged is there, whatever happened to the process, the disk or the connection.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds, type TestDatabase, testDatabase } from '../../test/databases.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  recordingCollector,
  reporter,
  start,
  timeId,
  withoutTls12,
} from '../../test/verified-reports.ts';
import { isUnavailable } from './is-unavailable.ts';
import { recordReports } from './record-reports.ts';
import { reportIdText } from './report-id.ts';
import { openStore, type PostgresStore, type SqliteStore, type Store } from './store.ts';

/** Each run starts a program of its own, which is what takes the time. */
const kills = 4;
const script = fileURLToPath(new URL('../../test/record-until-killed.ts', import.meta.url));

async function recordAndKill(database: TestDatabase, ids: readonly number[], run: number): Promise<string[]> {
  const args = [
    '--conditions=mailflow-source',
    script,
    JSON.stringify(database.settings),
    JSON.stringify(ids),
    String(run),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const spoke = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    spoke.resolve();
  });
  const closed = once(child, 'close');
  await Promise.race([spoke.promise, closed]);
  await setTimeout(Math.random() * 150);
  child.kill('SIGKILL');
  await closed;
  // A line that is not whole was not said.
  return said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split(/\s+/)
    .filter(Boolean);
}

async function expectWhole(store: Store): Promise<void> {
  if (store.kind === 'sqlite') {
    const [check] = store.connection.prepare('pragma integrity_check').all();
    expect(check).toEqual({ integrity_check: 'ok' });
  }
  const hosts = await store.db.selectFrom('hosts').selectAll().where('facts_id', 'is not', null).execute();
  for (const host of hosts) {
    const newest = await store.db
      .selectFrom('reports')
      .select(['id', 'facts_id'])
      .where('host_id', '=', host.id)
      .orderBy('received_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(newest.facts_id).toBe(host.facts_id);
    expect(Buffer.from(newest.id)).toEqual(Buffer.from(host.last_report_id ?? []));
    const fails = await store.db
      .selectFrom('host_findings')
      .select('rule_id')
      .where('host_id', '=', host.id)
      .where('rule_id', '=', 'schannel/tls12-client-enabled')
      .execute();
    expect(fails.length).toBe(host.state === 'failing' ? 1 : 0);
    const sections = await store.db
      .selectFrom('facts_sections')
      .innerJoin('sections', 'sections.id', 'section_id')
      .select('sections.id')
      .where('facts_id', '=', host.facts_id)
      .execute();
    expect(sections).toHaveLength(14);
  }
}

describe.each(databaseKinds('durability of reports'))('on %s', (kind) => {
  let database: TestDatabase;
  let store: Store;
  let ids: number[];
  const record = (at: number, change?: typeof withoutTls12) =>
    recordReports(
      recordingCollector(store, { now: at }),
      ids.map((id) => reporter(id, factsOfHost(id, change))({ at })),
    );
  const countReports = async () => (await store.db.selectFrom('reports').select('id').execute()).length;

  beforeEach(async () => {
    database = await testDatabase(kind);
    store = database.store;
    ids = await enrolHosts(store.db, 6);
  });
  afterEach(() => database.remove());

  test(`a process killed at any point (${kills} times) loses nothing that it acknowledged`, async () => {
    const acknowledged: string[] = [];
    for (let run = 0; run < kills; run++) acknowledged.push(...(await recordAndKill(database, ids, run)));
    expect(acknowledged.length).toBeGreaterThan(0);
    const rows = await store.db.selectFrom('reports').select('id').execute();
    const kept = rows.map((row) => reportIdText(row.id));
    expect(new Set(kept).size).toBe(kept.length);
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    // At most the batch that was under way when each was killed was written without being acknowledged.
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(kills * ids.length);
    await expectWhole(store);
  });

  test('a transaction that fails half-way leaves nothing', async () => {
    await record(start);
    const [id = 0] = ids;
    // The report itself can be written; its changes cannot.
    const [drop, add] =
      store.kind === 'sqlite'
        ? [
            'drop trigger broken',
            `create trigger broken before insert on host_changes begin select raise(abort, 'broken'); end`,
          ]
        : [
            'alter table host_changes drop constraint broken',
            'alter table host_changes add constraint broken check (id < 0) not valid',
          ];
    const exec = async (text: string) =>
      store.kind === 'sqlite' ? store.connection.exec(text) : void (await store.pool.query(text));
    await exec(add);
    await expect(record(start + hour, withoutTls12)).rejects.toThrow('broken');
    expect(await countReports()).toBe(ids.length);
    await expectWhole(store);
    await exec(drop);
    await record(start + hour, withoutTls12);
    expect(await countReports()).toBe(2 * ids.length);
    const host = await store.db.selectFrom('hosts').select('state').where('id', '=', id).executeTakeFirst();
    expect(host).toEqual({ state: 'failing' });
  });

  test('what two processes bring at once is there once', async () => {
    const other = await openStore(database.settings);
    const reports = ids.flatMap((id) =>
      Array.from({ length: 20 }, (_, index) =>
        reporter(
          id,
          factsOfHost(id, index % 4 === 0 ? withoutTls12 : undefined),
        )({
          at: start + index * 1000,
          id: timeId(start + index * 1000),
        }),
      ),
    );
    const recorded = await Promise.all(
      [store, other].map(async (each) => {
        const outcomes: string[] = [];
        for (const report of reports)
          outcomes.push(...(await recordReports(recordingCollector(each, { now: start }), [report])));
        return outcomes;
      }),
    );
    await other.close();
    expect(await countReports()).toBe(reports.length);
    for (const [index] of reports.entries())
      expect(recorded.map((outcomes) => outcomes[index]).sort()).toEqual(['accepted', 'duplicate']);
    await expectWhole(store);
  });
});

describe('on sqlite', () => {
  let database: TestDatabase;
  let store: SqliteStore;
  let ids: number[];
  let round = 0;
  /** Other facts each time, so that the database grows. */
  const record = () => {
    round += 1;
    const reports = ids.map((id) =>
      reporter(
        id,
        factsOfHost(id, (facts) => {
          facts.label = `${round} ${'x'.repeat(150)}`;
        }),
      )({ at: start + round * hour }),
    );
    return recordReports(recordingCollector(store, { now: start }), reports);
  };
  const countReports = async () => (await store.db.selectFrom('reports').select('id').execute()).length;

  beforeEach(async () => {
    database = await testDatabase('sqlite');
    // The kind asked for.
    store = database.store as SqliteStore;
    ids = await enrolHosts(store.db, 20);
    round = 0;
  });
  afterEach(() => database.remove());

  test('a full disk is told as such, keeps what was acknowledged, and passes', async () => {
    await record();
    const { page_count: pages } = store.connection.prepare('pragma page_count').get() ?? {};
    store.connection.exec(`pragma max_page_count = ${Number(pages) + 6}`);
    let acknowledged = 20;
    let failure: unknown;
    for (let tries = 0; tries < 50 && failure === undefined; tries++)
      await record().then(
        (recorded) => {
          acknowledged += recorded.length;
        },
        (error: unknown) => {
          failure = error;
        },
      );
    expect(isUnavailable(failure)).toBe(true);
    expect(await countReports()).toBe(acknowledged);
    await expectWhole(store);
    store.connection.exec('pragma max_page_count = 1000000');
    await record();
    expect(await countReports()).toBe(acknowledged + 20);
  });

  test('a disk that may not be written is told as such, and questions are answered', async () => {
    await record();
    store.connection.exec('pragma query_only = on');
    const failure = await record().catch((error: unknown) => error);
    expect(isUnavailable(failure)).toBe(true);
    expect(await countReports()).toBe(20);
    store.connection.exec('pragma query_only = off');
    await record();
    expect(await countReports()).toBe(40);
  });
});

describe.runIf(databaseKinds('lost connections').includes('postgres'))('on postgres', () => {
  let database: TestDatabase;
  let store: PostgresStore;
  let ids: number[];
  const record = (at: number) =>
    recordReports(
      recordingCollector(store, { now: at }),
      ids.map((id) => reporter(id, factsOfHost(id))({ at })),
    );

  beforeEach(async () => {
    database = await testDatabase('postgres');
    // The kind asked for.
    store = database.store as PostgresStore;
    ids = await enrolHosts(store.db, 5);
  });
  afterEach(() => database.remove());

  test('connections that the server ends are told as such, and others take their place', async () => {
    await record(start);
    const other = (await openStore(database.settings)) as PostgresStore;
    const end = () =>
      other.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    let refused = 0;
    let accepted = 0;
    for (let round = 1; round <= 25; round++) {
      const recording = record(start + round * hour).then(
        () => {
          accepted += 1;
        },
        (error: unknown) => {
          expect(isUnavailable(error), String(error)).toBe(true);
          refused += 1;
        },
      );
      if (round % 5 === 0) await end();
      await recording;
    }
    const rows = await other.db.selectFrom('reports').select('id').execute();
    expect(accepted + refused).toBe(25);
    expect(accepted).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThanOrEqual((accepted + 1) * ids.length);
    expect(rows.length).toBeLessThanOrEqual(26 * ids.length);
    await expectWhole(other);
    await other.close();
  });

  test('a database that may only be read is told as such', async () => {
    await record(start);
    await store.pool.query(
      `do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$`,
    );
    const reader = await openStore(database.settings);
    const failure = await recordReports(
      recordingCollector(reader, { now: start }),
      ids.map((id) => reporter(id, factsOfHost(id))({ at: start + hour })),
    ).catch((error: unknown) => error);
    await reader.close();
    expect(isUnavailable(failure), String(failure)).toBe(true);
  });
});
