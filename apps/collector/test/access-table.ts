// Who may call what, written down apart from the routes: a route that is not here, or is open to others, fails a test.
import { gunzipSync, gzipSync } from 'node:zlib';
import { reportContentType, signAs } from '@mailflow-tls/contract';
import type { InjectOptions } from 'fastify';
import { createApiToken } from '../src/people/api-tokens.ts';
import { createEnrolmentToken } from '../src/people/enrolment-tokens.ts';
import { createFirstAdministratorLink, createPasswordLink } from '../src/people/one-time-links.ts';
import type { Role } from '../src/store/schema.ts';
import { type CallerKit, type CallerName, isHost, password, session } from './callers.ts';
import { fleetAccess } from './fleet-access.ts';
import type { TestCollector } from './test-collector.ts';
import { TestHost } from './test-host.ts';

export interface World {
  collector: TestCollector;
  callers: CallerKit;
  user(role: Role): Promise<{ id: number; name: string }>;
  host(status: 'active' | 'waiting' | 'revoked'): Promise<number>;
}

export interface AccessRow {
  /** `anyone`, `host` (by signature only), or the least role. */
  access: 'anyone' | 'host' | Role;
  /** The status for those who may; by caller where it differs. */
  status: number | ((caller: CallerName) => number);
  /** A request that works for those who may; made anew for each caller. */
  request(
    world: World,
    caller: CallerName,
  ): Promise<{
    url: string;
    payload?: InjectOptions['payload'] | undefined;
    headers?: Record<string, string>;
  }>;
}

const read = (access: AccessRow['access'], url: string): AccessRow => ({
  access,
  status: 200,
  request: async () => ({ url }),
});

const day = 24 * 3_600_000;
const soon = ({ collector }: World): string => new Date(collector.now() + day).toISOString();
let counter = 0;
const fresh = (what: string): string => `${what}-${++counter}`;

