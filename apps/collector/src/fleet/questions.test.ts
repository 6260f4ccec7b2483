// Every question against a naive count in JavaScript over the same random fleet, on both databases.
import { hostStates, type Verdict, verdictOrder } from '@mailflow-tls/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileStrings } from '../../../../packages/core/test/hostile-strings.ts';
import { databaseKinds, type TestDatabase, testDatabase } from '../../test/databases.ts';
import { insertFleet } from '../../test/insert-fleet.ts';
import { type RandomFleet, randomFleet } from '../../test/random-fleet.ts';
import { type Asking, dayMs, dayOf } from './asking.ts';
import { errorKeys, errorsOverTime } from './errors.ts';
import { facetsOf } from './facets.ts';
import { groupKeys } from './finding-sets.ts';
import { listChanges } from './history.ts';
import { everyHost, type HostFilter } from './host-filter.ts';
import { countHosts, everyHostOf, listHosts } from './host-list.ts';
import { hostOrders } from './host-order.ts';
import { matrixPage } from './matrix.ts';
import { overview } from './overview.ts';
import { listPeers } from './peers.ts';
import { queuesNow } from './queues.ts';
import { rollUpErrors, rollUpPeers } from './rollups.ts';
import { foldedMatrix, listRules } from './rule-counts.ts';
import { refreshStatistics } from './statistics.ts';
import { compareDays } from './two-dates.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const fleet = randomFleet({ hosts: 300, seed: 11, now, days: 20, strings: hostileStrings });
type Host = RandomFleet['hosts'][number];

const tagsBy = Map.groupBy(fleet.host_tags, (row) => row.host_id);
const findingsBy = Map.groupBy(fleet.host_findings, (row) => row.host_id);
const errorsBy = Map.groupBy(fleet.host_errors, (row) => row.host_id);
const idOf = (host: Host): number => host.id ?? 0;

function isIn(values: readonly string[], value: string | null | undefined): boolean {
  return values.length === 0 || values.includes(value ?? '');
}

function naive(filter: HostFilter): Host[] {
  return fleet.hosts.filter((host) => {
    const id = idOf(host);
    const findings = findingsBy.get(id) ?? [];
    const open = findings.filter((finding) => finding.counts === 1).length;
    const words = (host.part ?? '').split(' ');
    return (
      (filter.id.length === 0 || filter.id.includes(id)) &&
      isIn(filter.status, host.status) &&
      isIn(filter.state, host.state ?? 'none') &&
      isIn(filter.windows, host.windows) &&
      isIn(filter.exchange, host.exchange) &&
      isIn(filter.domain, host.domain) &&
      isIn(filter.agent, host.agent_version) &&
      isIn(filter.core, host.core_version) &&
      (filter.silent === null || filter.silent === (host.silent_since !== null)) &&
      // There are no waivers in this fleet.
      (filter.waived === null || filter.waived === open < 0) &&
      (filter.part.length === 0 || filter.part.some((part) => words.includes(part))) &&
      filter.text.every((text) => host.search.includes(text)) &&
      (filter.tag.length === 0 || (tagsBy.get(id) ?? []).some(({ tag }) => filter.tag.includes(tag))) &&
      ((filter.rule.length === 0 && filter.verdict.length === 0) ||
        findings.some(
          (finding) => isIn(filter.rule, finding.rule_id) && isIn(filter.verdict, finding.verdict),
        )) &&
      (filter.cause.length === 0 ||
        (errorsBy.get(id) ?? []).some(
          (error) => filter.cause.includes(error.cause ?? '\n') && error.day >= dayOf(now - 7 * dayMs),
        ))
    );
  });
}

const some = <T extends string>(values: readonly (T | null | undefined)[]) => {
  const distinct = [...new Set(values.map((value) => value ?? ('' as T)))];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<T[]>([]) },
    { weight: 2, arbitrary: fc.subarray(distinct, { maxLength: Math.min(3, distinct.length) }) },
  );
};
const maybe = fc.option(fc.boolean(), { freq: 2 });
const filters: fc.Arbitrary<HostFilter> = fc.record({
  id: fc.oneof({ weight: 9, arbitrary: fc.constant<number[]>([]) }, fc.subarray(fleet.hosts.map(idOf))),
  state: some([...hostStates, 'none' as const]),
  rule: some(fleet.host_findings.map((row) => row.rule_id)),
  verdict: some<Verdict>(verdictOrder),
  cause: some(['tls-version', 'network', 'nothing']),
  agent: some(fleet.hosts.map((host) => host.agent_version)),
  core: some(['0.1.0']),
  windows: some(fleet.hosts.map((host) => host.windows)),
  exchange: some(fleet.hosts.map((host) => host.exchange)),
  domain: some(fleet.hosts.map((host) => host.domain)),
  tag: some(fleet.host_tags.map((row) => row.tag)),
  part: some(['receives', 'none', 'sends', 'unknown']),
  status: some(['waiting', 'active', 'revoked']),
  silent: maybe,
  waived: maybe,
  text: fc.oneof(
    fc.constant<string[]>([]),
    fc.subarray(['ex', '2019', '%', '_', 'tag-3', "'", '\\', 'שרת'], { maxLength: 2 }),
  ),
});

