// A whole fleet judged again by another core while reports go on coming in: how long, how much it disturbs, how much memory.
// node bench/rejudge-in-service.ts [--hosts 100000] [--rate 500] [--databases sqlite,postgres]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLogger } from 'winston';
import type { Collector } from '../src/collector.ts';
import { Intake } from '../src/intake/intake.ts';
import { rejudge } from '../src/jobs/rejudge.ts';
import { recordReports } from '../src/store/record-reports.ts';
import { type DatabaseSettings, openStore } from '../src/store/store.ts';
import {
  enrolHosts,
  factsOfHost,
  recordingCollector,
  reporter,
  start,
  withoutTls12,
} from '../test/verified-reports.ts';
import { type BenchDatabase, onDatabases } from './scale/databases.ts';
import { deliverAll } from './scale/deliver.ts';
import { insertFleetHosts, type Parcel, startFleet } from './scale/fleet.ts';

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '200' },
    databases: { type: 'string', default: 'sqlite,postgres' },
    /** Set when it calls itself to fill a database, whose memory must not count. */
    fill: { type: 'string' },
  },
});
const hosts = Number(values.hosts);
const rate = Number(values.rate);
/** Those that report meanwhile. */
const reporting = 500;
const hour = 3_600_000;

if (values.fill === undefined) await onDatabases(values.databases, measure);
else await fill(JSON.parse(values.fill));

async function fill(settings: DatabaseSettings): Promise<void> {
  const store = await openStore(settings);
  const collector = recordingCollector(store, { now: start });
  for (let done = 0; done < hosts; done += 500) {
    const ids = await enrolHosts(store.db, Math.min(500, hosts - done), done);
    const reports = ids.map((id) =>
      reporter(id, factsOfHost(id, id % 10 === 0 ? withoutTls12 : undefined))({ at: start }),
    );
    await recordReports(collector, reports);
  }
  await store.db.updateTable('judgements').set({ core: '0.0.9' }).execute();
  await store.db.updateTable('hosts').set({ core_version: '0.0.9' }).execute();
  await store.close();
}

async function measure({ kind, settings, folder }: BenchDatabase): Promise<void> {
  const program = fileURLToPath(import.meta.url);
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=mailflow-source', program, '--hosts', values.hosts, '--fill', JSON.stringify(settings)],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The database could not be filled.');
  const store = await openStore(settings);
  const clock = { now: start + hour };
  const collector: Collector = {
    ...recordingCollector(store, clock),
    log: createLogger({ silent: true }),
  };
  const fleet = await startFleet(reporting, start + hour, folder);
  await insertFleetHosts(store, fleet.hosts, start);
  const intake = new Intake(collector, { acceptedByHost: { burst: 1e6, perSecond: 1e6 } });
  // Their facts are known already, as those of most reports are.
  await deliverAll(intake, await fleet.nextHour());
  const alone = await deliverAll(intake, await repeated(fleet.nextHour, rate * 5), { perSecond: rate });
  const coming = await repeated(fleet.nextHour, Number.POSITIVE_INFINITY);
  const memory = watchMemory();
  let over = false;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const judging = rejudge(collector, new AbortController().signal).finally(() => {
    over = true;
  });
  const meanwhile = await deliverAll(intake, coming, {
    perSecond: rate,
    onParcel: () => !over,
  });
  await judging;
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const left = await store.db
    .selectFrom('hosts')
    .select('id')
    .where('core_version', '=', '0.0.9')
    .limit(1)
    .execute();
  if (left.length > 0) throw new Error('Hosts were left out.');
  say(`\n${kind}: ${hosts} hosts judged again, ${rate} reports a second meanwhile`);
  say(
    `  judged in      ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time, intake included)`,
  );
  say(`  100,000 hosts  ${((seconds / hosts) * 100_000).toFixed(0)} s`);
  say(`  memory         ${memory().toFixed(0)} MB at most`);
  say('  reports        taken/s  p50 ms  p99 ms');
  say(`  without        ${cells(alone)}`);
  say(`  meanwhile      ${cells(meanwhile)}`);
  say(
    `  ratio          ${cells({ perSecond: meanwhile.perSecond / alone.perSecond, p50: meanwhile.p50 / alone.p50, p99: meanwhile.p99 / alone.p99 }, 2)}`,
  );
  fleet.stop();
  await intake.stop();
  await store.close();
}

/** Reports of two hours again and again: the second time they are duplicates, which cost as much up to the commit. */
async function repeated(
  nextHour: () => Promise<AsyncIterable<Parcel>>,
  count: number,
): Promise<AsyncIterable<Parcel>> {
  const kept: Parcel[] = [];
  for (let hours = 0; hours < 4; hours++) for await (const parcel of await nextHour()) kept.push(parcel);
  async function* all(): AsyncGenerator<Parcel> {
    for (let number = 0; number < count; number++) {
      const parcel = kept[number % kept.length];
      if (parcel !== undefined) yield parcel;
    }
  }
  return all();
}

/** Gives the most that this process held since. */
function watchMemory(): () => number {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss / 1e6);
  };
  const timer = setInterval(look, 100);
  return () => {
    look();
    clearInterval(timer);
    return most;
  };
}

function cells({ perSecond, p50, p99 }: { perSecond: number; p50: number; p99: number }, digits = 1): string {
  const cell = (value: number, width: number, places: number): string =>
    value.toFixed(places).padStart(width);
  return `${cell(perSecond, 7, digits === 1 ? 0 : digits)}  ${cell(p50, 6, digits)}  ${cell(p99, 6, digits)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
