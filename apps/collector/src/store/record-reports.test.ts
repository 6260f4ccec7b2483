// A report counts once, changes what it must on its host, and what was acknowledged is there.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds, type TestDatabase, testDatabase } from '../../test/databases.ts';
import {
  enrolHosts,
  factsOfHost,
  hour,
  nothingLost,
  recordingCollector,
  reporter,
  start,
  timeId,
  withoutTls12,
} from '../../test/verified-reports.ts';
import type { VerifiedReport } from '../intake/verified-report.ts';
import { recordReports } from './record-reports.ts';
import { openStore, type Store } from './store.ts';

describe.each(databaseKinds('recording reports'))('on %s', (kind) => {
  let database: TestDatabase;
  let store: Store;
  let host: number;
  let other: number;
  const clock = { now: start };
  const record = (...batch: VerifiedReport[]) => recordReports(recordingCollector(store, clock), batch);
  const hostRow = (id = host) =>
    store.db.selectFrom('hosts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const countOf = async (table: 'reports' | 'facts' | 'sections' | 'judgements' | 'alerts') =>
    (
      await store.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const changes = async (id = host) => {
    const rows = await store.db
      .selectFrom('host_changes')
      .select(['kind', 'subject', 'before', 'after'])
      .where('host_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map(({ kind: what, subject, before, after }) => [what, subject, before, after].join(' '));
  };

  beforeEach(async () => {
    database = await testDatabase(kind);
    store = database.store;
    [host = 0, other = 0] = await enrolHosts(store.db, 2);
  });
  afterEach(() => database.remove());

  test('the first report makes the host known', async () => {
    const report = reporter(host, factsOfHost(1));
    expect(await record(report({ at: start }))).toEqual(['accepted']);
    expect(await hostRow()).toMatchObject({
      state: 'ready',
      state_since: start,
      rank: 4,
      part: 'sendsDirectly receives',
      windows: 'Windows Server 2022',
      first_report_at: start,
      last_report_at: start,
      search: expect.stringContaining('ex00001.contoso.com windows server 2022'),
      agent_version: '0.1.0',
      core_version: '0.1.0',
    });
    expect(await changes()).toEqual(['state   ready']);
    expect(await countOf('alerts')).toBe(0);
  });

  test('the same again is one row more and nothing else', async () => {
    const report = reporter(host, factsOfHost(1));
    await record(report({ at: start }));
    const before = await Promise.all((['facts', 'sections', 'judgements'] as const).map(countOf));
    await record(report({ at: start + hour }));
    expect(await countOf('reports')).toBe(2);
    expect(await Promise.all((['facts', 'sections', 'judgements'] as const).map(countOf))).toEqual(before);
    expect(await hostRow()).toMatchObject({ last_report_at: start + hour, facts_since: start });
    expect(await changes()).toHaveLength(1);
  });

  test('the same id is one report, within a batch and later', async () => {
    const report = reporter(host, factsOfHost(1))({ at: start });
    expect(await record(report, report)).toEqual(['accepted', 'duplicate']);
    expect(await record({ ...report, receivedAt: start + 5, via: 'share' })).toEqual(['duplicate']);
    const stolen = reporter(other, factsOfHost(2))({ at: start, id: report.header.id });
    expect(await record(stolen)).toEqual(['idTaken']);
    expect(await countOf('reports')).toBe(1);
  });

  test('a host that is not active reports nothing', async () => {
    await store.db.updateTable('hosts').set({ status: 'revoked' }).where('id', '=', host).execute();
    const reports = [
      reporter(host, factsOfHost(1)),
      reporter(other, factsOfHost(2)),
      reporter(9999, factsOfHost(3)),
    ];
    const recorded = await record(...reports.map((report) => report({ at: start })));
    expect(recorded).toEqual(['notActive', 'accepted', 'notActive']);
    expect(await countOf('reports')).toBe(1);
  });

  test('a change moves state, findings, history and alerts, and back again uses the same facts', async () => {
    const good = reporter(host, factsOfHost(1));
    const bad = reporter(host, factsOfHost(1, withoutTls12));
    await record(good({ at: start }));
    await record(bad({ at: start + hour }));
    expect(await hostRow()).toMatchObject({ state: 'failing', state_since: start + hour, rank: 0 });
    expect((await hostRow()).open_problems).toBeGreaterThan(0);
    expect((await hostRow()).finding_set_id).not.toBeNull();
    const told = await changes();
    expect(told).toContain('state  ready failing');
    expect(told).toContain('rule schannel/tls12-client-enabled  fail');
    expect(told).toContain('facts schannel  ');
    const [alert] = await store.db.selectFrom('alerts').selectAll().execute();
    expect(alert).toMatchObject({ kind: 'stateChanged', host_id: host, group_key: 'stateChanged:failing' });
    expect(JSON.parse(alert?.detail ?? '')).toMatchObject({
      name: 'EX00001',
      before: 'ready',
      after: 'failing',
    });
    await record(good({ at: start + 2 * hour }));
    expect(await hostRow()).toMatchObject({
      state: 'ready',
      open_problems: 0,
      facts_since: start + 2 * hour,
    });
    expect(await countOf('facts')).toBe(2);
    const findings = await store.db
      .selectFrom('host_findings')
      .select('verdict')
      .where('counts', '=', 1)
      .execute();
    expect(findings).toEqual([]);
  });

  test('a batch holds a whole spool of one host, in whatever order', async () => {
    const good = reporter(host, factsOfHost(1));
    const bad = reporter(host, factsOfHost(1, withoutTls12));
    const at = start + 10 * hour;
    const spool = [
      bad({ at, madeAt: start + 2 * hour }),
      good({ at, madeAt: start }),
      good({ at, madeAt: start + 3 * hour }),
    ];
    expect(await record(...spool)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await hostRow()).toMatchObject({ state: 'ready', last_made_at: start + 3 * hour });
    expect((await changes()).filter((line) => line.startsWith('state'))).toEqual([
      'state   ready',
      'state  ready failing',
      'state  failing ready',
    ]);
  });

  test('a late report is kept and does not move the present', async () => {
    const good = reporter(host, factsOfHost(1));
    const bad = reporter(host, factsOfHost(1, withoutTls12));
    await record(good({ at: start + 5 * hour }));
    expect(await record(bad({ at: start + 6 * hour, madeAt: start }))).toEqual(['accepted']);
    expect(await hostRow()).toMatchObject({ state: 'ready', last_report_at: start + 5 * hour });
    expect(await countOf('reports')).toBe(2);
    expect(await store.db.selectFrom('judgements').select('state').orderBy('state').execute()).toEqual([
      { state: 'failing' },
      { state: 'ready' },
    ]);
  });

  test('a clock that ran ahead, or was set back, does not freeze the host', async () => {
    const good = reporter(host, factsOfHost(1));
    const bad = reporter(host, factsOfHost(1, withoutTls12));
    await record(good({ at: start, madeAt: start + 1000 * hour }));
    expect((await hostRow()).clock_skew_ms).toBe(1000 * hour);
    await record(bad({ at: start + hour }));
    expect(await hostRow()).toMatchObject({ state: 'failing' });
    const year2020 = Date.parse('2020-01-01');
    await record(good({ at: start + 2 * hour, madeAt: year2020 }));
    expect(await hostRow()).toMatchObject({ state: 'failing' });
    await record(good({ at: start + 28 * hour, madeAt: year2020 + 26 * hour }));
    expect(await hostRow()).toMatchObject({ state: 'ready' });
    await record(bad({ at: start + 29 * hour, madeAt: year2020 + 27 * hour }));
    expect(await hostRow()).toMatchObject({ state: 'failing' });
  });

  test('a restart, a return from silence and lost reports are told', async () => {
    await record(reporter(host, factsOfHost(1))({ at: start }));
    await store.db
      .updateTable('hosts')
      .set({ silent_since: start + 26 * hour })
      .where('id', '=', host)
      .execute();
    const restarted = factsOfHost(1, ({ sections: { os } }) => {
      if (os.status === 'read') os.data.bootTime = '2026-11-24T22:00:00Z';
    });
    const lost = { ...nothingLost, unreadable: 2 };
    await record(reporter(host, restarted)({ at: start + 40 * hour, lost }));
    expect(await hostRow()).toMatchObject({ silent_since: null, lost: JSON.stringify(lost) });
    expect(await changes()).toContain('restarted  2026-10-20T02:00:00.000Z 2026-11-24T22:00:00Z');
    const alerts = await store.db.selectFrom('alerts').select('kind').orderBy('id').execute();
    expect(alerts.map((alert) => alert.kind)).toEqual(['back', 'reportsLost']);
    await record(reporter(host, restarted)({ at: start + 41 * hour }));
    expect(await hostRow()).toMatchObject({ lost: null });
  });

  test('a host that calls itself otherwise is told once, and keeps the name it was let in under', async () => {
    const { name } = await store.db
      .selectFrom('hosts')
      .select('name')
      .where('id', '=', host)
      .executeTakeFirstOrThrow();
    const told = async () => (await changes()).filter((line) => line.startsWith('name '));
    const called = (domain: string) =>
      factsOfHost(1, (facts) => Object.assign(facts, { host: { name: 'EX9', domain } }));
    await record(reporter(host, called('Contoso.com'))({ at: start }));
    await record(reporter(host, called('contoso.com'))({ at: start + hour }));
    expect(await told()).toEqual([]);
    await record(reporter(host, called('\u0000x\uD800'))({ at: start + 2 * hour }));
    await record(reporter(host, called('\u0000x\uD800'))({ at: start + 3 * hour }));
    expect(await told()).toHaveLength(1);
    expect((await told())[0]).toMatch(/^name {2}EX9\.contoso\.com EX9\..?x/u);
    await record(reporter(host, factsOfHost(1))({ at: start + 4 * hour }));
    expect(await told()).toHaveLength(2);
    expect(await hostRow()).toMatchObject({ name });
  });

  test('after a day the same facts are judged again', async () => {
    const report = reporter(host, factsOfHost(1));
    await record(report({ at: start }));
    await record(report({ at: start + 23 * hour }));
    expect(await hostRow()).toMatchObject({ judged_at: start });
    await record(report({ at: start + 24 * hour }));
    expect(await hostRow()).toMatchObject({ judged_at: start + 24 * hour });
    await store.db.updateTable('hosts').set({ core_version: '0.0.9' }).where('id', '=', host).execute();
    await record(report({ at: start + 25 * hour }));
    expect(await hostRow()).toMatchObject({ judged_at: start + 25 * hour, core_version: '0.1.0' });
  });

  test('a waiver that is there takes a new problem out of the open ones', async () => {
    await store.db
      .insertInto('waivers')
      .values({
        rule_id: 'schannel/tls12-client-enabled',
        host_id: host,
        tag: null,
        reason: 'r',
        owner: 'o',
        created_at: start,
        created_by: 'user:a',
        expires_at: start + 1000 * hour,
        ended_at: null,
        ended_by: null,
      })
      .execute();
    await record(reporter(host, factsOfHost(1, withoutTls12))({ at: start }));
    expect(await hostRow()).toMatchObject({ state: 'failing', waived_problems: 1 });
  });

  test('what a hostile host sends fits, and disturbs nobody', async () => {
    const long = `${'\0\u{10FFFF}'.repeat(3000)}'"\\`;
    const facts = factsOfHost(1, ({ sections: { mailLogs, queues }, gatherer }) => {
      gatherer.version = long;
      if (mailLogs.status === 'read') {
        const [peer] = mailLogs.data.peers;
        if (peer) {
          const hostile = { ...peer, peer: long, connector: long, sessions: 1e300, firstSeen: long };
          mailLogs.data.peers = [hostile, { ...hostile, sessions: -1.5 }, { ...hostile, peer: `${long}2` }];
        }
        mailLogs.data.errors = [
          {
            kind: 'smtpSendLog',
            text: long,
            direction: null,
            connector: long,
            count: 1e308,
            peers: [{ peer: long, count: Number.MAX_VALUE }],
            firstSeen: null,
            lastSeen: '+275760-09-13T00:00:00Z',
            where: { source: long },
          },
        ];
      }
      if (queues.status === 'read')
        queues.data.queues = [
          {
            identity: long,
            deliveryType: null,
            nextHopDomain: long,
            nextHopConnector: null,
            tlsDomain: null,
            status: long,
            messageCount: -0.5,
            retryCount: null,
            lastError: long,
            firstRetryTime: null,
            lastRetryTime: null,
            nextRetryTime: null,
          },
        ];
    });
    facts.label = `\0${'x'.repeat(190)}`;
    const batch = [reporter(host, facts)({ at: start }), reporter(other, factsOfHost(2))({ at: start })];
    expect(await record(...batch)).toEqual(['accepted', 'accepted']);
    expect(
      await store.db.selectFrom('host_peers').select('sessions').where('host_id', '=', host).execute(),
    ).toEqual([{ sessions: Number.MAX_SAFE_INTEGER }]);
    expect(await store.db.selectFrom('host_queues').select('messages').execute()).toContainEqual({
      messages: 0,
    });
    expect(await hostRow(other)).toMatchObject({ state: 'ready' });
  });

  test('two collectors that get the same reports at once count each once', async () => {
    const second = await openStore(database.settings);
    const reports = Array.from({ length: 30 }, (_, index) =>
      reporter(
        index % 2 === 0 ? host : other,
        factsOfHost(index % 5),
      )({ at: start + index, id: timeId(start + index) }),
    );
    const outcomes = await Promise.all(
      [store, second].flatMap((each) =>
        [0, 10, 20].map((from) =>
          recordReports(recordingCollector(each, clock), reports.slice(from, from + 10)).then((recorded) => ({
            from,
            recorded,
          })),
        ),
      ),
    );
    await second.close();
    expect(await countOf('reports')).toBe(30);
    const accepted = outcomes.flatMap(({ recorded }) => recorded).filter((outcome) => outcome === 'accepted');
    expect(accepted).toHaveLength(30);
  });
});
