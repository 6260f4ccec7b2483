// Every kind of caller that an API can have, for tests of who may do what.
import { createApiToken, revokeApiToken } from '../src/people/api-tokens.ts';
import { hashPassword } from '../src/people/passwords.ts';
import { roles } from '../src/people/roles.ts';
import { endSession, findSession, sessionLimits, startSession } from '../src/people/sessions.ts';
import { createUser } from '../src/people/users.ts';
import type { Role } from '../src/store/schema.ts';
import type { TestCollector } from './test-collector.ts';
import { TestHost } from './test-host.ts';

export const password = 'correct horse battery staple';

const hostKinds = ['host', 'otherHost', 'waitingHost', 'revokedHost'] as const;
export type HostKind = (typeof hostKinds)[number];

/** Those whose credentials open nothing (any more). */
const powerless = [
  'nobody',
  'expiredSession',
  'idleSession',
  'endedSession',
  'sessionOfDisabledUser',
  'inventedSession',
  'expiredToken',
  'revokedToken',
  'inventedToken',
] as const;

export const callerNames = [
  ...powerless,
  ...hostKinds,
  'viewer',
  'operator',
  'administrator',
  'viewerToken',
  'operatorToken',
  'administratorToken',
  'administratorWithoutCsrf',
  'administratorWithOthersCsrf',
] as const;
export type CallerName = (typeof callerNames)[number];

export interface CallerKit {
  headers: Readonly<Record<CallerName, Readonly<Record<string, string>>>>;
  hosts: Readonly<Record<HostKind, TestHost>>;
}

export function isPowerless(name: CallerName): boolean {
  return [...powerless, ...hostKinds].some((each) => each === name);
}

export function isHost(name: CallerName): name is HostKind {
  return hostKinds.some((each) => each === name);
}

/** The role that a caller acts with; null when it has none. */
export function roleOf(name: CallerName): Role | null {
  return isPowerless(name) ? null : (roles.find((role) => name.startsWith(role)) ?? null);
}

/** Makes them all; those that must have aged are made first, and the clock is moved. */
export async function makeCallers(collector: TestCollector): Promise<CallerKit> {
  const user = await userMaker(collector);
  const expired = await session(collector, await user('was-here', 'administrator'));
  const idle = await session(collector, await user('is-idle', 'administrator'));
  const expiredToken = await token(collector, 'expired', 'administrator', 60_000);
  await ageSessions(collector, expired, idle);
  const ended = await session(collector, await user('went', 'administrator'));
  await end(collector, ended);
  const disabledId = await user('barred', 'administrator');
  const disabled = await session(collector, disabledId);
  // Straight into the table, so that the session itself still stands.
  const barred = { disabled_at: collector.now() };
  await collector.db.updateTable('users').set(barred).where('id', '=', disabledId).execute();
  const revokedToken = await token(collector, 'revoked', 'administrator');
  await revokeApiToken(collector, 'system', revokedToken.id);
  const viewer = await session(collector, await user('viewer', 'viewer'));
  const operator = await session(collector, await user('operator', 'operator'));
  const administrator = await session(collector, await user('administrator', 'administrator'));
  const hosts = {
    host: new TestHost('HOST'),
    otherHost: new TestHost('OTHER'),
    waitingHost: new TestHost('WAITING'),
    revokedHost: new TestHost('REVOKED'),
  };
  await hosts.host.insert(collector.db);
  await hosts.otherHost.insert(collector.db);
  await hosts.waitingHost.insert(collector.db, 'waiting');
  await hosts.revokedHost.insert(collector.db, 'revoked');
  const asHost = (host: TestHost) => ({ authorization: `Bearer ${host.key}` });
  return {
    hosts,
    headers: {
      nobody: {},
      expiredSession: expired,
      idleSession: idle,
      endedSession: ended,
      sessionOfDisabledUser: disabled,
      inventedSession: { cookie: `__Host-mailflow-tls=${'A'.repeat(43)}`, 'x-csrf-token': 'A' },
      expiredToken: expiredToken.headers,
      revokedToken: revokedToken.headers,
      inventedToken: { authorization: `Bearer mftls_api_${'A'.repeat(43)}` },
      host: asHost(hosts.host),
      otherHost: asHost(hosts.otherHost),
      waitingHost: asHost(hosts.waitingHost),
      revokedHost: asHost(hosts.revokedHost),
      viewer,
      operator,
      administrator,
      viewerToken: (await token(collector, 'viewer', 'viewer')).headers,
      operatorToken: (await token(collector, 'operator', 'operator')).headers,
      administratorToken: (await token(collector, 'administrator', 'administrator')).headers,
      administratorWithoutCsrf: { cookie: administrator.cookie },
      administratorWithOthersCsrf: { cookie: administrator.cookie, 'x-csrf-token': viewer['x-csrf-token'] },
    },
  };
}

interface SessionHeaders extends Record<string, string> {
  cookie: string;
  'x-csrf-token': string;
}

/** A fresh session of a user as headers. */
export async function session(collector: TestCollector, userId: number): Promise<SessionHeaders> {
  const { cookie, csrf } = await startSession(collector, userId);
  return { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': csrf };
}

async function end(collector: TestCollector, { cookie }: SessionHeaders): Promise<void> {
  const found = await findSession(collector, cookie.split('=')[1] ?? '');
  if (found === null) throw new Error('The session to be ended is not there.');
  await endSession(collector, found.hash);
}

/** Passes the absolute life of one session by using it all the time, and the idle time of the other. */
async function ageSessions(
  collector: TestCollector,
  expired: SessionHeaders,
  idle: SessionHeaders,
): Promise<void> {
  const opens = async ({ cookie }: SessionHeaders) =>
    (await findSession(collector, cookie.split('=')[1] ?? '')) !== null;
  if (!(await opens(expired)) || !(await opens(idle))) throw new Error('The new sessions do not open.');
  for (let passed = 0; passed < sessionLimits.absoluteMs; passed += sessionLimits.idleMs / 2) {
    await opens(expired);
    collector.pass(sessionLimits.idleMs / 2);
  }
}

async function token(
  collector: TestCollector,
  name: string,
  role: Role,
  livesMs = 24 * 3_600_000,
): Promise<{ id: number; headers: Record<string, string> }> {
  const wanted = { name, role, expiresAt: collector.now() + livesMs };
  const { id, secret } = await createApiToken(collector, 'system', wanted);
  return { id, headers: { authorization: `Bearer ${secret}` } };
}

let hashed: Promise<string> | undefined;

/** Hashing takes its time, so that all users of a test share one hash. */
export async function userMaker(
  collector: TestCollector,
): Promise<(name: string, role: Role) => Promise<number>> {
  hashed ??= hashPassword(password);
  const stored = await hashed;
  return async (name, role) => {
    const { id } = await createUser(collector, 'system', { name, role });
    await collector.db.updateTable('users').set({ password: stored }).where('id', '=', id).execute();
    return id;
  };
}
