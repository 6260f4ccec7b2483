// Shows how much room a year of hourly reports of 10,000 hosts takes whose facts change weekly, on both databases:
// bytes a report and bytes a change are measured in a smaller fleet, and added up.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { insertRows } from '../src/store/bulk.ts';
import { migrateStore } from '../src/store/migrate-store.ts';
import { recordReports } from '../src/store/record-reports.ts';
import { reportIdBytes } from '../src/store/report-id.ts';
import { reportShape } from '../src/store/shapes.ts';
import { type DatabaseSettings, openStore, type Store } from '../src/store/store.ts';
import { inTransaction } from '../src/store/transaction.ts';
import { findPostgres, postgresUrl, startPostgres, stopPostgres } from '../test/postgres-server.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  recordingCollector,
  reporter,
  start,
  timeId,
} from '../test/verified-reports.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000000' },
    hosts: { type: 'string', default: '2000' },
    weeks: { type: 'string', default: '4' },
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});
const [reportCount, hostCount, weeks] = [values.reports, values.hosts, values.weeks].map(Number) as [
  number,
  number,
  number,
];
const year = { hosts: 10_000, reports: 24 * 365, changes: 52 };
const limit = 20e9;

const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-size-'));
chmodSync(folder, 0o755);
let fits = true;
try {
  for (const kind of values.databases.split(','))
    if (kind === 'sqlite') await measure({ kind, file: join(folder, 'collector.db') });
    else await onPostgres();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = fits ? 0 : 1;

async function onPostgres(): Promise<void> {
  const tools = findPostgres();
  if (typeof tools === 'string') {
    process.stdout.write(`postgres: not run: ${tools}\n`);
    return;
  }
  const home = join(folder, 'server');
  startPostgres(tools, home);
  try {
    const client = new pg.Client({ connectionString: postgresUrl(home, 'postgres') });
    await client.connect();
    await client.query('create database bench');
    await client.end();
    await measure({ kind: 'postgres', url: postgresUrl(home, 'bench') });
  } finally {
    stopPostgres(tools, home, 'immediate');
  }
}

async function measure(settings: DatabaseSettings): Promise<void> {
  const store = await openStore(settings);
  await migrateStore(store);
  const ids = await enrolHosts(store.db, hostCount);
  const collector = recordingCollector(store, { now: start });
  const week = async (number: number): Promise<void> => {
    const at = start - (weeks + 1 - number) * 7 * 24 * hour;
    for (let from = 0; from < ids.length; from += 250)
      await recordReports(
        collector,
        ids.slice(from, from + 250).map((id) => reporter(id, changedFacts(id, number))({ at: at + id })),
      );
  };
  await week(0);
  const first = await sizeOf(store);
  for (let number = 1; number <= weeks; number++) await week(number);
  const changed = await sizeOf(store);
  const began = performance.now();
  await fillReports(store, ids);
  const seconds = (performance.now() - began) / 1000;
  const full = await sizeOf(store);
  const perReport = (full - changed) / reportCount;
  const perChange = (changed - first) / (weeks * hostCount);
  const perHost = first / hostCount;
  const total = year.hosts * (year.reports * perReport + year.changes * perChange + perHost);
  if (total > limit) fits = false;
  const says = [
    `${reportCount} reports in ${seconds.toFixed(0)} s, ${(full / 1e9).toFixed(2)} GB in all`,
    `${perReport.toFixed(1)} bytes a report`,
    `${perChange.toFixed(0)} bytes a change`,
    `a year of ${year.hosts} hosts: ${(total / 1e9).toFixed(1)} GB of ${limit / 1e9} GB`,
  ];
  process.stdout.write(`${store.kind}: ${says.join('; ')}\n`);
  await store.close();
}

/** What changes in a week on a real host: an update and its restart. */
function changedFacts(id: number, number: number) {
  return factsOfHost(id, ({ sections: { os, updates, certificates } }) => {
    if (os.status === 'read') {
      os.data.bootTime = new Date(start + number * 1000 * hour + id * 1000).toISOString();
      os.data.revision = 4294 + number;
    }
    // Sections of no two hosts are the same text, which is the worst case.
    for (const section of [updates, certificates])
      if (section.status === 'read')
        section.gaps = [{ what: `${id} ${number}`, reason: 'failed', code: 'x' }];
  });
}

/** Hour by hour, all hosts in turn, as they come. */
async function fillReports(store: Store, ids: readonly number[]): Promise<void> {
  const facts = await store.db.selectFrom('hosts').select(['id', 'facts_id']).execute();
  const factsOf = new Map(facts.map((row) => [row.id, row.facts_id ?? 0]));
  const atOnce = 5000;
  for (let done = 0; done < reportCount; done += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, reportCount - done) }, (_, index) => {
      const number = done + index;
      const id = ids[number % ids.length] ?? 0;
      const at =
        start +
        Math.floor(number / ids.length) * hour +
        Math.floor(((number % ids.length) / ids.length) * hour);
      return {
        id: reportIdBytes(timeId(at)),
        host_id: id,
        received_at: at,
        made_at: at - 1234,
        facts_id: factsOf.get(id) ?? 0,
        via: 'https' as const,
      };
    });
    await inTransaction(store, (tx) => insertRows(tx, reportShape, rows));
  }
}

async function sizeOf(store: Store): Promise<number> {
  if (store.kind === 'sqlite') {
    const { size } = store.connection
      .prepare('select page_count * page_size as size from pragma_page_count, pragma_page_size')
      .get() ?? { size: 0 };
    return Number(size);
  }
  await store.pool.query('vacuum');
  const { rows } = await store.pool.query<{ size: number }>(
    'select pg_database_size(current_database()) as size',
  );
  return rows[0]?.size ?? 0;
}
