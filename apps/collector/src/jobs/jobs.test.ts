// Background work: led by one, taken over, safe to repeat, and each job does what it is for in virtual time.
import { coreVersion } from '@mailflow-tls/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import winston from 'winston';
import { databaseKinds, type TestDatabase, testDatabase } from '../../test/databases.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  recordingCollector,
  reporter,
  start,
  withoutTls12,
} from '../../test/verified-reports.ts';
import { recordReports } from '../store/record-reports.ts';
import type { Store } from '../store/store.ts';
import type { Job, JobCollector } from './job.ts';
import { rejudge } from './rejudge.ts';
import { retention } from './retention.ts';
import { rollUpDay } from './rollup.ts';
import { JobRunner } from './runner.ts';
import { markSilentHosts } from './silent-hosts.ts';
import { expireWaivers } from './waiver-expiry.ts';

const day = 24 * hour;

describe.each(databaseKinds('background work'))('on %s', (kind) => {
  let database: TestDatabase;
  let store: Store;
  let collector: JobCollector;
  const clock = { now: start };
  const { signal } = new AbortController();

  beforeEach(async () => {
    clock.now = start;
    database = await testDatabase(kind);
    store = database.store;
    collector = { ...recordingCollector(store, clock), log: winston.createLogger({ silent: true }) };
  });
  afterEach(() => database.remove());

  const host = (id: number) =>
    store.db.selectFrom('hosts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const alerts = async () => {
    const rows = await store.db
      .selectFrom('alerts')
      .select(['kind', 'host_id', 'detail'])
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
  };
  const countOf = async (
    table: 'reports' | 'facts' | 'facts_sections' | 'sections' | 'judgements' | 'host_days',
  ) =>
    (
      await store.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  describe('the runner', () => {
    const counting = (everyMs = hour) => {
      const runs: string[] = [];
      const jobOf = (name: string): Job => ({
        name: 'count',
        everyMs,
        run: async () => void runs.push(name),
      });
      return { runs, jobOf };
    };

    test('lets one lead, and runs what is due', async () => {
      const { runs, jobOf } = counting();
      const a = new JobRunner(collector, [jobOf('a')], { holder: 'a' });
      const b = new JobRunner(collector, [jobOf('b')], { holder: 'b' });
      await Promise.all([a.tick(), b.tick()]);
      expect(runs).toHaveLength(1);
      expect([a.leads, b.leads].filter(Boolean)).toHaveLength(1);
      await Promise.all([a.tick(), b.tick()]);
      expect(runs).toHaveLength(1);
      clock.now += hour;
      await a.tick();
      await b.tick();
      expect(runs).toHaveLength(2);
    });

    test('is taken over once the lease of a dead one ran out, and at once from one that stopped', async () => {
      const { runs, jobOf } = counting(1000);
      const dead = new JobRunner(collector, [jobOf('dead')], { holder: 'dead', leaseMs: 60_000 });
      const heir = new JobRunner(collector, [jobOf('heir')], { holder: 'heir', leaseMs: 60_000 });
      await dead.tick();
      clock.now += 59_000;
      await heir.tick();
      expect(runs).toEqual(['dead']);
      clock.now += 2000;
      await heir.tick();
      expect(runs).toEqual(['dead', 'heir']);
      clock.now += 2000;
      await heir.stop();
      await dead.tick();
      expect(runs).toEqual(['dead', 'heir', 'dead']);
    });

    test('tries a job that failed again, and lets no other wait for it', async () => {
      let fails = true;
      const { runs, jobOf } = counting();
      const failing: Job = {
        name: 'failing',
        everyMs: hour,
        run: async () => {
          if (fails) throw new Error('no');
        },
      };
      const runner = new JobRunner(collector, [failing, jobOf('other')]);
      await runner.tick();
      expect(runs).toEqual(['other']);
      expect(runner.figures.get('failing')).toMatchObject({ runs: 0, failures: 1 });
      fails = false;
      clock.now += 61_000;
      await runner.tick();
      expect(runner.figures.get('failing')).toMatchObject({ runs: 1, failures: 1 });
    });

    test('ends a job on stop', async () => {
      const began = Promise.withResolvers<void>();
      const endless: Job = {
        name: 'endless',
        everyMs: 1,
        run: (_, given) => {
          began.resolve();
          return new Promise((_resolve, reject) =>
            given.addEventListener('abort', () => reject(given.reason)),
          );
        },
      };
      const runner = new JobRunner(collector, [endless]);
      const ticked = runner.tick();
      await began.promise;
      await runner.stop();
      await ticked;
      expect(await store.db.selectFrom('leases').selectAll().execute()).toEqual([]);
    });
  });

  test('hosts that do not report become silent once, are told of, and come back', async () => {
    const [talking = 0, silent = 0, never = 0] = await enrolHosts(store.db, 3);
    await recordReports(
      collector,
      [talking, silent].map((id) => reporter(id, factsOfHost(id))({ at: start })),
    );
    const runner = new JobRunner(collector, [
      { name: 'silent-hosts', everyMs: 60_000, run: markSilentHosts },
    ]);
    for (let passed = 0; passed < 30; passed++) {
      await runner.tick();
      clock.now += hour;
      if (passed === 20)
        await recordReports(collector, [reporter(talking, factsOfHost(talking))({ at: clock.now })]);
    }
    expect((await host(talking)).silent_since).toBeNull();
    expect((await host(silent)).silent_since).toBe(start);
    expect((await host(never)).silent_since).toBe(start);
    expect((await alerts()).map(({ kind: what, host_id }) => [what, host_id])).toEqual([
      ['silent', silent],
      ['silent', never],
    ]);
    await recordReports(collector, [reporter(silent, factsOfHost(silent))({ at: clock.now })]);
    expect((await host(silent)).silent_since).toBeNull();
    expect((await alerts()).at(-1)).toMatchObject({
      kind: 'back',
      host_id: silent,
      detail: { silentSince: start },
    });
  });

  test('a collector that was away does not call all hosts silent', async () => {
    await enrolHosts(store.db, 1);
    const runner = new JobRunner(collector, [
      { name: 'silent-hosts', everyMs: 60_000, run: markSilentHosts },
    ]);
    await runner.tick();
    clock.now += 5 * day;
    await runner.tick();
    expect(await alerts()).toEqual([]);
    for (let passed = 0; passed < 27; passed++) {
      clock.now += 0.9 * hour;
      await runner.tick();
    }
    expect(await alerts()).toEqual([]);
    for (let passed = 0; passed < 4; passed++) {
      clock.now += 0.9 * hour;
      await runner.tick();
    }
    expect(await alerts()).toHaveLength(1);
  });

  test('a waiver that is over comes back by itself, and is told of', async () => {
    const [id = 0] = await enrolHosts(store.db, 1);
    await store.db
      .insertInto('waivers')
      .values({
        rule_id: 'schannel/tls12-client-enabled',
        host_id: id,
        tag: null,
        reason: 'waits for its window',
        owner: 'alice',
        created_at: start,
        created_by: 'user:alice',
        expires_at: start + day,
        ended_at: null,
        ended_by: null,
      })
      .execute();
    await recordReports(collector, [reporter(id, factsOfHost(id, withoutTls12))({ at: start })]);
    const before = await host(id);
    expect(before.waived_problems).toBe(1);
    await expireWaivers(collector, signal);
    expect(await alerts()).toEqual([]);
    clock.now = start + day;
    await expireWaivers(collector, signal);
    await expireWaivers(collector, signal);
    expect(await host(id)).toMatchObject({ waived_problems: 0, open_problems: before.open_problems + 1 });
    const told = await alerts();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      kind: 'waiverExpired',
      host_id: id,
      detail: { owner: 'alice', hosts: 1, rule: 'schannel/tls12-client-enabled' },
    });
    expect(await store.db.selectFrom('waivers').select(['ended_at', 'ended_by']).execute()).toEqual([
      { ended_at: start + day, ended_by: 'system' },
    ]);
  });

  test('each day leaves a line by state and by rule', async () => {
    const [good = 0, bad = 0] = await enrolHosts(store.db, 2);
    await recordReports(collector, [
      reporter(good, factsOfHost(good))({ at: start }),
      reporter(bad, factsOfHost(bad, withoutTls12))({ at: start }),
    ]);
    await rollUpDay(collector);
    await rollUpDay(collector);
    const states = await store.db.selectFrom('fleet_days').selectAll().orderBy('state').execute();
    expect(states).toEqual([
      { day: '2026-11-24', state: 'failing', hosts: 1 },
      { day: '2026-11-24', state: 'ready', hosts: 1 },
    ]);
    const rules = await store.db.selectFrom('rule_days').selectAll().where('verdict', '=', 'fail').execute();
    expect(rules).toContainEqual({
      day: '2026-11-24',
      rule_id: 'schannel/tls12-client-enabled',
      verdict: 'fail',
      hosts: 1,
    });
  });

  test('another core judges all kept facts again, and both verdicts can be compared', async () => {
    const ids = await enrolHosts(store.db, 450);
    for (let from = 0; from < ids.length; from += 150)
      await recordReports(
        collector,
        ids.slice(from, from + 150).map((id) => reporter(id, factsOfHost(id, withoutTls12))({ at: start })),
      );
    // As an older core would have left it: it did not know the rule.
    await store.db.updateTable('judgements').set({ core: '0.0.9', state: 'ready' }).execute();
    await store.db.updateTable('hosts').set({ core_version: '0.0.9', state: 'ready', rank: 4 }).execute();
    await store.db.deleteFrom('host_findings').execute();
    clock.now += hour;
    await rejudge(collector, signal);
    const states = await store.db
      .selectFrom('hosts')
      .select(['state', 'core_version', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy(['state', 'core_version'])
      .execute();
    expect(states).toEqual([{ state: 'failing', core_version: coreVersion, n: 450 }]);
    expect((await host(ids[0] ?? 0)).open_problems).toBeGreaterThan(0);
    const verdicts = await store.db
      .selectFrom('judgements')
      .select(['core', 'state'])
      .where('facts_id', '=', (await host(ids[0] ?? 0)).facts_id ?? 0)
      .orderBy('core')
      .execute();
    expect(verdicts).toEqual([
      { core: '0.0.9', state: 'ready' },
      { core: coreVersion, state: 'failing' },
    ]);
    expect((await alerts()).filter(({ kind: what }) => what === 'stateChanged')).toHaveLength(450);
    const change = await store.db
      .selectFrom('host_changes')
      .selectAll()
      .where('kind', '=', 'core')
      .executeTakeFirst();
    expect(change).toMatchObject({ before: '0.0.9', after: coreVersion, report_id: null });
  });

  test('rejudging can be ended and taken up again', async () => {
    const ids = await enrolHosts(store.db, 450);
    await recordReports(
      collector,
      ids.map((id) => reporter(id, factsOfHost(id))({ at: start })),
    );
    clock.now += 25 * hour;
    const ending = new AbortController();
    let asked = 0;
    const impatient = {
      aborted: false,
      throwIfAborted: () => {
        asked += 1;
        if (asked === 2) ending.abort();
        ending.signal.throwIfAborted();
      },
    };
    // Only these two members of a signal are looked at.
    await expect(rejudge(collector, impatient as unknown as AbortSignal)).rejects.toThrow();
    const old = () => store.db.selectFrom('hosts').select('id').where('judged_at', '=', start).execute();
    expect(await old()).toHaveLength(250);
    await rejudge(collector, signal);
    expect(await old()).toHaveLength(0);
  });

  test('old reports become lines, facts that nobody refers to go, and all others stay', async () => {
    const [id = 0, still = 0] = await enrolHosts(store.db, 2);
    const good = reporter(id, factsOfHost(id));
    const bad = reporter(id, factsOfHost(id, withoutTls12));
    const between = reporter(
      id,
      factsOfHost(id, (facts) => {
        facts.gatherer.version = '0.1.1';
      }),
    );
    for (const [index, report] of [good, between, bad].entries())
      await recordReports(collector, [report({ at: start + (index + 1) * hour })]);
    await recordReports(collector, [reporter(still, factsOfHost(still))({ at: start })]);
    await recordReports(collector, [good({ at: start + 2 * day })]);
    expect(await countOf('facts')).toBe(4);
    clock.now = start + 401 * day;
    await retention(collector, signal);
    await retention(collector, signal);
    const lines = await store.db.selectFrom('host_days').selectAll().orderBy('host_id').execute();
    expect(lines).toMatchObject([
      { host_id: id, day: '2026-11-24', reports: 3, state: 'failing' },
      { host_id: still, day: '2026-11-24', reports: 1, state: 'ready' },
    ]);
    expect(await countOf('reports')).toBe(1);
    // Left: what each host has now, and what the line of the day tells of.
    expect(await countOf('facts')).toBe(3);
    expect(await countOf('judgements')).toBe(3);
    clock.now = start + 1200 * day;
    await retention(collector, signal);
    expect(await countOf('host_days')).toBe(0);
    expect(await countOf('facts')).toBe(2);
    const orphans = await store.db
      .selectFrom('sections')
      .leftJoin('facts_sections', 'section_id', 'id')
      .select('id')
      .where('section_id', 'is', null)
      .execute();
    expect(orphans).toEqual([]);
    expect(await countOf('facts_sections')).toBe(2 * 14);
    // And what is left is whole: the next report finds its place.
    expect(await recordReports(collector, [bad({ at: clock.now })])).toEqual(['accepted']);
    expect(await host(id)).toMatchObject({ state: 'failing' });
  });
});
