// 24 hours of a fleet in virtual time, through the real intake and with the real background work: do speed, memory and
// latency stay as they are? node bench/day.ts [--hosts 10000] [--hours 24] [--databases sqlite,postgres]
import { parseArgs } from 'node:util';
import { createLogger } from 'winston';
import type { Collector } from '../src/collector.ts';
import { Intake } from '../src/intake/intake.ts';
import { storeJobs } from '../src/jobs/jobs.ts';
import { JobRunner } from '../src/jobs/runner.ts';
import { alertJobs } from '../src/notify/jobs.ts';
import { openStore } from '../src/store/store.ts';
import { recordingCollector } from '../test/verified-reports.ts';
import { type BenchDatabase, megabytesOf, onDatabases } from './scale/databases.ts';
import { deliverAll } from './scale/deliver.ts';
import { insertFleetHosts, startFleet } from './scale/fleet.ts';

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '500' },
    hours: { type: 'string', default: '24' },
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});
const hosts = Number(values.hosts);
const hours = Number(values.hours);
const start = Date.parse('2026-11-24T00:00:00Z');
/** The first hour writes all facts for the first time; early and late hours are compared behind it. */
const compared = 4;

interface Hour {
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of this process for each report, which other programs disturb least. */
  cpuMs: number;
  commitMs: number;
  jobsMs: number;
  memoryMb: number;
  databaseMb: number;
}

await onDatabases(values.databases, measure);

async function measure({ kind, settings, folder }: BenchDatabase): Promise<void> {
  const store = await openStore(settings);
  const clock = { now: start };
  const collector: Collector = {
    ...recordingCollector(store, clock),
    log: createLogger({ silent: true }),
  };
  const fleet = await startFleet(hosts, start, folder);
  await insertFleetHosts(store, fleet.hosts, start);
  const intake = new Intake(collector);
  const jobs = new JobRunner(collector, [...storeJobs, ...alertJobs]);
  say(`\n${kind}: ${hosts} hosts, ${hours} hours`);
  say('hour  reports/s  p50 ms  p99 ms  cpu ms each  commit ms  jobs ms  memory MB  database MB');
  const all: Hour[] = [];
  for (let number = 0; number < hours; number++) {
    const parcels = await fleet.nextHour();
    const { commitMs, commitCount } = intake.figures;
    const onParcel = ({ at }: { at: number }): undefined => {
      clock.now = Math.max(clock.now, at);
    };
    const cpu = process.cpuUsage();
    const delivered = await deliverAll(intake, parcels, { onParcel });
    const { user, system } = process.cpuUsage(cpu);
    const commit = (intake.figures.commitMs - commitMs) / (intake.figures.commitCount - commitCount);
    const began = performance.now();
    await jobs.tick();
    const hour = {
      ...delivered,
      cpuMs: (user + system) / 1000 / hosts,
      commitMs: commit,
      jobsMs: performance.now() - began,
      memoryMb: process.memoryUsage().rss / 1e6,
      databaseMb: await megabytesOf(store),
    };
    all.push(hour);
    say(rowOf(number, hour));
  }
  fleet.stop();
  await jobs.stop();
  await intake.stop();
  await store.close();
  const failed = [...jobs.figures].filter(([, { failures }]) => failures > 0);
  if (failed.length > 0) throw new Error(`Background work failed: ${failed.map(([name]) => name)}`);
  compare(all);
}

function rowOf(number: number, hour: Hour): string {
  const { perSecond, p50, p99, cpuMs, commitMs, jobsMs, memoryMb, databaseMb } = hour;
  return [
    String(number).padStart(4),
    perSecond.toFixed(0).padStart(9),
    p50.toFixed(1).padStart(6),
    p99.toFixed(1).padStart(6),
    cpuMs.toFixed(3).padStart(11),
    commitMs.toFixed(2).padStart(9),
    jobsMs.toFixed(0).padStart(7),
    memoryMb.toFixed(0).padStart(9),
    databaseMb.toFixed(1).padStart(11),
  ].join('  ');
}

/** Ratios say more than figures while other programs run on the machine. */
function compare(all: readonly Hour[]): void {
  const behindFirst = all.slice(1);
  if (behindFirst.length < 2 * compared) return;
  const mean = (some: readonly Hour[], of: keyof Hour): number =>
    some.reduce((sum, hour) => sum + hour[of], 0) / some.length;
  const ratio = (of: keyof Hour): string =>
    (mean(behindFirst.slice(-compared), of) / mean(behindFirst.slice(0, compared), of)).toFixed(2);
  const [first, last] = [behindFirst[0], behindFirst.at(-1)];
  const grown = ((last?.databaseMb ?? 0) - (first?.databaseMb ?? 0)) * 1e6;
  const perReport = grown / (hosts * (behindFirst.length - 1));
  say(
    `last ${compared} hours to the first ${compared}: reports/s ${ratio('perSecond')}, p50 ${ratio('p50')}, p99 ${ratio('p99')}, processor time ${ratio('cpuMs')}, commit ${ratio('commitMs')}, memory ${ratio('memoryMb')}`,
  );
  say(`database: ${perReport.toFixed(0)} bytes a report, changes of facts included`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
