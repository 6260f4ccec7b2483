// How long it takes to judge the kept facts of a whole fleet again, on both databases.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import winston from 'winston';
import { rejudge } from '../src/jobs/rejudge.ts';
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
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});
const hostCount = Number(values.hosts);
const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-bench-'));
chmodSync(folder, 0o755);
try {
  for (const kind of values.databases.split(','))
    if (kind === 'sqlite') await measure(kind, { kind, file: join(folder, 'collector.db') });
    else await onPostgres();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

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
    await measure('postgres', { kind: 'postgres', url: postgresUrl(home, 'bench') });
  } finally {
    stopPostgres(tools, home, 'immediate');
  }
}

async function measure(name: string, settings: DatabaseSettings): Promise<void> {
  const store = await openStore(settings);
  await migrateStore(store);
  const clock = { now: start };
  const collector = { ...recordingCollector(store, clock), log: winston.createLogger({ silent: true }) };
  for (let done = 0; done < hostCount; done += 1000) {
    const ids = await enrolHosts(store.db, 1000, done);
    const reports = ids.map((id) =>
      reporter(id, factsOfHost(id, id % 10 === 0 ? withoutTls12 : undefined))({ at: start }),
    );
    await recordReports(collector, reports);
  }
  const { signal } = new AbortController();
  clock.now += 25 * hour;
  tell(name, 'the same core, a day later', await timed(() => rejudge(collector, signal)));
  await store.db.updateTable('judgements').set({ core: '0.0.9' }).execute();
  await store.db.updateTable('hosts').set({ core_version: '0.0.9' }).execute();
  tell(name, 'another core, the same verdicts', await timed(() => rejudge(collector, signal)));
  await store.close();
}

interface Took {
  ms: number;
  /** Processor time of this process, which says more than the clock while other programs run. */
  cpuMs: number;
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
}

function tell(database: string, what: string, { ms, cpuMs }: Took): void {
  const [seconds, cpuSeconds] = [ms, cpuMs].map((took) => ((took / hostCount) * 100).toFixed(1));
  process.stdout.write(
    `${database}: ${what}: ${hostCount} hosts in ${Math.round(ms)} ms; 100,000 in ${seconds} s (${cpuSeconds} s of processor time)\n`,
  );
}
