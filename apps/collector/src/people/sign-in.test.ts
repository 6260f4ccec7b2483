// Local accounts: passwords, lockout in virtual time, one-time links, the last administrator, and what is written down.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { password, session, userMaker } from '../../test/callers.ts';
import { type CheckedAnswer, type CheckedFetch, checkedFetch } from '../../test/checked-fetch.ts';
import { databaseKinds } from '../../test/databases.ts';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { createApp } from '../api/app.ts';
import { routes } from '../api/routes/index.ts';
import type { Role } from '../store/schema.ts';
import { createFirstAdministratorLink } from './one-time-links.ts';
import { lockouts } from './sign-in.ts';

const plenty = { burst: 10_000, perSecond: 10_000 };
const minute = 60_000;
const longPassword = 'another password, long enough';

describe.each(databaseKinds('local accounts'))('on %s', (kind) => {
  let collector: TestCollector;
  let fetch: CheckedFetch;
  let makeUser: (name: string, role: Role) => Promise<number>;

  beforeEach(async () => {
    collector = await testCollector(kind);
    fetch = checkedFetch(createApp(collector, routes, { rates: { usual: plenty, strict: plenty } }), routes);
    makeUser = await userMaker(collector);
  });
  afterEach(() => collector.remove());

  const signIn = (name: string, given: string): Promise<CheckedAnswer> =>
    fetch({ method: 'POST', url: '/api/v1/session', payload: { name, password: given } });

  test('signs in whatever the case of the name, and gives a session that works', async () => {
    await makeUser('Alice', 'operator');
    const answer = await signIn('aLICE', password);
    expect(answer.json).toMatchObject({ name: 'alice', role: 'operator' });
    const line = String(answer.headers['set-cookie']);
    expect(line).toMatch(
      /^__Host-mailflow-tls=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const headers = { cookie: line.split(';')[0] ?? '' };
    expect((await fetch({ method: 'GET', url: '/api/v1/session', headers })).json).toMatchObject({
      name: 'alice',
    });
    const stored = await collector.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(headers.cookie.split('=')[1]);
  });

  test('refuses an unknown name, a wrong password, a locked and a barred account with one answer', async () => {
    await makeUser('alice', 'viewer');
    await makeUser('locked', 'viewer');
    await makeUser('barred', 'viewer');
    await collector.db
      .updateTable('users')
      .set({ locked_until: collector.now() + minute })
      .where('name', '=', 'locked')
      .execute();
    await collector.db
      .updateTable('users')
      .set({ disabled_at: collector.now() })
      .where('name', '=', 'barred')
      .execute();
    const answers = [
      await signIn('nobody', password),
      await signIn('alice', 'wrong'),
      await signIn('locked', password),
      await signIn('barred', password),
    ];
    const told = answers.map(({ status, headers, json }) => {
      const { instance: _, ...document } = Object(json);
      const { 'x-request-id': __, date: ___, ...rest } = headers;
      return { status, document, rest };
    });
    expect(told[0]?.document).toMatchObject({ status: 401, code: 'sign-in-failed' });
    for (const each of told) expect(each).toEqual(told[0]);
  });

  test('locks for longer and longer, and forgets after a success', async () => {
    await makeUser('alice', 'viewer');
    for (let count = 1; count <= 4; count += 1) await signIn('alice', 'wrong');
    expect((await signIn('alice', password)).status).toBe(201);
    for (let count = 1; count <= 5; count += 1) await signIn('alice', 'wrong');
    for (const [index, [, ms]] of lockouts.slice(0, 3).entries()) {
      collector.pass(ms - 1);
      expect((await signIn('alice', password)).status, `lockout ${index}`).toBe(401);
      collector.pass(1);
      if (index < 2) await signIn('alice', 'wrong');
    }
    expect((await signIn('alice', password)).status).toBe(201);
    const audited = await collector.db
      .selectFrom('audit_log')
      .select('action')
      .where('action', '=', 'user.lock')
      .execute();
    expect(audited).toHaveLength(3);
  }, 30_000);

  test('counts guesses at the same time before it checks them', async () => {
    await makeUser('alice', 'viewer');
    const guesses = Array.from({ length: 12 }, (_, index) => signIn('alice', `guess ${index}`));
    await Promise.all(guesses);
    const row = await collector.db
      .selectFrom('users')
      .select(['failed_logins', 'locked_until'])
      .executeTakeFirstOrThrow();
    expect(row.failed_logins).toBe(5);
    expect(row.locked_until).toBe(collector.now() + minute);
    expect((await signIn('alice', password)).status).toBe(401);
  });

  test('changes one’s own password, ends all sessions and starts another', async () => {
    const id = await makeUser('alice', 'viewer');
    const [one, other] = [await session(collector, id), await session(collector, id)];
    const url = '/api/v1/session/password';
    const wrong = await fetch({
      method: 'PUT',
      url,
      headers: one,
      payload: { current: 'wrong', password: longPassword },
    });
    expect(wrong.json).toMatchObject({ code: 'sign-in-failed' });
    const short = await fetch({
      method: 'PUT',
      url,
      headers: one,
      payload: { current: password, password: 'short one 1234' },
    });
    expect(short.json).toMatchObject({
      code: 'request-invalid',
      errors: [{ in: 'body', pointer: '#/password' }],
    });
    expect(short.text).not.toContain('short one 1234');
    const changed = await fetch({
      method: 'PUT',
      url,
      headers: one,
      payload: { current: password, password: longPassword },
    });
    expect(changed.status, changed.text).toBe(200);
    for (const headers of [one, other]) {
      expect((await fetch({ method: 'GET', url: '/api/v1/session', headers })).status).toBe(401);
    }
    const cookie = String(changed.headers['set-cookie']).split(';')[0] ?? '';
    expect((await fetch({ method: 'GET', url: '/api/v1/session', headers: { cookie } })).status).toBe(200);
    expect((await signIn('alice', password)).status).toBe(401);
    expect((await signIn('alice', longPassword)).status).toBe(201);
  });

  test('the first administrator comes by a link that works once and not for long', async () => {
    const late = await createFirstAdministratorLink(collector);
    collector.pass(25 * 60 * minute);
    const [first, second] = [
      await createFirstAdministratorLink(collector),
      await createFirstAdministratorLink(collector),
    ];
    const become = (link: { secret: string } | null, name: string) =>
      fetch({
        method: 'POST',
        url: '/api/v1/first-administrator',
        payload: { secret: link?.secret ?? '', name, password: longPassword },
      });
    expect((await become(late, 'eve')).json).toMatchObject({ code: 'link-invalid' });
    const answers = await Promise.all([
      become(first, 'alice'),
      become(second, 'bob'),
      become(first, 'carol'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
    expect((await become(second, 'dave')).status).toBe(403);
    expect(await createFirstAdministratorLink(collector)).toBeNull();
    expect(await collector.db.selectFrom('users').select('role').execute()).toEqual([
      { role: 'administrator' },
    ]);
  });

  test('a password link works once, only the newest one, and unlocks', async () => {
    const admin = await session(collector, await makeUser('admin', 'administrator'));
    const created = await fetch({
      method: 'POST',
      url: '/api/v1/users',
      headers: admin,
      payload: { name: 'Alice', role: 'viewer' },
    });
    const { user, link } = Object(created.json);
    expect(user).toMatchObject({ name: 'alice', signInBy: 'link' });
    const again = await fetch({
      method: 'POST',
      url: `/api/v1/users/${user.id}/password-link`,
      headers: admin,
    });
    const { secret, url } = Object(again.json);
    expect(url).toBe(`https://collector.corp.example/set-password#${secret}`);
    const use = (given: string) =>
      fetch({ method: 'POST', url: '/api/v1/password', payload: { secret: given, password: longPassword } });
    expect((await use(link.secret)).json).toMatchObject({ code: 'link-invalid' });
    const [one, two] = await Promise.all([use(secret), use(secret)]);
    expect([one?.status, two?.status].sort()).toEqual([204, 403]);
    expect((await signIn('alice', longPassword)).status).toBe(201);
    for (const each of [link.secret, secret, longPassword]) expect(collector.logged()).not.toContain(each);
    const audited = JSON.stringify(await collector.db.selectFrom('audit_log').selectAll().execute());
    for (const each of [link.secret, secret, longPassword]) expect(audited).not.toContain(each);
  });

  test('the last administrator can neither be removed, barred nor demoted, not even by two at once', async () => {
    const [a, b] = [await makeUser('a', 'administrator'), await makeUser('b', 'administrator')];
    const [asA, asB] = [await session(collector, a), await session(collector, b)];
    const answers = await Promise.all([
      fetch({ method: 'DELETE', url: `/api/v1/users/${b}`, headers: asA }),
      fetch({ method: 'PATCH', url: `/api/v1/users/${a}`, headers: asB, payload: { role: 'viewer' } }),
    ]);
    // Who comes second finds the other one gone or is one no more.
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const left = await collector.db
      .selectFrom('users')
      .select('id')
      .where('role', '=', 'administrator')
      .execute();
    expect(left).toHaveLength(1);
    const last = left[0]?.id ?? 0;
    const headers = await session(collector, last);
    for (const [method, payload] of [
      ['DELETE', undefined],
      ['PATCH', { disabled: true }],
      ['PATCH', { role: 'operator' }],
    ] as const) {
      const answer = await fetch({ method, url: `/api/v1/users/${last}`, headers, payload });
      expect(answer.json, `${method}`).toMatchObject({ status: 409, code: 'conflict' });
    }
  });

  test('a change of role ends the user’s sessions, and If-Match keeps two from overwriting each other', async () => {
    const admin = await session(collector, await makeUser('admin', 'administrator'));
    const id = await makeUser('alice', 'viewer');
    const alice = await session(collector, id);
    const url = `/api/v1/users/${id}`;
    const read = await fetch({ method: 'GET', url, headers: admin });
    const match = { ...admin, 'if-match': String(read.headers['etag']) };
    const first = await fetch({ method: 'PATCH', url, headers: match, payload: { role: 'operator' } });
    expect(first.json).toMatchObject({ role: 'operator' });
    const second = await fetch({ method: 'PATCH', url, headers: match, payload: { disabled: true } });
    expect(second.json).toMatchObject({ status: 412, code: 'changed-meanwhile' });
    expect((await fetch({ method: 'GET', url: '/api/v1/session', headers: alice })).status).toBe(401);
  });

  test('the audit log tells who did what, in pages, and the database refuses to change it', async () => {
    const admin = await session(collector, await makeUser('admin', 'administrator'));
    for (const name of ['one', 'two', 'three']) {
      await fetch({
        method: 'POST',
        url: '/api/v1/users',
        headers: admin,
        payload: { name, role: 'viewer' },
      });
    }
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await fetch({ method: 'GET', url: `/api/v1/audit-log?limit=2${query}`, headers: admin });
      const { items, next } = Object(page.json);
      seen.push(...items);
      cursor = next;
    }
    expect(seen).toHaveLength(7);
    expect(seen[0]).toMatchObject({
      actor: 'user:admin',
      action: 'user.createPasswordLink',
      target: 'user:three',
    });
    expect(seen[1]).toMatchObject({
      action: 'user.create',
      detail: { role: 'viewer' },
      address: '127.0.0.1',
    });
    await expect(collector.db.deleteFrom('audit_log').execute()).rejects.toThrow('cannot be changed');
    await expect(collector.db.updateTable('audit_log').set({ actor: 'x' }).execute()).rejects.toThrow(
      'cannot be changed',
    );
    const forged = await fetch({
      method: 'GET',
      url: '/api/v1/audit-log?cursor=WyJob3N0cyIsMV0',
      headers: admin,
    });
    expect(forged.json).toMatchObject({ code: 'cursor-invalid' });
  });

  test.each(['\u0000', 'a\u202Eb', ' alice', 'alice\n', '\uD800', '', 'x'.repeat(101)])(
    'takes no name like %j',
    async (name) => {
      const admin = await session(collector, await makeUser('admin', 'administrator'));
      const answer = await fetch({
        method: 'POST',
        url: '/api/v1/users',
        headers: admin,
        payload: { name, role: 'viewer' },
      });
      expect(answer.json).toMatchObject({ status: 400, code: 'request-invalid' });
    },
  );

  test('a name that looks like code is only a name', async () => {
    const admin = await session(collector, await makeUser('admin', 'administrator'));
    const name = `=cmd|'/c calc'!a1<script>"; drop table users; --`;
    const created = await fetch({
      method: 'POST',
      url: '/api/v1/users',
      headers: admin,
      payload: { name, role: 'viewer' },
    });
    expect(Object(created.json).user.name).toBe(name.toLowerCase());
    expect((await fetch({ method: 'GET', url: '/api/v1/users', headers: admin })).status).toBe(200);
  });
});
