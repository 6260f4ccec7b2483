// Two collectors on one PostgreSQL: the same reports sent to both count once, and one may stop while the other goes on.
import { reportContentType } from '@mailflow-tls/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { databaseKinds, type TestDatabase, testDatabase } from './databases.ts';
import { type ServingCollector, startServing } from './serving-collector.ts';
import { reportId, TestHost } from './test-host.ts';

const kinds = databaseKinds('two collectors on one database').filter((kind) => kind === 'postgres');

/** However slow the machine is. */
const patient = { timeout: 30_000 };

interface Parcel {
  id: string;
  bytes: Buffer;
}

/** What was answered, or null when there was no answer. */
async function deliver({ url }: ServingCollector, { id, bytes }: Parcel): Promise<'new' | 'again' | null> {
  try {
    const response = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      body: new Blob([Buffer.from(bytes)]),
      headers: { 'content-type': reportContentType },
    });
    const answer: unknown = await response.json();
    if (!response.ok || typeof answer !== 'object' || answer === null) return null;
    if (!('id' in answer) || answer.id !== id || !('duplicate' in answer)) return null;
    return answer.duplicate === true ? 'again' : 'new';
  } catch {
    return null;
  }
}

describe.each(kinds)('on %s', (kind) => {
  let database: TestDatabase;
  let hosts: TestHost[];
  let first: ServingCollector;
  let second: ServingCollector;

  const start = async (): Promise<ServingCollector> => {
    const store = await openStore(database.settings);
    return startServing(kind, { database: { ...database, store, remove: () => store.close() } });
  };
  beforeEach(async () => {
    database = await testDatabase(kind);
    hosts = Array.from({ length: 10 }, (_, index) => new TestHost(`EX${index}`));
    for (const host of hosts) await host.insert(database.store.db);
    [first, second] = [await start(), await start()];
  });
  afterEach(async () => {
    await database.remove();
  });

  function parcels(count: number): Parcel[] {
    return Array.from({ length: count }, (_, index) => {
      const at = Date.now() - (count - index) * 1000;
      const id = reportId(at);
      const host = hosts[index % hosts.length];
      if (host === undefined) throw new Error('There is no host.');
      // Now and then facts that neither has seen.
      const bytes = host.report(at, id, (facts) => {
        if (index % 7 === 0) facts.gatherer.version = `0.1.${index}`;
      });
      return { id, bytes };
    });
  }

  async function expectStored(sent: readonly Parcel[]): Promise<void> {
    const rows = await database.store.db.selectFrom('reports').select('id').execute();
    const stored = rows.map(({ id }) => Buffer.from(id).toString('hex'));
    expect(stored.toSorted()).toEqual(sent.map(({ id }) => id.replaceAll('-', '')).toSorted());
  }

  test('the same reports sent to both at the same time count once', async () => {
    const sent = parcels(200);
    const answers = await Promise.all(
      sent.map((parcel) => Promise.all([deliver(first, parcel), deliver(second, parcel)])),
    );
    for (const pair of answers) expect(pair.toSorted()).toEqual(['again', 'new']);
    await expectStored(sent);
    await Promise.all([first.stop(), second.stop()]);
  });

  test('in a rolling upgrade nothing that reaches a running collector is refused or lost', async () => {
    const sent = parcels(300);
    const open = [...sent];
    // As a load balancer does: to the next one when the first does not answer.
    let running = [first, second];
    let retried = 0;
    let refused = 0;
    const client = async (): Promise<void> => {
      for (let parcel = open.shift(); parcel !== undefined; parcel = open.shift()) {
        let taken = false;
        for (const collector of running) {
          taken = (await deliver(collector, parcel)) !== null;
          if (taken) break;
          retried += 1;
        }
        if (!taken) refused += 1;
      }
    };
    const upgrade = async (): Promise<void> => {
      await expect.poll(() => open.length, patient).toBeLessThan(250);
      await first.stop();
      const upgraded = await start();
      running = [upgraded, second];
      await expect.poll(() => open.length, patient).toBeLessThan(100);
      await second.stop();
      running = [upgraded];
    };
    await Promise.all([upgrade(), ...Array.from({ length: 8 }, client)]);
    expect(refused).toBe(0);
    expect(retried).toBeGreaterThan(0);
    await expectStored(sent);
    for (const collector of running) await collector.stop();
  }, 90_000);
});
