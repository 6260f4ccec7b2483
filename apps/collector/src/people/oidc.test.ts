// Signing in by a real identity provider: there and back, roles that follow it, and everything that does not fit.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CheckedAnswer, type CheckedFetch, checkedFetch } from '../../test/checked-fetch.ts';
import { databaseKinds } from '../../test/databases.ts';
import {
  clientId,
  clientSecret,
  type IdentityProvider,
  identityProvider,
} from '../../test/identity-provider.ts';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { createApp } from '../api/app.ts';
import { routes } from '../api/routes/index.ts';
import { createUser } from './users.ts';

const publicUrl = 'https://collector.corp.example';
const callback = `${publicUrl}/api/v1/session/oidc/callback`;
const plenty = { burst: 10_000, perSecond: 10_000 };

function setCookies({ headers }: CheckedAnswer): string[] {
  return [headers['set-cookie'] ?? []].flat().map(String);
}

function cookieOf(answer: CheckedAnswer, name: string): string | undefined {
  return setCookies(answer)
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0];
}

describe.each(databaseKinds('signing in by an identity provider'))('on %s', (kind) => {
  // Where the roles come from has nothing to do with the database.
  describe.each(kind === 'sqlite' ? (['idToken', 'userInfo'] as const) : (['idToken'] as const))(
    'with roles in the %s',
    (claimsIn) => {
      let provider: IdentityProvider;
      let collector: TestCollector;
      let fetch: CheckedFetch;
      const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-oidc-'));
      const clientSecretFile = join(folder, 'secret');

      beforeAll(async () => {
        writeFileSync(clientSecretFile, `${clientSecret}\n`);
        provider = await identityProvider(callback, claimsIn);
      });
      beforeEach(async () => {
        provider.forgery = null;
        provider.person = {
          id: 'a-1',
          claims: { preferred_username: 'Alice@corp.example', roles: ['Mail.Ops'] },
        };
        collector = await testCollector(kind, {
          publicUrl,
          oidc: {
            issuer: provider.issuer,
            clientId,
            clientSecretFile,
            roleClaim: 'roles',
            roles: { viewer: ['Mail.View'], operator: ['Mail.Ops'], administrator: ['Mail.Admin'] },
          },
        });
        fetch = checkedFetch(
          createApp(collector, routes, { rates: { usual: plenty, strict: plenty } }),
          routes,
        );
      });
      afterEach(() => collector.remove());
      afterAll(async () => {
        await provider.close();
        rmSync(folder, { recursive: true });
      });

      async function begin(): Promise<{ cookie: string; back: string }> {
        const answer = await fetch({ method: 'GET', url: '/api/v1/session/oidc' });
        expect(answer.status, answer.text).toBe(303);
        const back = await provider.visit(String(answer.headers['location']));
        expect(back.startsWith(callback)).toBe(true);
        return {
          cookie: cookieOf(answer, '__Host-mailflow-tls-oidc') ?? '',
          back: back.slice(publicUrl.length),
        };
      }

      async function come({ cookie, back }: { cookie: string; back: string }): Promise<CheckedAnswer> {
        return fetch({ method: 'GET', url: back, headers: { cookie } });
      }

      async function me(answer: CheckedAnswer): Promise<CheckedAnswer> {
        const cookie = cookieOf(answer, '__Host-mailflow-tls') ?? '';
        return fetch({ method: 'GET', url: '/api/v1/session', headers: { cookie } });
      }

      test('starts a session with the role that the provider gives', async () => {
        const answer = await come(await begin());
        expect(answer.status, answer.text).toBe(303);
        expect(answer.headers['location']).toBe('/');
        for (const line of setCookies(answer)) {
          expect(line).toMatch(
            /^__Host-[\w-]+=[\w-]*; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
          );
        }
        expect((await me(answer)).json).toMatchObject({ name: 'alice@corp.example', role: 'operator' });
        const log = collector.logged();
        expect(log).not.toContain(clientSecret);
        expect(log).not.toContain('code=');
      });

      test('follows the provider at each sign-in and ends sessions of the former role', async () => {
        const first = await come(await begin());
        provider.person = {
          id: 'a-1',
          claims: { preferred_username: 'renamed', roles: ['Mail.View', 'Mail.Admin'] },
        };
        const second = await come(await begin());
        expect((await me(second)).json).toMatchObject({ name: 'alice@corp.example', role: 'administrator' });
        expect((await me(first)).status).toBe(401);
        provider.person = { id: 'a-1', claims: { preferred_username: 'renamed', roles: ['Something.Else'] } };
        const third = await come(await begin());
        expect(third.json).toMatchObject({ status: 403, code: 'provider-refused' });
        expect((await me(second)).status).toBe(401);
        const users = await collector.db.selectFrom('users').select(['name', 'subject']).execute();
        expect(users).toEqual([{ name: 'alice@corp.example', subject: 'a-1' }]);
      });

      test('makes no account for somebody without a role', async () => {
        provider.person = { id: 'n-1', claims: { preferred_username: 'nobody' } };
        expect((await come(await begin())).json).toMatchObject({ code: 'provider-refused' });
        expect(await collector.db.selectFrom('users').selectAll().execute()).toEqual([]);
      });

      test('does not take over a local account of the same name', async () => {
        const local = await createUser(collector, 'system', {
          name: 'alice@corp.example',
          role: 'administrator',
        });
        const answer = await come(await begin());
        expect((await me(answer)).json).toMatchObject({ name: 'alice@corp.example (2)', role: 'operator' });
        const rows = await collector.db
          .selectFrom('users')
          .select(['id', 'role', 'issuer'])
          .orderBy('id')
          .execute();
        expect(rows[0]).toEqual({ id: local.id, role: 'administrator', issuer: null });
      });

      test('keeps a barred account out', async () => {
        const answer = await come(await begin());
        await collector.db.updateTable('users').set({ disabled_at: collector.now() }).execute();
        expect((await me(answer)).status).toBe(401);
        expect((await come(await begin())).json).toMatchObject({ code: 'provider-refused' });
      });

      test('tells where the provider ends its own session', async () => {
        const answer = await come(await begin());
        const cookie = cookieOf(answer, '__Host-mailflow-tls') ?? '';
        const { csrf } = Object((await me(answer)).json);
        const out = await fetch({
          method: 'DELETE',
          url: '/api/v1/session',
          headers: { cookie, 'x-csrf-token': csrf },
        });
        const { providerSignOut } = Object(out.json);
        expect(providerSignOut).toContain(`${provider.issuer}/session/end`);
        expect((await me(answer)).status).toBe(401);
        expect((await globalThis.fetch(providerSignOut)).status).toBe(200);
      });

      test('refuses an answer with another state, without asking the provider', async () => {
        const begun = await begin();
        const back = begun.back.replace(/state=[^&]+/, 'state=another');
        expect((await come({ ...begun, back })).json).toMatchObject({ code: 'provider-refused' });
        // The code is still unused.
        expect((await come(begun)).status).toBe(303);
      });

      test('refuses an answer in a browser that did not ask, or asked for another sign-in', async () => {
        const [begun, other] = [await begin(), await begin()];
        expect((await come({ ...begun, cookie: '' })).json).toMatchObject({ code: 'provider-refused' });
        expect((await come({ ...begun, cookie: other.cookie })).json).toMatchObject({
          code: 'provider-refused',
        });
      });

      test('refuses the same answer a second time', async () => {
        const begun = await begin();
        expect((await come(begun)).status).toBe(303);
        expect((await come(begun)).json).toMatchObject({ code: 'provider-refused' });
      });

      test.each(['nonce', 'verifier'])('refuses an answer to another %s', async (part) => {
        const begun = await begin();
        const [name, value = ''] = begun.cookie.split('=');
        const pending = JSON.parse(Buffer.from(value, 'base64url').toString());
        const changed = { ...pending, [part]: 'x'.repeat(43) };
        const cookie = `${name}=${Buffer.from(JSON.stringify(changed)).toString('base64url')}`;
        expect((await come({ ...begun, cookie })).json).toMatchObject({ code: 'provider-refused' });
      });

      test.each([
        ['for another client', { claims: { aud: 'another' } }],
        ['of another issuer', { claims: { iss: 'https://another.example' } }],
        ['of another request', { claims: { nonce: 'another' } }],
        ['that is over', { claims: { exp: 1_700_000_000 } }],
        ['signed by another key', { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }],
      ])('refuses an ID token %s', async (_what, forgery) => {
        const begun = await begin();
        provider.forgery = forgery;
        const answer = await come(begun);
        expect(answer.json).toMatchObject({ code: 'provider-refused' });
        expect(setCookies(answer)).toEqual([]);
        expect(await collector.db.selectFrom('users').selectAll().execute()).toEqual([]);
      });

      test('takes what is signed again unchanged, so that the refusals above are of the change', async () => {
        const begun = await begin();
        provider.forgery = {};
        expect((await come(begun)).status).toBe(303);
      });

      test.each([
        ['\u202Eecila\u0000<script>', 'ecila<script>'],
        ['x'.repeat(500), 'x'.repeat(90)],
        ['   ', 'a-1'],
      ])('makes a harmless name of %j', async (name, made) => {
        provider.person = { id: 'a-1', claims: { preferred_username: name, roles: ['Mail.View'] } };
        expect((await me(await come(await begin()))).json).toMatchObject({ name: made });
      });
    },
  );

  test('says so when the provider is away', async () => {
    const collector = await testCollector(kind, {
      oidc: {
        issuer: 'http://127.0.0.1:9',
        clientId,
        clientSecretFile: null,
        roleClaim: 'roles',
        roles: { viewer: [], operator: [], administrator: [] },
      },
    });
    const fetch = checkedFetch(createApp(collector, routes), routes);
    const answer = await fetch({ method: 'GET', url: '/api/v1/session/oidc' });
    expect(answer.json).toMatchObject({ status: 502, code: 'provider-unavailable' });
    await collector.remove();
  });
});
