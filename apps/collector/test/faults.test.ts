// What goes wrong around a collector that takes in reports: nothing is lost, nobody else is held up, and it goes on by itself.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { reportContentType } from '@mailflow-tls/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateStore } from '../src/store/migrate-store.ts';
import { openStore } from '../src/store/store.ts';
import { databaseKinds, type TestDatabase } from './databases.ts';
import { findPostgres, postgresUrl, resumePostgres, startPostgres, stopPostgres } from './postgres-server.ts';
import { type ServingCollector, startServing } from './serving-collector.ts';
import { TestHost } from './test-host.ts';

async function deliver({ url }: ServingCollector, body: Buffer) {
  const response = await fetch(`${url}/api/v1/reports`, {
    method: 'POST',
    body: new Blob([Buffer.from(body)]),
    headers: { 'content-type': reportContentType },
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer, retryAfter: Number(response.headers.get('retry-after')) };
}

async function countReports({ collector }: ServingCollector): Promise<number> {
  return (await collector.db.selectFrom('reports').select('id').execute()).length;
}

/** A connection that sends what it is told, byte for byte. */
function raw({ url }: ServingCollector): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

function head(length: number): string {
  return `POST /api/v1/reports HTTP/1.1\r\nhost: x\r\ncontent-type: ${reportContentType}\r\ncontent-length: ${length}\r\n\r\n`;
}

describe('with an embedded database,', () => {
  let running: ServingCollector;
  const host = new TestHost('EX01');
  beforeAll(async () => {
    running = await startServing('sqlite', { intake: { admission: { requests: 3, bytes: 10_000_000 } } });
    await host.insert(running.collector.db);
  });
  afterAll(() => running.stop());

  test('a full disk is told as such, and when there is room again the same report is taken', async () => {
    const { store } = running.collector;
    if (store.kind !== 'sqlite') throw new Error('This is about SQLite.');
    await deliver(running, host.report(Date.now()));
    // SQLite then answers SQLITE_FULL as it does when the file system has no room.
    const { page_count: pages } = store.connection.prepare('pragma page_count').get() ?? {};
    store.connection.exec(`pragma max_page_count = ${Number(pages)}`);
    const big = host.report(Date.now(), undefined, (facts) => {
      if (facts.sections.os.status === 'read')
        facts.sections.os.data.clock.timeZone = Array.from({ length: 20_000 }, () => Math.random()).join('');
    });
    const refused = await deliver(running, big);
    expect(refused).toMatchObject({ status: 503, answer: { code: 'store-unavailable' } });
    expect(refused.retryAfter).toBeGreaterThan(0);
    store.connection.exec('pragma max_page_count = 1000000');
    expect(await deliver(running, big)).toMatchObject({ status: 200, answer: { duplicate: false } });
  });

  test('a body that is cut off leaves nothing behind', async () => {
    const before = await countReports(running);
    const report = host.report(Date.now());
    for (const part of [0, 1, 500, report.length - 1]) {
      const socket = await raw(running);
      socket.write(head(report.length));
      socket.write(report.subarray(0, part));
      await setTimeout(20);
      socket.destroy();
    }
    await expect.poll(() => running.intake.admission.requests).toBe(0);
    expect(running.intake.admission.bytes).toBe(0);
    expect(await countReports(running)).toBe(before);
  });

  test('when there is no room, others are told to come back later, and are taken once there is', async () => {
    const report = host.report(Date.now());
    const holding = await Promise.all([raw(running), raw(running), raw(running)]);
    for (const socket of holding) socket.write(head(1000));
    await expect.poll(() => running.intake.admission.requests).toBe(3);
    const refused = await deliver(running, report);
    expect(refused).toMatchObject({ status: 503, answer: { code: 'overloaded' } });
    expect(refused.retryAfter).toBeGreaterThan(0);
    for (const socket of holding) socket.destroy();
    await expect.poll(() => running.intake.admission.requests).toBe(0);
    expect(await deliver(running, report)).toMatchObject({ status: 200 });
  });

  test('who sends the head of a request drop by drop is cut off', async () => {
    const socket = await raw(running);
    const started = Date.now();
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    const dripping = setInterval(() => socket.write('x'), 500);
    socket.write('POST /api/v1/reports HTTP/1.1\r\nhost: ');
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(dripping);
    expect(Date.now() - started).toBeLessThan(30_000);
    expect(answer).toMatch(/^(?:HTTP\/1\.1 40[08]|$)/);
    expect(await deliver(running, host.report(Date.now()))).toMatchObject({ status: 200 });
  });
});

const withPostgres = databaseKinds('a PostgreSQL that goes away').includes('postgres');
describe.runIf(withPostgres)('with PostgreSQL,', () => {
  test('while it is gone reports are sent back to be kept, and taken when it is there again', async () => {
    const tools = findPostgres();
    if (typeof tools === 'string') throw new Error(tools);
    const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-gone-'));
    chmodSync(folder, 0o755);
    const place = join(folder, 'server');
    startPostgres(tools, place);
    const settings = { kind: 'postgres', url: postgresUrl(place, 'postgres') } as const;
    const store = await openStore(settings);
    await migrateStore(store);
    const database: TestDatabase = { settings, store, remove: () => store.close() };
    const running = await startServing('postgres', { database });
    const host = new TestHost('EX01');
    await host.insert(store.db);
    expect(await deliver(running, host.report(Date.now()))).toMatchObject({ status: 200 });
    stopPostgres(tools, place);
    const kept = Array.from({ length: 5 }, () => host.report(Date.now()));
    for (const report of kept) {
      const refused = await deliver(running, report);
      expect(refused).toMatchObject({ status: 503, answer: { code: 'store-unavailable' } });
      expect(refused.retryAfter).toBeGreaterThan(0);
    }
    expect((await fetch(`${running.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    resumePostgres(tools, place);
    for (const report of kept) expect(await deliver(running, report)).toMatchObject({ status: 200 });
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect(await countReports(running)).toBe(6);
    await running.intake.flush();
    const refusals = await store.db.selectFrom('refusals').select(['code', 'count']).execute();
    expect(refusals).toEqual([{ code: 'store-unavailable', count: 5 }]);
    await running.stop();
    stopPostgres(tools, place);
    rmSync(folder, { recursive: true, force: true });
  });
});