describe.each(databaseKinds('questions of the fleet'))('on %s', (kind) => {
  let database: TestDatabase;
  let asking: Asking;
  beforeAll(async () => {
    database = await testDatabase(kind);
    asking = { db: database.store.db, store: database.store, now: () => now };
    await insertFleet(database.store, fleet, now);
    const { signal } = new AbortController();
    await rollUpPeers(asking, signal);
    await rollUpErrors(asking, signal);
    await refreshStatistics(asking);
  });
  afterAll(() => database.remove());

  const holds = (property: fc.IAsyncProperty<unknown>, numRuns = 60) => fc.assert(property, { numRuns });
  const property = (check: (filter: HostFilter) => Promise<void>) => fc.asyncProperty(filters, check);

  test('finds and counts the hosts of a filter', () =>
    holds(
      property(async (filter) => {
        const expected = naive(filter).map(idOf);
        expect(await countHosts(asking, filter)).toBe(expected.length);
        const found: number[] = [];
        for await (const host of everyHostOf(asking, filter, 'worst')) found.push(host.id);
        expect(found.sort((a, b) => a - b)).toEqual(expected);
      }),
      150,
    ));

  test.each(
    hostOrders.flatMap(
      (order) =>
        [
          [order, false],
          [order, true],
        ] as const,
    ),
  )('pages by %s (reversed: %s) without a gap or a double', async (order, reversed) => {
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listHosts(asking, everyHost, { order, reversed, limit: 7, cursor });
      pages.push(...page.hosts.map((host) => host.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const { hosts } = await listHosts(asking, everyHost, { order, reversed, limit: 1000 });
    expect(pages).toEqual(hosts.map((host) => host.id));
    expect(new Set(pages).size).toBe(naive(everyHost).length);
  });

  test('puts the worst first, by name', async () => {
    const { hosts } = await listHosts(asking, everyHost, { order: 'worst', limit: 1000 });
    const byRank = naive(everyHost).sort(
      (a, b) => a.rank - b.rank || compare(a.name, b.name) || idOf(a) - idOf(b),
    );
    expect(hosts.map((host) => host.id)).toEqual(byRank.map(idOf));
  });

  test('divides them by facets', () =>
    holds(
      property(async (filter) => {
        const facets = await facetsOf(asking, filter);
        expect(facets.total).toBe(naive(filter).length);
        for (const name of groupKeys) {
          const counts = countBy(naive({ ...filter, [name]: [] }), (host) => [
            host[name] ?? (name === 'state' ? 'none' : ''),
          ]);
          expect(Object.fromEntries(facets[name].map(({ value, hosts }) => [value, hosts]))).toEqual(counts);
        }
        const tags = countBy(naive({ ...filter, tag: [] }), (host) =>
          (tagsBy.get(idOf(host)) ?? []).map(({ tag }) => tag),
        );
        expect(Object.fromEntries(facets.tag.map(({ value, hosts }) => [value, hosts]))).toEqual(tags);
      }),
    ));

  test('counts by rule, and folds the matrix', () =>
    holds(
      fc.asyncProperty(filters, fc.constantFrom(...groupKeys), async (filter, by) => {
        const list = await listRules(asking, filter);
        expect(list.hosts).toBe(naive(filter).length);
        const expected = ruleCounts(naive(filter));
        for (const { rule, title: _, affects: __, ...counts } of list.rules) {
          expect({ rule, ...counts }).toEqual({ rule, ...(expected.get(rule) ?? none) });
        }
        const folded = await foldedMatrix(asking, filter, by);
        const groups = Map.groupBy(naive(filter), (host) => host[by] ?? '');
        expect(folded.groups.length).toBe(groups.size);
        for (const group of folded.groups) {
          const hosts = groups.get(group.value) ?? [];
          expect(group.hosts).toBe(hosts.length);
          expect(group.rules).toEqual(Object.fromEntries(ruleCounts(hosts)));
        }
      }),
    ));

  test('shows all verdicts of a page of hosts', async () => {
    const { rows } = await matrixPage(asking, everyHost, { order: 'name', limit: 50 });
    for (const { host, verdicts } of rows) {
      const own = (findingsBy.get(host.id) ?? []).map((row) => [
        row.rule_id,
        { verdict: row.verdict, waived: false },
      ]);
      expect(verdicts).toEqual(Object.fromEntries(own));
    }
  });

  test('sums it up in one sentence', async () => {
    const since = now - 10 * dayMs;
    const answer = await overview(asking, everyHost, since);
    const active = naive(everyHost);
    expect(answer.hosts).toBe(active.length);
    expect(answer.wouldLoseMail).toBe(active.filter((host) => host.state === 'failing').length);
    expect(answer.onlyNeedRestart).toBe(active.filter((host) => host.state === 'restartNeeded').length);
    expect(answer.silent).toBe(active.filter((host) => host.silent_since !== null).length);
    expect(answer.waiting).toBe(fleet.hosts.filter((host) => host.status === 'waiting').length);
    expect(answer.since?.new).toBe(active.filter((host) => (host.first_report_at ?? 0) > since).length);
    const firsts = active.flatMap((host) => {
      const first = changesOf(host).find((change) => change.at > since);
      return first ? [host.rank - hostStates.indexOf(first.before as never)] : [];
    });
    expect(answer.since?.worsened).toBe(firsts.filter((step) => step < 0).length);
    expect(answer.since?.improved).toBe(firsts.filter((step) => step > 0).length);
    for (const step of answer.next) {
      const state = step.kind === 'restart' ? 'restartNeeded' : 'failing';
      const touched = active.filter(
        (host) => host.state === state && (step.rule === null || failsOf(host).includes(step.rule)),
      );
      expect(step.hosts).toBe(touched.length);
      const mended = step.rule === null ? touched : touched.filter((host) => failsOf(host).length === 1);
      expect(step.mends).toBe(mended.length);
      const ids = new Set(touched.map(idOf));
      const mail = fleet.host_peers.filter((row) => ids.has(row.host_id) && row.office365 === 1);
      expect(step.messages).toBe(sum(mail.map((row) => row.encrypted + row.clear + row.refused)));
    }
    expect(answer.next.length).toBeGreaterThan(3);
  });

  test('tells the history, page by page', async () => {
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listChanges(asking, { limit: 9, cursor });
      pages.push(...page.changes.map((change) => change.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const all = [...fleet.host_changes].sort((a, b) => b.at - a.at || (b.id ?? 0) - (a.id ?? 0));
    expect(pages).toEqual(all.map((change) => change.id));
  });

  test('compares two days', () =>
    holds(
      property(async (filter) => {
        const [from, to] = [dayOf(now - 12 * dayMs), dayOf(now - 3 * dayMs)];
        const [start, end] = [Date.parse(from) + dayMs, Date.parse(to) + dayMs];
        const moved = naive(filter).flatMap((host) => {
          const between = changesOf(host).filter((change) => change.at >= start && change.at < end);
          const [before, after] = [between[0]?.before, between.at(-1)?.after];
          return before === after ? [] : [{ id: idOf(host), before, after }];
        });
        const answer = await compareDays(asking, filter, from, to);
        expect(answer.moved.map(({ id, before, after }) => ({ id, before, after })).sort(byId)).toEqual(
          moved.sort(byId),
        );
        expect(sum(answer.moves.map((move) => move.hosts))).toBe(moved.length);
      }),
      20,
    ));

  test('adds up usage by peer, rolled up as by hosts', () =>
    holds(
      fc.asyncProperty(fc.oneof(fc.constant(everyHost), filters), fc.boolean(), async (filter, cutOff) => {
        const ids = new Set(naive(filter).map(idOf));
        const rows = fleet.host_peers.filter((row) => ids.has(row.host_id));
        const byPeer = Map.groupBy(rows, (row) => `${row.peer} ${row.direction}`);
        const answer = await listPeers(asking, { filter, limit: 1000, ...(cutOff ? { cutOff } : {}) });
        const wanted = [...byPeer.values()].filter(
          (group) => !cutOff || group.some((row) => row.cut_off !== null),
        );
        expect(answer.peers.length).toBe(wanted.length);
        for (const peer of answer.peers) {
          const group = byPeer.get(`${peer.peer} ${peer.direction}`) ?? [];
          expect(peer.sessions).toBe(sum(group.map((row) => row.sessions)));
          expect(peer.hosts).toBe(new Set(group.map((row) => row.host_id)).size);
          expect(peer.clear).toBe(sum(group.map((row) => row.clear)));
          expect(peer.cutOffAll).toBe(group.filter((row) => row.cut_off === 'all').length);
          expect(peer.lastSeen).toBe(
            group.reduce<number | null>(
              (last, row) => (row.last_seen === null ? last : Math.max(last ?? 0, row.last_seen ?? 0)),
              null,
            ),
          );
          expect(sum(Object.values(peer.protocols))).toBe(peer.sessions);
        }
      }),
      30,
    ));

  test('pages through peers, rolled up and not', async () => {
    for (const filter of [everyHost, { ...everyHost, state: ['failing' as const] }]) {
      const pages: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listPeers(asking, { filter, limit: 11, cursor });
        pages.push(...page.peers.map((peer) => `${peer.peer} ${peer.direction}`));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      const { peers } = await listPeers(asking, { filter, limit: 1000 });
      expect(pages).toEqual(peers.map((peer) => `${peer.peer} ${peer.direction}`));
    }
  });

  test('adds up errors by day, rolled up as by hosts', () =>
    holds(
      fc.asyncProperty(
        fc.oneof(fc.constant(everyHost), filters),
        fc.constantFrom(...errorKeys),
        async (filter, by) => {
          const ids = new Set(naive(filter).map(idOf));
          const column = by === 'error' ? 'error_id' : by;
          const rows = fleet.host_errors.filter(
            (row) => ids.has(row.host_id) && row.day >= dayOf(now - 9 * dayMs),
          );
          const answer = await errorsOverTime(asking, {
            filter,
            by,
            from: dayOf(now - 9 * dayMs),
            to: dayOf(now),
          });
          const total = sum(answer.series.map((one) => one.count)) + answer.more.count;
          expect(total).toBe(sum(rows.map((row) => row.count)));
          for (const one of answer.series) {
            const own = rows.filter((row) => (row[column] ?? '') === one.key);
            expect(one.count).toBe(sum(own.map((row) => row.count)));
            const days = Map.groupBy(own, (row) => row.day);
            expect(one.days).toEqual(
              [...days]
                .sort(([a], [b]) => compare(a, b))
                .map(([day, group]) => ({ day, count: sum(group.map((row) => row.count)) })),
            );
          }
        },
      ),
      30,
    ));

  test('lists the queues', () =>
    holds(
      property(async (filter) => {
        const ids = new Set(naive(filter).map(idOf));
        const rows = fleet.host_queues.filter((row) => ids.has(row.host_id));
        const answer = await queuesNow(asking, filter, { limit: 5 });
        expect(answer.total).toEqual({
          queues: rows.length,
          messages: sum(rows.map((row) => row.messages)),
          hosts: new Set(rows.map((row) => row.host_id)).size,
        });
        const longest = rows.map((row) => row.messages).sort((a, b) => b - a);
        expect(answer.queues.map((queue) => queue.messages)).toEqual(longest.slice(0, 5));
        expect(sum(answer.errors.map((error) => error.messages))).toBe(answer.total.messages);
      }),
      20,
    ));
});

const none = { fail: 0, warn: 0, notChecked: 0, info: 0, open: 0, waived: 0 };

function ruleCounts(hosts: readonly Host[]): Map<string, typeof none> {
  const counts = new Map<string, typeof none>();
  for (const host of hosts) {
    for (const { rule_id, verdict, counts: counted } of findingsBy.get(idOf(host)) ?? []) {
      const count = counts.get(rule_id) ?? { ...none };
      if (verdict !== 'pass' && verdict !== 'notApplicable') count[verdict]++;
      count.open += counted;
      counts.set(rule_id, count);
    }
  }
  return counts;
}

function failsOf(host: Host): string[] {
  const findings = findingsBy.get(idOf(host)) ?? [];
  return findings.filter((row) => row.verdict === 'fail').map((row) => row.rule_id);
}

function changesOf(host: Host) {
  return fleet.host_changes
    .filter((change) => change.host_id === idOf(host))
    .sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
}

function countBy(hosts: readonly Host[], keysOf: (host: Host) => readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const host of hosts) for (const key of keysOf(host)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function byId(a: { id: number }, b: { id: number }): number {
  return a.id - b.id;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
