// How many durable, signed and verified reports a second the collector takes, beside a bare server that only inflates and parses.
import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { migrateStore } from '../src/store/migrate-store.ts';
import { type DatabaseSettings, openStore } from '../src/store/store.ts';
import { bundleCollector, startProcess } from '../test/collector-process.ts';
import { findPostgres, postgresUrl, startPostgres, stopPostgres } from '../test/postgres-server.ts';
import { type FleetHost, writeParcels } from './intake/parcels.ts';

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '2000' },
    reports: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '2' },
    rate: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '64' },
    only: { type: 'string' },
  },
});
const hostCount = Number(values.hosts);
const perRound = Number(values.reports);
const rounds = Number(values.rounds);
const rate = Number(values.rate);
const traced = 1000;
const atRate = rate * 4 + traced;
const here = fileURLToPath(new URL('intake/', import.meta.url));
const fromSource = '--conditions=mailflow-source';
const run = promisify(execFile);

interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  bad: number;
  example: string;
  cpuMs: number;
}

interface Server {
  url: string;
  pid: number;
  kill(): Promise<unknown>;
}

const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-bench-'));
chmodSync(folder, 0o755);
const parcels = join(folder, 'parcels');
const program = join(folder, 'collector.mjs');
const tools = findPostgres();
const stops: (() => unknown)[] = [];
try {
  say(`Signing ${hostCount + rounds * perRound + atRate} reports of ${hostCount} hosts …`);
  const hosts = writeParcels(parcels, hostCount, hostCount + rounds * perRound + atRate);
  await bundleCollector(program);
  const servers = await startServers(hosts);
  await measure(servers);
} finally {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
}

async function startServers(hosts: readonly FleetHost[]): Promise<Map<string, Server>> {
  const servers = new Map<string, Server>();
  servers.set('bare', await startBare());
  const wanted = (name: string) => values.only === undefined || values.only === name;
  if (wanted('sqlite')) {
    servers.set('sqlite', await startServer(hosts, { kind: 'sqlite', file: join(folder, 'collector.db') }));
  }
  if (typeof tools === 'string') say(`postgres: not run: ${tools}`);
  else if (wanted('postgres')) {
    const place = join(folder, 'postgres');
    startPostgres(tools, place);
    stops.push(() => stopPostgres(tools, place));
    const client = new pg.Client({ connectionString: postgresUrl(place, 'postgres') });
    await client.connect();
    await client.query('create database bench');
    await client.end();
    const settings: DatabaseSettings = { kind: 'postgres', url: postgresUrl(place, 'bench') };
    servers.set('postgres', await startServer(hosts, settings));
  }
  return servers;
}

async function startBare(): Promise<Server> {
  const child = spawn(process.execPath, [fromSource, join(here, 'bare-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(() => void child.kill());
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(/http\S+/.exec(String(chunk))?.[0] ?? ''));
  });
  return { url, pid: child.pid ?? 0, kill: async () => child.kill() };
}

async function startServer(hosts: readonly FleetHost[], database: DatabaseSettings): Promise<Server> {
  const store = await openStore(database);
  await migrateStore(store);
  await store.db.transaction().execute(async (db) => {
    for (const { key, name, domain, spki } of hosts) {
      await db
        .insertInto('hosts')
        .values({
          key_id: key,
          public_key: spki,
          name,
          domain,
          search: name.toLowerCase(),
          status: 'active',
          enrolled_at: Date.now(),
          rank: 99,
          open_problems: 0,
          waived_problems: 0,
        })
        .execute();
    }
  });
  await store.close();
  const place = database.kind === 'sqlite' ? `sqlite:${database.file}` : database.url;
  const running = startProcess(program, [
    ...['--data-folder', join(folder, database.kind), '--database', place, '--log-level', 'warn'],
    ...['--tls', 'none', '--listen', '127.0.0.1:0'],
  ]);
  stops.push(() => running.kill());
  const url = await running.listening;
  return { url, pid: running.child.pid ?? 0, kill: () => running.kill() };
}

async function measure(servers: ReadonlyMap<string, Server>): Promise<void> {
  for (const [name, server] of servers) {
    const first = await load(server, 0, hostCount);
    say(`${name}: first report of each host: ${Math.round(first.perSecond)}/s`);
  }
  const full = new Map<string, Figures[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of servers) {
      const before = cpuOf(server.pid);
      const figures = await load(server, hostCount + round * perRound, perRound);
      const cpu = (cpuOf(server.pid) - before) / perRound;
      full.set(name, [...(full.get(name) ?? []), figures]);
      say(
        `${name} at full load: ${told(figures)}, ${cpu.toFixed(3)} ms of processor each, ${memoryOf(server.pid)} MB at most`,
      );
    }
  }
  const bare = best(full.get('bare') ?? []);
  for (const [name, figures] of full) {
    if (name !== 'bare') say(`${name}: ${(best(figures) / bare).toFixed(2)} of the bare server`);
  }
  for (const [name, server] of servers) {
    if (name === 'bare') continue;
    const from = hostCount + rounds * perRound;
    say(`${name} at ${rate}/s: ${told(await load(server, from, atRate - traced, rate))}`);
    if (name !== 'sqlite') continue;
    // Apart, because each call that is counted stops the process twice.
    const trace = await countSyncs(server.pid);
    await load(server, from + atRate - traced, traced);
    say(`${name}: ${await trace()} for ${traced} reports`);
  }
}

async function load(server: Server, from: number, count: number, perSecond = 0): Promise<Figures> {
  const args = [server.url, parcels, from, count, values.connections, perSecond].map(String);
  const { stdout } = await run(process.execPath, [fromSource, join(here, 'load.ts'), ...args]);
  const figures: Figures = JSON.parse(stdout);
  if (figures.bad > 0) throw new Error(`${figures.bad} of ${count} were not accepted: ${figures.example}`);
  return figures;
}

/** Counts the calls that make data durable, where strace is there and allowed. */
async function countSyncs(pid: number): Promise<() => Promise<string>> {
  if (!existsSync('/usr/bin/strace')) return async () => 'fsync not counted: strace is not installed';
  const trace = spawn('strace', ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  trace.stderr.on('data', (chunk: Buffer) => {
    told += chunk;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return async () => {
    trace.kill('SIGINT');
    await new Promise((resolve) => trace.once('close', resolve));
    const calls = [...told.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(fsync|fdatasync)$/gm)];
    return calls.length === 0
      ? `fsync not counted: ${told.trim().split('\n')[0]}`
      : calls.map(([, count, name]) => `${count} ${name}`).join(', ');
  };
}

function told({ perSecond, p50, p99, cpuMs }: Figures): string {
  return `${Math.round(perSecond)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (load itself ${Math.round(cpuMs)} ms of processor)`;
}

function best(figures: readonly Figures[]): number {
  return Math.max(...figures.map(({ perSecond }) => perSecond));
}

/** Milliseconds of processor time of a process so far; Linux counts in hundredths of a second. */
function cpuOf(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function memoryOf(pid: number): number {
  if (!existsSync(`/proc/${pid}/status`)) return Number.NaN;
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
