// Measures every question over 100,000 hosts with 30 days of history on both databases: node bench/questions.ts [hosts] [kind]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { rules } from '@mailflow-tls/core';
import { sql } from 'kysely';
import { type Asking, dayMs, dayOf } from '../src/fleet/asking.ts';
import { differences } from '../src/fleet/differences.ts';
import { errorsOverTime } from '../src/fleet/errors.ts';
import { facetsOf } from '../src/fleet/facets.ts';
import { listChanges } from '../src/fleet/history.ts';
import { everyHost, type HostFilter } from '../src/fleet/host-filter.ts';
import { countHosts, listHosts } from '../src/fleet/host-list.ts';
import { hostOrders } from '../src/fleet/host-order.ts';
import { hostPage } from '../src/fleet/host-report.ts';
import { matrixPage } from '../src/fleet/matrix.ts';
import { overview } from '../src/fleet/overview.ts';
import { hostsOfPeer, listPeers } from '../src/fleet/peers.ts';
import { queuesNow } from '../src/fleet/queues.ts';
import { rollUpErrors, rollUpPeers } from '../src/fleet/rollups.ts';
import { foldedMatrix, listRules } from '../src/fleet/rule-counts.ts';
import { refreshStatistics } from '../src/fleet/statistics.ts';
import { compareDays, compareHostTimes, statesOverTime } from '../src/fleet/two-dates.ts';
import { migrateStore } from '../src/store/migrate-store.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { insertFleet } from '../test/insert-fleet.ts';
import { findPostgres, postgresUrl, startPostgres, stopPostgres } from '../test/postgres-server.ts';
import { randomFleet } from '../test/random-fleet.ts';

const [hosts = 100_000, only] = [Number(process.argv[2] ?? 100_000), process.argv[3]];
const now = Date.parse('2026-11-24T12:00:00Z');
const rounds = 40;
const page = { order: 'worst', limit: 100 } as const;

/** As people narrow a list down: by nothing, by what half of the fleet has, by what few have. */
const filters: Record<string, HostFilter> = {
  'all hosts': everyHost,
  'one Windows': { ...everyHost, windows: ['Windows Server 2019'] },
  'one state': { ...everyHost, state: ['failing'] },
  'one tag': { ...everyHost, tag: ['tag-3'] },
  'a part in mail': { ...everyHost, part: ['receives'] },
  'free text': { ...everyHost, text: ['2019', 'site3'] },
  'a rule that fails': { ...everyHost, rule: [rules[3]?.id ?? ''], verdict: ['fail'] },
  'a rule that notes': { ...everyHost, rule: [rules[5]?.id ?? ''], verdict: ['info'] },
  'a cause': { ...everyHost, cause: ['tls-version'] },
  silent: { ...everyHost, silent: true },
};