/** By `id` of the route. */
export const accessTable: Readonly<Record<string, AccessRow>> = {
  ...fleetAccess,
  readOpenApi: read('anyone', '/api/v1/openapi.json'),
  getHealth: read('anyone', '/healthz'),
  getReadiness: read('anyone', '/readyz'),
  getMetrics: read('viewer', '/metrics'),
  readAbout: read('viewer', '/api/v1/about'),
  readSettings: read('viewer', '/api/v1/settings'),
  changeSettings: {
    access: 'administrator',
    status: 200,
    request: async () => ({
      url: '/api/v1/settings',
      payload: { reportDays: 100, rollupDays: 500, silentAfterHours: 20 },
    }),
  },
  readSession: read('viewer', '/api/v1/session'),
  signIn: {
    access: 'anyone',
    status: 201,
    request: async ({ user }) => ({
      url: '/api/v1/session',
      payload: { name: (await user('viewer')).name, password },
    }),
  },
  signOut: {
    access: 'viewer',
    // The session of the caller must outlive this; a token has none to end.
    status: (caller) => (caller.endsWith('Token') ? 409 : 200),
    request: async ({ collector }, caller) => ({
      url: '/api/v1/session',
      headers: await ownSession(collector, caller),
    }),
  },
  changePassword: {
    access: 'viewer',
    status: (caller) => (caller.endsWith('Token') ? 409 : 401),
    request: async () => ({
      url: '/api/v1/session/password',
      payload: { current: 'not the present password', password: 'a password that is long enough' },
    }),
  },
  readSignIn: read('anyone', '/api/v1/sign-in'),
  becomeFirstAdministrator: {
    access: 'anyone',
    // There is an administrator, so that no such link is given any more.
    status: 403,
    request: async ({ collector }) => ({
      url: '/api/v1/first-administrator',
      payload: {
        secret: String(await createFirstAdministratorLink(collector)),
        name: fresh('first'),
        password,
      },
    }),
  },
  setPasswordByLink: {
    access: 'anyone',
    status: 204,
    request: async ({ collector, user }) => {
      const { secret } = await createPasswordLink(collector, 'system', await user('viewer'));
      return { url: '/api/v1/password', payload: { secret, password: 'a password that is long enough' } };
    },
  },
  // No identity provider is set up here; signing in by one has its own test.
  beginProviderSignIn: { ...read('anyone', '/api/v1/session/oidc'), status: 404 },
  completeProviderSignIn: { ...read('anyone', '/api/v1/session/oidc/callback?code=1&state=1'), status: 404 },
  listUsers: read('administrator', '/api/v1/users'),
  createUser: {
    access: 'administrator',
    status: 201,
    request: async () => ({ url: '/api/v1/users', payload: { name: fresh('new'), role: 'viewer' } }),
  },
  readUser: {
    access: 'administrator',
    status: 200,
    request: async ({ user }) => ({ url: `/api/v1/users/${(await user('viewer')).id}` }),
  },
  changeUser: {
    access: 'administrator',
    status: 200,
    request: async ({ user }) => ({
      url: `/api/v1/users/${(await user('viewer')).id}`,
      payload: { role: 'operator' },
    }),
  },
  removeUser: {
    access: 'administrator',
    status: 204,
    request: async ({ user }) => ({ url: `/api/v1/users/${(await user('viewer')).id}` }),
  },
  createPasswordLink: {
    access: 'administrator',
    status: 201,
    request: async ({ user }) => ({ url: `/api/v1/users/${(await user('viewer')).id}/password-link` }),
  },
  listApiTokens: read('administrator', '/api/v1/api-tokens'),
  createApiToken: {
    access: 'administrator',
    status: 201,
    request: async (world) => ({
      url: '/api/v1/api-tokens',
      payload: { name: 'ci', role: 'viewer', expiresAt: soon(world) },
    }),
  },
  revokeApiToken: {
    access: 'administrator',
    status: 204,
    request: async ({ collector }) => {
      const wanted = { name: 'old', role: 'viewer', expiresAt: collector.now() + day } as const;
      return { url: `/api/v1/api-tokens/${(await createApiToken(collector, 'system', wanted)).id}` };
    },
  },
  listEnrolmentTokens: read('administrator', '/api/v1/enrolment-tokens'),
  createEnrolmentToken: {
    access: 'administrator',
    status: 201,
    request: async (world) => ({
      url: '/api/v1/enrolment-tokens',
      payload: { name: 'site', mode: 'approve', maxUses: 5, tags: ['site-a'], expiresAt: soon(world) },
    }),
  },
  revokeEnrolmentToken: {
    access: 'administrator',
    status: 204,
    request: async (world) => ({ url: `/api/v1/enrolment-tokens/${(await enrolmentToken(world)).id}` }),
  },
  listWaitingHosts: read('viewer', '/api/v1/waiting-hosts'),
  approveHost: {
    access: 'operator',
    status: 204,
    request: async ({ host }) => ({ url: `/api/v1/hosts/${await host('waiting')}/approve`, payload: {} }),
  },
  rejectHost: {
    access: 'operator',
    status: 204,
    request: async ({ host }) => ({ url: `/api/v1/hosts/${await host('waiting')}/reject` }),
  },
  revokeHost: {
    access: 'operator',
    status: 204,
    request: async ({ host }) => ({ url: `/api/v1/hosts/${await host('active')}/revoke` }),
  },
  restoreHost: {
    access: 'operator',
    status: 204,
    request: async ({ host }) => ({ url: `/api/v1/hosts/${await host('revoked')}/restore` }),
  },
  setHostTags: {
    access: 'operator',
    status: 200,
    request: async ({ host }) => ({
      url: `/api/v1/hosts/${await host('active')}/tags`,
      payload: { tags: ['edge', 'site-a'] },
    }),
  },
  listAuditLog: read('administrator', '/api/v1/audit-log?limit=5'),
  deliverReport: {
    access: 'host',
    // Other callers hold no key: what they send is no host's report, whoever they are.
    status: (caller) => (caller === 'host' ? 200 : 403),
    request: async ({ collector, callers }, caller) => ({
      url: '/api/v1/reports',
      headers: { 'content-type': reportContentType },
      payload: reportOf(callers, caller).report(collector.now()),
    }),
  },
  requestEnrolment: {
    access: 'host',
    // Asked with a key that is new; one that was revoked stays out.
    status: (caller) => (caller === 'revokedHost' ? 403 : 200),
    request: async (world, caller) => {
      const { secret } = await enrolmentToken(world);
      const host = isHost(caller) ? world.callers.hosts[caller] : new TestHost(fresh('NEW'));
      return { url: '/api/v1/enrolments', payload: { ...host.enrolment(secret) } };
    },
  },
};

/** `otherHost` passes itself off as `host`: its own signature under the other's key. */
function reportOf({ hosts }: CallerKit, caller: CallerName): TestHost {
  if (!isHost(caller)) return new TestHost('UNKNOWN');
  if (caller !== 'otherHost') return hosts[caller];
  return new Impostor(hosts.otherHost, hosts.host);
}

/** Signs with its own key what names another's. */
class Impostor extends TestHost {
  readonly #victim: TestHost;

  constructor(self: TestHost, victim: TestHost) {
    super(victim.name, self.privateKey);
    this.#victim = victim;
  }

  override report(at: number): Buffer {
    const [, header = '', ...sections] = gunzipSync(super.report(at)).toString().split('\n');
    const named = header.replace(this.key, this.#victim.key);
    const signature = signAs('report', Buffer.from(named), this.privateKey).toString('base64url');
    return gzipSync([signature, named, ...sections].join('\n'));
  }
}

async function enrolmentToken({ collector }: World): Promise<{ id: number; secret: string }> {
  return createEnrolmentToken(collector, 'system', {
    name: 'site',
    mode: 'accept',
    maxUses: null,
    domain: null,
    addressRange: null,
    tags: [],
    expiresAt: collector.now() + day,
  });
}

async function ownSession(collector: TestCollector, caller: CallerName): Promise<Record<string, string>> {
  if (caller !== 'viewer' && caller !== 'operator' && caller !== 'administrator') return {};
  const { id } = await collector.db
    .selectFrom('users')
    .select('id')
    .where('name', '=', caller)
    .executeTakeFirstOrThrow();
  return session(collector, id);
}
