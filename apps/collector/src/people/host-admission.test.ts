// A host from its token to its revocation, by the API alone; and how tags and settings are changed.
import { reportContentType } from '@mailflow-tls/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { session, userMaker } from '../../test/callers.ts';
import { type CheckedAnswer, type CheckedFetch, checkedFetch } from '../../test/checked-fetch.ts';
import { databaseKinds } from '../../test/databases.ts';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { TestHost } from '../../test/test-host.ts';
import { createApp } from '../api/app.ts';
import { routes } from '../api/routes/index.ts';
import { intakeOf } from '../intake/intake-of.ts';
import { applyRuntimeSettings } from '../settings/runtime-settings.ts';

describe.each(databaseKinds('admitting hosts'))('on %s', (kind) => {
  let collector: TestCollector;
  let fetch: CheckedFetch;
  let admin: Record<string, string>;

  beforeEach(async () => {
    collector = await testCollector(kind);
    fetch = checkedFetch(createApp(collector, routes), routes);
    admin = await session(collector, await (await userMaker(collector))('admin', 'administrator'));
  });
  afterEach(async () => {
    await intakeOf(collector).stop();
    await collector.remove();
  });

  const ask = (method: string, url: string, payload?: object): Promise<CheckedAnswer> =>
    fetch({ method, url, headers: admin, payload });

  async function token(extra: object = {}): Promise<{ id: number; secret: string }> {
    const answer = await ask('POST', '/api/v1/enrolment-tokens', { name: 'site', mode: 'approve', ...extra });
    expect(answer.status, answer.text).toBe(201);
    return Object(answer.json);
  }

  async function enrol(host: TestHost, secret: string): Promise<CheckedAnswer> {
    return fetch({ method: 'POST', url: '/api/v1/enrolments', payload: { ...host.enrolment(secret) } });
  }

  async function deliver(host: TestHost): Promise<unknown> {
    collector.pass(1000);
    const headers = { 'content-type': reportContentType };
    const payload = host.report(collector.now());
    const { status, json } = await fetch({ method: 'POST', url: '/api/v1/reports', headers, payload });
    return status === 200 ? 'taken' : Object(json).code;
  }

  async function waiting(): Promise<{ id: number; name: string; activeHostsOfThisName: number[] }[]> {
    return Object((await ask('GET', '/api/v1/waiting-hosts')).json).items;
  }

  test('it asks, waits, is let in, shut out and let in again, each at once', async () => {
    const host = new TestHost('EX01');
    const { id: tokenId, secret } = await token();
    expect((await enrol(host, secret)).json).toMatchObject({ status: 'waiting' });
    expect(await deliver(host)).toBe('host-waiting');
    const [asked] = await waiting();
    expect(asked).toMatchObject({ name: 'EX01', enrolmentToken: 'site', key: host.key });
    const path = `/api/v1/hosts/${asked?.id}`;
    expect((await ask('POST', `${path}/approve`, {})).status).toBe(204);
    expect(await deliver(host)).toBe('taken');
    expect((await ask('POST', `${path}/approve`, {})).json).toMatchObject({ status: 409 });
    expect((await ask('POST', `${path}/revoke`)).status).toBe(204);
    expect(await deliver(host)).toBe('host-revoked');
    expect((await ask('POST', `${path}/restore`)).status).toBe(204);
    expect(await deliver(host)).toBe('taken');
    await ask('DELETE', `/api/v1/enrolment-tokens/${tokenId}`);
    expect((await enrol(new TestHost('EX02'), secret)).json).toMatchObject({
      code: 'enrolment-token-invalid',
    });
    const log = Object((await ask('GET', '/api/v1/audit-log?limit=100')).json).items;
    const actions = log.map(({ action }: { action: string }) => action);
    expect(actions).toEqual([
      'enrolmentToken.revoke',
      'host.restore',
      'host.revoke',
      'host.approve',
      'enrolmentToken.create',
      'user.create',
    ]);
    expect(JSON.stringify(log) + collector.logged()).not.toContain(secret);
    expect((await ask('GET', '/api/v1/enrolment-tokens')).text).not.toContain(secret);
  });

  test('a known name with a new key waits, is shown beside the known one, and can replace it', async () => {
    const [old, renewed] = [new TestHost('EX01'), new TestHost('ex01')];
    const oldId = await old.insert(collector.db);
    const { secret } = await token({ mode: 'accept' });
    expect((await enrol(renewed, secret)).json).toMatchObject({ status: 'waiting' });
    const [asked] = await waiting();
    expect(asked).toMatchObject({ activeHostsOfThisName: [oldId] });
    expect(await deliver(old)).toBe('taken');
    await ask('POST', `/api/v1/hosts/${asked?.id}/approve`, { replace: true });
    expect(await deliver(renewed)).toBe('taken');
    expect(await deliver(old)).toBe('host-revoked');
  });

  test('who is rejected stays out, however often it asks', async () => {
    const host = new TestHost('EVIL<script>alert(1)</script>');
    const { secret } = await token({ maxUses: 3 });
    await enrol(host, secret);
    const [asked] = await waiting();
    await ask('POST', `/api/v1/hosts/${asked?.id}/reject`);
    expect((await enrol(host, secret)).json).toMatchObject({ code: 'host-revoked' });
    expect(await waiting()).toEqual([]);
  });

  test('waiting hosts come in pages, each once', async () => {
    for (let number = 1; number <= 5; number += 1)
      await new TestHost(`EX${number}`).insert(collector.db, 'waiting');
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = Object((await ask('GET', `/api/v1/waiting-hosts?limit=2${query}`)).json);
      names.push(...page.items.map(({ name }: { name: string }) => name));
      cursor = page.next;
    }
    expect(names).toEqual(['EX1', 'EX2', 'EX3', 'EX4', 'EX5']);
  });

  test('tags replace those before, are searched for, and are words', async () => {
    const id = await new TestHost('EX01').insert(collector.db);
    const url = `/api/v1/hosts/${id}/tags`;
    await ask('PUT', url, { tags: ['old'] });
    const answer = await ask('PUT', url, { tags: ['Site-A', 'edge', 'edge'] });
    expect(answer.json).toEqual({ tags: ['Site-A', 'edge'] });
    const row = await collector.db
      .selectFrom('hosts')
      .select('search')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(row?.search).toBe('ex01 corp.example site-a edge');
    for (const tag of ['', 'two words', '=1+1', '-x', 'x'.repeat(61), 'a\u0000b']) {
      expect((await ask('PUT', url, { tags: [tag] })).json, tag).toMatchObject({ code: 'request-invalid' });
    }
    expect((await ask('PUT', '/api/v1/hosts/999999/tags', { tags: [] })).json).toMatchObject({ status: 404 });
  });

  test('a token is limited as it is told, and nonsense limits are refused', async () => {
    const { secret } = await token({ mode: 'accept', domain: 'other.example' });
    expect((await enrol(new TestHost('EX01'), secret)).json).toMatchObject({ code: 'enrolment-not-allowed' });
    for (const wrong of [
      { addressRange: '10.0.0.0/40' },
      { addressRange: 'anywhere' },
      { maxUses: 0 },
      { expiresAt: '2020-01-01T00:00:00Z' },
      { expiresAt: 'tomorrow' },
      { mode: 'any' },
      { more: 1 },
    ]) {
      const answer = await ask('POST', '/api/v1/enrolment-tokens', { name: 'x', mode: 'accept', ...wrong });
      expect(answer.json, JSON.stringify(wrong)).toMatchObject({ status: 400, code: 'request-invalid' });
    }
  });

  test('settings hold at once here, and at the next look elsewhere', async () => {
    const wanted = { reportDays: 30, rollupDays: 60, silentAfterHours: 4 };
    expect((await ask('PUT', '/api/v1/settings', wanted)).json).toEqual(wanted);
    expect(collector.settings).toMatchObject({
      retention: { reportDays: 30, rollupDays: 60 },
      silentAfterHours: 4,
    });
    const other = { ...collector, settings: { ...collector.settings, silentAfterHours: 48 } };
    await applyRuntimeSettings(other);
    expect(other.settings.silentAfterHours).toBe(4);
    const reversed = await ask('PUT', '/api/v1/settings', { ...wanted, rollupDays: 10 });
    expect(reversed.json).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '#/rollupDays' }] });
  });
});
