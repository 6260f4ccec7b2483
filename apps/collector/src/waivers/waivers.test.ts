// Waivers cover findings by host and tag, count apart, end by hand or by themselves, and then count again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../test/databases.ts';
import { insertFleet } from '../../test/insert-fleet.ts';
import { randomFleet } from '../../test/random-fleet.ts';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { everyHost } from '../fleet/host-filter.ts';
import { listHosts } from '../fleet/host-list.ts';
import { overview } from '../fleet/overview.ts';
import { listRules } from '../fleet/rule-counts.ts';
import { expireWaivers } from '../jobs/waiver-expiry.ts';
import { setHostTags } from '../people/host-admission.ts';
import { createWaivers, endWaiver, listWaivers } from './waivers.ts';

const hour = 3_600_000;

describe.each(databaseKinds('waivers'))('on %s', (kind) => {
  let collector: TestCollector;
  let rule = '';
  let host = 0;
  const { signal } = new AbortController();
  beforeAll(async () => {
    collector = await testCollector(kind);
    const fleet = randomFleet({ hosts: 200, seed: 8, now: collector.now(), days: 3, broken: 0.8 });
    await insertFleet(collector.store, fleet, collector.now());
    // A host of which one thing alone fails.
    const active = new Set(
      fleet.hosts
        .filter((one) => one.status === 'active' && one.state === 'failing')
        .map((one) => one.id ?? 0),
    );
    const counting = Map.groupBy(
      fleet.host_findings.filter((row) => row.counts === 1),
      (row) => row.host_id,
    );
    const [found] = [...counting].filter(([id, rows]) => active.has(id) && rows.length === 1);
    host = found?.[0] ?? 0;
    rule = found?.[1][0]?.rule_id ?? '';
  });
  afterAll(() => collector.remove());

  const line = async () =>
    (await listHosts(collector, { ...everyHost, id: [host] }, { order: 'name', limit: 1 })).hosts[0];
  const ofRule = async () => (await listRules(collector, everyHost)).rules.find((one) => one.rule === rule);
  const waive = (place: { hosts: number[] } | { tag: string }, ms: number) =>
    createWaivers(collector, 'system', {
      rule,
      for: place,
      reason: 'replaced in spring',
      owner: 'Alice',
      expiresAt: collector.now() + ms,
    });

  test('by host: covered, never hidden, counted apart; back when it is ended', async () => {
    const before = await ofRule();
    const sentence = await overview(collector, everyHost);
    const [id = 0] = await waive({ hosts: [host] }, hour);
    expect(await line()).toMatchObject({ state: 'failing', openProblems: 0, waivedProblems: 1 });
    expect(await ofRule()).toMatchObject({
      open: (before?.open ?? 0) - 1,
      waived: 1,
      fail: before?.fail,
      warn: before?.warn,
    });
    const after = await overview(collector, everyHost);
    expect(after.wouldLoseMail).toBe(sentence.wouldLoseMail - 1);
    expect(after.states.failing).toEqual({
      open: sentence.states.failing.open - 1,
      waived: sentence.states.failing.waived + 1,
    });
    expect((await listWaivers(collector, { limit: 10, hostId: host })).waivers).toMatchObject([
      { id, state: 'active', covers: 1, owner: 'Alice' },
    ]);
    await endWaiver(collector, 'system', id);
    expect(await line()).toMatchObject({ openProblems: 1, waivedProblems: 0 });
    expect(await ofRule()).toEqual(before);
    await expect(endWaiver(collector, 'system', id)).rejects.toMatchObject({ code: 'conflict' });
    const log = await collector.db.selectFrom('audit_log').select('action').execute();
    expect(log.map((row) => row.action)).toEqual(['waiver.create', 'waiver.end']);
  });

  test('by tag: follows the tag', async () => {
    await setHostTags(collector, 'system', host, []);
    const [id = 0] = await waive({ tag: 'old-site' }, hour);
    expect(await line()).toMatchObject({ openProblems: 1, waivedProblems: 0 });
    await setHostTags(collector, 'system', host, ['old-site']);
    expect(await line()).toMatchObject({ openProblems: 0, waivedProblems: 1 });
    await setHostTags(collector, 'system', host, []);
    expect(await line()).toMatchObject({ openProblems: 1, waivedProblems: 0 });
    await endWaiver(collector, 'system', id);
  });

  test('an expired one comes back by itself, and alerts', async () => {
    await setHostTags(collector, 'system', host, ['old-site']);
    const [shorter = 0] = await waive({ hosts: [host] }, hour);
    const [longer = 0] = await waive({ tag: 'old-site' }, 2 * hour);
    collector.pass(hour + 1);
    await expireWaivers(collector, signal);
    // The other one still covers it.
    expect(await line()).toMatchObject({ openProblems: 0, waivedProblems: 1 });
    collector.pass(hour);
    // From the very moment on, also where the job comes later.
    await setHostTags(collector, 'system', host, ['old-site', 'other']);
    expect(await line()).toMatchObject({ openProblems: 1, waivedProblems: 0 });
    await expireWaivers(collector, signal);
    expect(await line()).toMatchObject({ openProblems: 1, waivedProblems: 0 });
    const alerts = await collector.db
      .selectFrom('alerts')
      .selectAll()
      .where('kind', '=', 'waiverExpired')
      .orderBy('id')
      .execute();
    expect(alerts.map((alert) => JSON.parse(alert.detail))).toMatchObject([
      { waiver: shorter, owner: 'Alice' },
      { waiver: longer, hosts: 0 },
    ]);
    const { waivers } = await listWaivers(collector, { limit: 10, state: 'expired' });
    expect(waivers.map((waiver) => waiver.id)).toEqual([shorter, longer]);
  });

  test('refuses what makes no sense', async () => {
    await expect(waive({ hosts: [999_999] }, hour)).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(waive({ hosts: [host] }, -1)).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(waive({ hosts: [host] }, 3 * 366 * 24 * hour)).rejects.toMatchObject({
      code: 'request-invalid',
    });
    await expect(endWaiver(collector, 'system', 999)).rejects.toMatchObject({ code: 'not-found' });
  });
});