async function measureAll(asking: Asking): Promise<void> {
  // What a look at every host costs on this machine at this time; the other figures are to be seen beside it.
  const scan = asking.store.reader.selectFrom('hosts').select(sql<number>`sum(length(search))`.as('length'));
  await measure('(reading every host)', () => scan.execute());
  const each = async (what: string, ask: (filter: HostFilter) => Promise<unknown>): Promise<void> => {
    for (const [name, filter] of Object.entries(filters))
      await measure(`${what}: ${name}`, () => ask(filter));
  };
  await each('list', (filter) => listHosts(asking, filter, page));
  for (const order of hostOrders)
    await measure(`list by ${order}`, () => listHosts(asking, everyHost, { order, limit: 100 }));
  const { next } = await listHosts(asking, everyHost, { ...page, limit: 50_000 });
  await measure('list, far behind', () =>
    listHosts(asking, everyHost, { ...page, cursor: next ?? undefined }),
  );
  await each('count', (filter) => countHosts(asking, filter));
  await each('facets', (filter) => facetsOf(asking, filter));
  await each('rules', (filter) => listRules(asking, filter));
  await each('matrix', (filter) => matrixPage(asking, filter, page));
  for (const by of ['windows', 'domain'] as const)
    await measure(`matrix folded by ${by}`, () => foldedMatrix(asking, everyHost, by));
  await measure('overview', () => overview(asking, everyHost, now - 7 * dayMs));
  await measure('one host', () => hostPage(asking, 1 + Math.floor(Math.random() * 100)), true);
  await measure('one host at two dates', () => compareHostTimes(asking, 77, now, now), true);
  await measure('history of the fleet', () => listChanges(asking, { limit: 100 }));
  await measure('differences: one tag', () => differences(asking, filters['one tag'] ?? everyHost), true);
  await measure('two dates', () => compareDays(asking, everyHost, dayOf(now - 7 * dayMs), dayOf(now)));
  await measure('states over time', () => statesOverTime(asking, dayOf(now - 30 * dayMs), dayOf(now)));
  await measure('peers', () => listPeers(asking, { filter: everyHost, limit: 100 }));
  await measure('peers: would be cut off', () =>
    listPeers(asking, { filter: everyHost, limit: 100, cutOff: true }),
  );
  await measure('peers: one tag', () =>
    listPeers(asking, { filter: filters['one tag'] ?? everyHost, limit: 100 }),
  );
  await measure('hosts of a peer', () => hostsOfPeer(asking, '192.0.2.7', 100));
  await measure('errors by cause', () =>
    errorsOverTime(asking, { filter: everyHost, by: 'cause', from: dayOf(now - 30 * dayMs), to: dayOf(now) }),
  );
  await measure('errors by cause: one Windows', () =>
    errorsOverTime(asking, {
      filter: filters['one Windows'] ?? everyHost,
      by: 'cause',
      from: dayOf(now - 30 * dayMs),
      to: dayOf(now),
    }),
  );
  await measure('queues', () => queuesNow(asking, everyHost, { limit: 100 }));
}

const slow: string[] = [];

/** Lists and counts are held to 100 ms; what judges facts anew (`judges`) is only shown. */
async function measure(name: string, ask: () => Promise<unknown>, judges = false): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(share * (times.length - 1))] ?? 0) as [
    number,
    number,
  ];
  if (p95 > 100 && !judges) slow.push(name);
  process.stdout.write(
    `${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms${p95 > 100 ? '   *' : ''}\n`,
  );
}

async function fill(store: Store): Promise<Asking> {
  const asking: Asking = { db: store.db, store, now: () => now };
  await migrateStore(store);
  let began = performance.now();
  const fleet = randomFleet({ hosts, seed: 5, now, days: 30, broken: 0.1 });
  await insertFleet(store, fleet, now);
  const rows = Object.values(fleet).reduce((sum, list) => sum + list.length, 0);
  process.stdout.write(`${rows} rows in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  began = performance.now();
  const { signal } = new AbortController();
  await rollUpPeers(asking, signal);
  await rollUpErrors(asking, signal);
  process.stdout.write(`rolled up in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return asking;
}

async function onSqlite(folder: string): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'collector.db') });
  const asking = await fill(store);
  await refreshStatistics(asking);
  await measureAll(asking);
  await store.close();
}

async function onPostgres(folder: string): Promise<void> {
  const tools = findPostgres();
  if (typeof tools === 'string') {
    process.stdout.write(`not run: ${tools}\n`);
    return;
  }
  const server = join(folder, 'server');
  startPostgres(tools, server);
  try {
    const store = await openStore({ kind: 'postgres', url: postgresUrl(server, 'postgres') });
    const asking = await fill(store);
    if (store.kind === 'postgres') await store.pool.query('vacuum analyze');
    await measureAll(asking);
    await store.close();
  } finally {
    stopPostgres(tools, server);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-bench-'));
// PostgreSQL runs as another user where this runs as root.
chmodSync(folder, 0o755);
try {
  for (const [kind, run] of [
    ['sqlite', onSqlite],
    ['postgres', onPostgres],
  ] as const) {
    if (only !== undefined && only !== kind) continue;
    process.stdout.write(`\n${hosts} hosts on ${kind}\n`);
    await run(folder);
  }
  const memory = Math.round(process.memoryUsage().rss / 1_048_576);
  process.stdout.write(
    `\nmemory ${memory} MB (with the generated fleet)\nover 100 ms at p95: ${slow.join(', ') || 'nothing'}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
