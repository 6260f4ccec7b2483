// Enrolment over real HTTP: what a token allows, what is idempotent, what waits, and that nothing can be probed.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../test/databases.ts';
import { type ServingCollector, startServing } from '../../test/serving-collector.ts';
import { TestHost } from '../../test/test-host.ts';
import {
  createEnrolmentToken,
  type NewEnrolmentToken,
  revokeEnrolmentToken,
} from '../people/enrolment-tokens.ts';

describe.each(databaseKinds('enrolment'))('on %s', (kind) => {
  let running: ServingCollector;
  let ahead = 0;
  let number = 0;
  beforeAll(async () => {
    running = await startServing(kind, { now: () => Date.now() + ahead });
  });
  afterAll(() => running.stop());
  beforeEach(() => {
    ahead += 300_000;
    number += 1;
  });

  const token = (options: Partial<NewEnrolmentToken> = {}) =>
    createEnrolmentToken(running.collector, 'system', {
      name: `token ${number}`,
      mode: 'accept',
      maxUses: null,
      domain: null,
      addressRange: null,
      tags: [],
      expiresAt: null,
      ...options,
    });

  async function ask(signed: unknown) {
    const response = await fetch(`${running.url}/api/v1/enrolments`, {
      method: 'POST',
      body: JSON.stringify(signed),
      headers: { 'content-type': 'application/json' },
    });
    const answer = (await response.json()) as Record<string, unknown>; // every answer of this route is an object
    return { status: response.status, answer };
  }

  const usesOf = async (id: number) =>
    (
      await running.collector.db
        .selectFrom('enrolment_tokens')
        .select('uses')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).uses;

  const rowsOf = (name: string) =>
    running.collector.db.selectFrom('hosts').selectAll().where('name', '=', name).orderBy('id').execute();

  test('a token takes a host in, with its tags, and the same key again changes nothing', async () => {
    const { id, secret } = await token({ tags: ['site-a', 'edge'], maxUses: 5 });
    const host = new TestHost(`HOST${number}`);
    expect(await ask(host.enrolment(secret))).toEqual({
      status: 200,
      answer: { key: host.key, status: 'active' },
    });
    expect(await ask(host.enrolment(secret))).toEqual({
      status: 200,
      answer: { key: host.key, status: 'active' },
    });
    expect(await usesOf(id)).toBe(1);
    const [row, ...more] = await rowsOf(host.name);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ status: 'active', decided_by: `token:token ${number}`, state: null });
    const tags = await running.collector.db
      .selectFrom('host_tags')
      .select('tag')
      .where('host_id', '=', row?.id ?? 0)
      .orderBy('tag')
      .execute();
    expect(tags).toEqual([{ tag: 'edge' }, { tag: 'site-a' }]);
  });

  test('the mode approve lets a host wait', async () => {
    const { secret } = await token({ mode: 'approve' });
    const host = new TestHost(`HOST${number}`);
    expect(await ask(host.enrolment(secret))).toMatchObject({ answer: { status: 'waiting' } });
    expect(await rowsOf(host.name)).toMatchObject([{ status: 'waiting', decided_at: null }]);
  });

  test('a token is used at most as often as it says, also by many at once', async () => {
    const { id, secret } = await token({ maxUses: 3 });
    const hosts = Array.from({ length: 10 }, (_, index) => new TestHost(`MANY${number}-${index}`));
    const answers = await Promise.all(hosts.map((host) => ask(host.enrolment(secret))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ answer }) => answer['code'] === 'enrolment-token-invalid')).toHaveLength(7);
    expect(await usesOf(id)).toBe(3);
  });

  test('the same key many times at once is one host and one use', async () => {
    const { id, secret } = await token({ maxUses: 3 });
    const host = new TestHost(`ONCE${number}`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(host.enrolment(secret))));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await rowsOf(host.name)).toHaveLength(1);
    expect(await usesOf(id)).toBe(1);
  });

  test('a known name with a new key waits and raises an alert, however it is written', async () => {
    const { secret } = await token();
    const host = new TestHost(`KNOWN${number}`);
    await ask(host.enrolment(secret));
    const clone = new TestHost(`known${number}`);
    expect(await ask(clone.enrolment(secret, 'CORP.example'))).toMatchObject({
      answer: { status: 'waiting' },
    });
    const [row] = await rowsOf(clone.name);
    const alerts = await running.collector.db
      .selectFrom('alerts')
      .selectAll()
      .where('host_id', '=', row?.id ?? 0)
      .execute();
    expect(alerts.map(({ kind, detail }) => ({ kind, detail: JSON.parse(detail) }))).toMatchObject([
      { kind: 'newKeyForName', detail: { key: clone.key, knownKeys: [host.key] } },
    ]);
    expect(await ask(new TestHost(`KNOWN${number}`).enrolment(secret, 'other.example'))).toMatchObject({
      answer: { status: 'active' },
    });
  });

  test('two keys that claim one name at once are not both taken in', async () => {
    const tokens = await Promise.all([token(), token()]);
    const answers = await Promise.all(
      tokens.map(({ secret }) => ask(new TestHost(`TWIN${number}`).enrolment(secret))),
    );
    expect(answers.map(({ answer }) => answer['status']).sort()).toEqual(['active', 'waiting']);
  });

  test('a revoked key stays out, whatever token it brings', async () => {
    const { secret } = await token();
    const host = new TestHost(`GONE${number}`);
    await host.insert(running.collector.db, 'revoked');
    expect(await ask(host.enrolment(secret))).toMatchObject({
      status: 403,
      answer: { code: 'host-revoked' },
    });
  });

  test('domain and address range are held', async () => {
    const inDomain = await token({ domain: 'Corp.example' });
    const asks = (domain: string | null, secret: string) =>
      ask(new TestHost(`D${Math.random()}`).enrolment(secret, domain));
    expect(await asks('sub.corp.example', inDomain.secret)).toMatchObject({ status: 200 });
    for (const domain of ['evilcorp.example', 'corp.example.evil', null])
      expect(await asks(domain, inDomain.secret)).toMatchObject({
        answer: { code: 'enrolment-not-allowed' },
      });
    const near = await token({ addressRange: '127.0.0.0/8' });
    expect(await asks(null, near.secret)).toMatchObject({ status: 200 });
    const far = await token({ addressRange: '10.0.0.0/8' });
    expect(await asks(null, far.secret)).toMatchObject({ answer: { code: 'enrolment-not-allowed' } });
    expect(await usesOf(far.id)).toBe(0);
  });

  test('unknown, expired and revoked tokens are told alike, for hosts that exist and for others', async () => {
    const expired = await token({ expiresAt: running.collector.now() - 1 });
    const revoked = await token();
    await revokeEnrolmentToken(running.collector, 'system', revoked.id);
    await new TestHost(`EXISTS${number}`).insert(running.collector.db);
    const answers = [];
    for (const secret of ['mftls_enrol_guess', expired.secret, revoked.secret])
      for (const name of [`EXISTS${number}`, `ABSENT${number}`]) {
        const { status, answer } = await ask(new TestHost(name).enrolment(secret));
        answers.push(JSON.stringify({ status, ...answer, instance: '', requestId: '' }));
      }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('enrolment-token-invalid');
  });

  test('a changed request is refused', async () => {
    const { secret } = await token();
    const signed = new TestHost(`HOST${number}`).enrolment(secret);
    expect(await ask({ ...signed, request: signed.request.replace('HOST', 'GHOST') })).toMatchObject({
      status: 400,
      answer: { code: 'enrolment-malformed' },
    });
  });

  test('who keeps guessing waits', async () => {
    let status = 0;
    const host = new TestHost('GUESSER');
    for (let attempt = 0; attempt < 400 && status !== 429; attempt += 1)
      status = (await ask(host.enrolment(`guess ${attempt}`))).status;
    expect(status).toBe(429);
  });

  test('no token is ever logged', async () => {
    const { secret } = await token();
    await ask(new TestHost(`LOG${number}`).enrolment(secret));
    expect(running.logged.join('\n')).not.toContain(secret);
  });
});
