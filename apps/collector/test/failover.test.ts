// The primary of PostgreSQL dies under load and its standby is promoted by hand: no acknowledged report is lost or doubled.
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { reportContentType } from '@mailflow-tls/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateStore } from '../src/store/migrate-store.ts';
import { openStore } from '../src/store/store.ts';
import { bundleCollector, type CollectorProcess, startProcess } from './collector-process.ts';
import { databaseKinds } from './databases.ts';
import {
  findPostgres,
  type PostgresTools,
  postgresUrl,
  resumePostgres,
  startPostgres,
  stopPostgres,
} from './postgres-server.ts';
import { promoteStandby, requireStandby, startStandby } from './postgres-standby.ts';
import { reportId, TestHost } from './test-host.ts';

const clients = 8;
const database = 'postgres';

interface Parcel {
  id: string;
  bytes: Buffer;
}

class Load {
  /** Ids that a collector has acknowledged; by collector. */
  readonly acknowledged = new Map<string, number>();
  made = 0;
  #open: Parcel[] = [];
  readonly #hosts: readonly TestHost[];

  constructor(hosts: readonly TestHost[]) {
    this.#hosts = hosts;
  }

  /** Delivers to one collector or the other, as behind a load balancer, until told to make no more. */
  async client(urls: readonly string[], signal: AbortSignal): Promise<void> {
    for (;;) {
      const parcel = this.#open.shift() ?? (signal.aborted ? undefined : this.#make());
      if (parcel === undefined) return;
      const at = Math.floor(Math.random() * urls.length);
      if (await deliver(urls[at] ?? '', parcel)) this.acknowledged.set(parcel.id, at);
      else {
        this.#open.push(parcel);
        await setTimeout(20);
      }
    }
  }

  #make(): Parcel {
    const host = this.#hosts[this.made % this.#hosts.length];
    if (host === undefined) throw new Error('There is no host.');
    this.made += 1;
    const at = Date.now();
    const id = reportId(at);
    const bytes = host.report(at, id, (facts) => {
      if (this.made % 3 === 0) facts.gatherer.version = `0.1.${this.made}`;
    });
    return { id, bytes };
  }
}

async function deliver(url: string, { id, bytes }: Parcel): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      body: new Blob([Buffer.from(bytes)]),
      headers: { 'content-type': reportContentType },
      signal: AbortSignal.timeout(30_000),
    });
    const answer: unknown = await response.json();
    return response.ok && typeof answer === 'object' && answer !== null && 'id' in answer && answer.id === id;
  } catch {
    return false;
  }
}

const withPostgres = databaseKinds('fail-over to a standby').includes('postgres');
describe.runIf(withPostgres)('with a primary and a standby,', () => {
  let folder: string;
  let tools: PostgresTools;
  let places: { one: string; other: string };
  let both: string;
  const collectors: CollectorProcess[] = [];
  const running = new Set<string>();
  const hosts = Array.from({ length: 20 }, (_, index) => new TestHost(`EX${index}`));
  const load = new Load(hosts);

  beforeAll(async () => {
    const found = findPostgres();
    if (typeof found === 'string') throw new Error(found);
    tools = found;
    folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-failover-'));
    // The servers run as a user of their own.
    chmodSync(folder, 0o755);
    places = { one: join(folder, 'one'), other: join(folder, 'other') };
    both = `postgres:///${database}?host=${places.one},${places.other}&user=postgres`;
    startPostgres(tools, places.one);
    running.add(places.one);
    startStandby(tools, places.one, places.other);
    running.add(places.other);
    const store = await openStore({ kind: 'postgres', url: postgresUrl(places.one, database) });
    await migrateStore(store);
    for (const host of hosts) await host.insert(store.db);
    await store.close();
    await requireStandby(places.one);
    await bundleCollector(join(folder, 'collector.mjs'));
  });

  afterAll(async () => {
    for (const collector of collectors) await collector.kill();
    for (const place of running) stopPostgres(tools, place, 'immediate');
    rmSync(folder, { recursive: true, force: true });
  });

  const startCollector = async (name: string): Promise<string> => {
    const data = ['--data-folder', join(folder, name), '--database', both];
    const args = [...data, '--tls', 'none', '--listen', '127.0.0.1:0', '--log-level', 'error'];
    const collector = startProcess(join(folder, 'collector.mjs'), args);
    collectors.push(collector);
    return collector.listening;
  };

  const stop = (place: string): void => {
    stopPostgres(tools, place, 'immediate');
    running.delete(place);
  };
  const reach = async (count: number): Promise<void> => {
    await expect.poll(() => load.acknowledged.size, { timeout: 60_000, interval: 5 }).toBeGreaterThan(count);
  };
  const expectAllIn = async (place: string): Promise<void> => {
    const client = new pg.Client({ connectionString: postgresUrl(place, database) });
    await client.connect();
    const { rows } = await client.query<{ id: string }>(`select encode(id, 'hex') as id from reports`);
    await client.end();
    const acknowledged = [...load.acknowledged.keys()].map((id) => id.replaceAll('-', ''));
    expect(load.acknowledged.size).toBe(load.made);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
  };

  test('two collectors go on with the standby, and it holds every report they acknowledged, once', async () => {
    const urls = [await startCollector('a'), await startCollector('b')];
    const ending = new AbortController();
    const loading = Promise.all(Array.from({ length: clients }, () => load.client(urls, ending.signal)));
    await reach(300);
    stop(places.one);
    const atDeath = load.acknowledged.size;
    await setTimeout(500);
    // Answers that were under way.
    expect(load.acknowledged.size - atDeath).toBeLessThanOrEqual(clients);
    const promotedAt = Date.now();
    promoteStandby(tools, places.other);
    await reach(atDeath + clients);
    expect(Date.now() - promotedAt).toBeLessThan(20_000);
    await reach(atDeath + 300);
    ending.abort();
    await loading;
    await expectAllIn(places.other);
    expect([...new Set(load.acknowledged.values())].toSorted()).toEqual([0, 1]);
  }, 180_000);

  test('the old primary comes back as a standby, and a collector passes it by although it is named first', async () => {
    renameSync(places.one, join(folder, 'dead'));
    startStandby(tools, places.other, places.one);
    running.add(places.one);
    await requireStandby(places.other);
    const ending = new AbortController();
    const loading = load.client([await startCollector('c')], ending.signal);
    await reach(load.acknowledged.size + 20);
    ending.abort();
    await loading;
  }, 120_000);

  test('while no standby follows nothing is acknowledged, so that the standby never lacks a report', async () => {
    const urls = [await startCollector('d')];
    const ending = new AbortController();
    const loading = Promise.all(Array.from({ length: clients }, () => load.client(urls, ending.signal)));
    await reach(load.acknowledged.size + 100);
    stop(places.one);
    await setTimeout(200);
    const before = load.acknowledged.size;
    await setTimeout(500);
    expect(load.acknowledged.size).toBe(before);
    stop(places.other);
    resumePostgres(tools, places.one);
    running.add(places.one);
    promoteStandby(tools, places.one);
    await reach(before + 100);
    ending.abort();
    await loading;
    await expectAllIn(places.one);
  }, 180_000);

  test('without any host the collector is not ready, and is again with the one that it had', async () => {
    const url = await startCollector('d');
    for (const place of running) stopPostgres(tools, place, 'immediate');
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 30_000 }).toBe(503);
    for (const place of running) resumePostgres(tools, place);
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 30_000 }).toBe(200);
  }, 120_000);
});
