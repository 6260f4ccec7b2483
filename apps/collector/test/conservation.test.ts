// An acknowledged report is there, exactly once, however often the collector is killed while it takes in reports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { reportContentType } from '@mailflow-tls/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { bundleCollector, type CollectorProcess, startProcess } from './collector-process.ts';
import { type DatabaseKind, databaseKinds, testDatabase } from './databases.ts';
import { reportId, TestHost } from './test-host.ts';

/** 1,000 by `npm run conservation`. */
const rounds = Number(process.env.MAILFLOW_TLS_CONSERVATION_ROUNDS ?? 50);
const kinds = databaseKinds('no report lost or doubled when the collector is killed');
const clients = 12;
const hostCount = 20;
/** Milliseconds under load before the kill. */
const longestLoad = 200;

interface Parcel {
  id: string;
  bytes: Buffer;
  acknowledged: boolean;
}

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-conservation-'));
  program = join(folder, 'collector.mjs');
  await bundleCollector(program);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Delivers what others have not acknowledged yet, then new reports, until the collector is gone. */
class Load {
  readonly parcels: Parcel[] = [];
  #open: Parcel[] = [];
  readonly #hosts: readonly TestHost[];

  constructor(hosts: readonly TestHost[]) {
    this.#hosts = hosts;
  }

  /** Acknowledgements so far. */
  acknowledged = 0;

  get open(): number {
    return this.#open.length;
  }

  async client(url: string, fresh: boolean, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const parcel = this.#open.shift() ?? (fresh ? this.#make() : undefined);
      if (parcel === undefined) return;
      if (await deliver(url, parcel)) {
        parcel.acknowledged = true;
        this.acknowledged += 1;
      } else this.#open.push(parcel);
    }
  }

  #make(): Parcel {
    const host = this.#hosts[this.parcels.length % this.#hosts.length];
    if (host === undefined) throw new Error('There is no host.');
    const at = Date.now();
    const id = reportId(at);
    const bytes = host.report(at, id, (facts) => {
      // Every third report has facts that were never seen, so that kills also fall into larger transactions.
      if (this.parcels.length % 3 === 0) facts.gatherer.version = `0.1.${this.parcels.length}`;
    });
    const parcel = { id, bytes, acknowledged: false };
    this.parcels.push(parcel);
    return parcel;
  }
}

async function deliver(url: string, { id, bytes }: Parcel): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      body: new Blob([Buffer.from(bytes)]),
      headers: { 'content-type': reportContentType },
    });
    const answer: unknown = await response.json();
    return response.ok && typeof answer === 'object' && answer !== null && 'id' in answer && answer.id === id;
  } catch {
    // Killed in the middle: not acknowledged, so the host keeps it and tries again.
    await setTimeout(5);
    return false;
  }
}

async function killedRounds(kind: DatabaseKind, count: number) {
  const database = await testDatabase(kind);
  const hosts = Array.from({ length: hostCount }, (_, index) => new TestHost(`EX${index}`));
  for (const host of hosts) await host.insert(database.store.db);
  await database.store.close();
  const { settings } = database;
  const place = settings.kind === 'sqlite' ? `sqlite:${settings.file}` : settings.url;
  const data = mkdtempSync(join(folder, 'data-'));
  const args = ['--data-folder', data, '--database', place, '--tls', 'none', '--listen', '127.0.0.1:0'];
  const load = new Load(hosts);
  let underLoad = 0;
  for (let round = 0; round < count; round += 1) {
    const collector = startProcess(program, [...args, '--log-level', 'error']);
    // One in ten is killed while it starts.
    if (round % 10 === 9) {
      await setTimeout(Math.random() * 300);
      await collector.kill();
      continue;
    }
    const before = load.acknowledged;
    // Two in three not before something was acknowledged, however slow the machine is.
    await loadFor(load, collector, Math.random() * longestLoad, round % 3 === 0 ? before : before + 1);
    if (load.acknowledged > before) underLoad += 1;
  }
  const last = startProcess(program, args);
  const url = await last.listening;
  await Promise.all(
    Array.from({ length: clients }, () => load.client(url, false, AbortSignal.timeout(30_000))),
  );
  const exitCode = await last.end();
  const store = await openStore(settings);
  const rows = await store.db.selectFrom('reports').select(['id', 'host_id']).execute();
  const integrity =
    store.kind === 'sqlite' ? (await sql`pragma integrity_check`.execute(store.db)).rows : null;
  await store.close();
  await database.remove();
  return { load, rows, integrity, exitCode, underLoad, log: last.log() };
}

async function loadFor(
  load: Load,
  collector: CollectorProcess,
  ms: number,
  acknowledged: number,
): Promise<void> {
  const url = await collector.listening;
  const ending = new AbortController();
  const running = Promise.all(Array.from({ length: clients }, () => load.client(url, true, ending.signal)));
  for (let waited = 0; load.acknowledged < acknowledged && waited < 20_000; waited += 2) await setTimeout(2);
  await setTimeout(ms);
  await collector.kill();
  ending.abort();
  await running;
}

describe.each(kinds)('on %s', (kind) => {
  const share = Math.ceil(rounds / kinds.length);
  test(
    `killed ${share} times, the collector keeps what it acknowledged, once`,
    async () => {
      const { load, rows, integrity, exitCode, underLoad, log } = await killedRounds(kind, share);
      expect(load.open, log).toBe(0);
      expect(load.parcels.every(({ acknowledged }) => acknowledged)).toBe(true);
      expect(underLoad).toBeGreaterThanOrEqual(Math.floor(share / 2));
      const stored = rows.map(({ id }) => Buffer.from(id).toString('hex'));
      const sent = load.parcels.map(({ id }) => id.replaceAll('-', ''));
      expect(stored.toSorted()).toEqual(sent.toSorted());
      if (integrity !== null) expect(integrity).toEqual([{ integrity_check: 'ok' }]);
      expect(exitCode).toBe(0);
    },
    share * 5000 + 60_000,
  );
});
