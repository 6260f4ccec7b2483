// Reports a second that the store takes, unchanged and changed, on both databases, in batches as intake makes them.
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrateStore } from '../src/store/migrate-store.ts';
import { recordReports } from '../src/store/record-reports.ts';
import { type DatabaseSettings, openStore } from '../src/store/store.ts';
import { findPostgres, postgresUrl, startPostgres, stopPostgres } from '../test/postgres-server.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  recordingCollector,
  reporter,
  start,
  withoutTls12,
} from '../test/verified-reports.ts';

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '10000' },
    batch: { type: 'string', default: '250' },
    rounds: { type: 'string', default: '3' },
  },
});
const hostCount = Number(values.hosts);
const batchSize = Number(values.batch);
const rounds = Number(values.rounds);

const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-bench-'));
chmodSync(folder, 0o755);
const tools = findPostgres();
try {
  await measure('sqlite', { kind: 'sqlite', file: join(folder, 'collector.db') }, 1);
  if (typeof tools === 'string') process.stdout.write(`postgres: not run: ${tools}\n`);
  else await onPostgres(tools);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function onPostgres(server: Exclude<typeof tools, string>): Promise<void> {
  const home = join(folder, 'server');
  startPostgres(server, home);
  try {
    const client = new pg.Client({ connectionString: postgresUrl(home, 'postgres') });
    await client.connect();
    await client.query('create database bench');
    await client.end();
    await measure('postgres', { kind: 'postgres', url: postgresUrl(home, 'bench') }, 2);
  } finally {
    stopPostgres(server, home, 'immediate');
  }
}

async function measure(name: string, settings: DatabaseSettings, concurrent: number): Promise<void> {
  const store = await openStore(settings);
  await migrateStore(store);
  const ids = await enrolHosts(store.db, hostCount);
  const collector = recordingCollector(store, { now: start });
  const good = ids.map((id, index) => reporter(id, factsOfHost(index)));
  const bad = ids.map((id, index) => reporter(id, factsOfHost(index, withoutTls12)));
  let at = start;
  const round = async (make: typeof good): Promise<number> => {
    at += hour;
    const reports = make.map((report, index) => report({ at: at + index }));
    const began = performance.now();
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < reports.length) {
        const batch = reports.slice(next, next + batchSize);
        next += batchSize;
        await recordReports(collector, batch);
      }
    };
    await Promise.all(Array.from({ length: concurrent }, work));
    return (reports.length / (performance.now() - began)) * 1000;
  };
  tell(name, 'first report of each host', [await round(good)]);
  const unchanged: number[] = [];
  for (let n = 0; n < rounds; n++) unchanged.push(await round(good));
  tell(name, 'unchanged', unchanged);
  tell(name, 'changed to failing', [await round(bad)]);
  tell(name, 'changed back', [await round(good)]);
  if (settings.kind === 'sqlite') process.stdout.write(`sqlite: ${statSync(settings.file).size} bytes\n`);
  await store.close();
}

function tell(database: string, what: string, rates: readonly number[]): void {
  const sorted = [...rates].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  process.stdout.write(`${database}: ${what}: ${Math.round(median)} reports/s\n`);
}
