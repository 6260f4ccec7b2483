// Sessions of people at the browser: a random cookie of which only the digest is stored (OWASP, Session Management Cheat Sheet).
import { randomBytes } from 'node:crypto';
import { forgetCookie, readCookie, setCookie } from '../api/cookies.ts';
import type { Collector } from '../collector.ts';
import type { Settings } from '../settings/settings.ts';
import type { Role } from '../store/schema.ts';
import { hashOf, makeSecret } from './secrets.ts';

const minute = 60_000;
export const sessionLimits = { idleMs: 120 * minute, absoluteMs: 12 * 60 * minute } as const;
/** The store is told of use at most this often, so that reading does not write. */
const touchEveryMs = minute;

export interface Session {
  hash: Buffer;
  csrf: string;
  user: { id: number; name: string; role: Role };
}

export function sessionSecretOf(settings: Settings, header: string | string[] | undefined): string | null {
  return readCookie(settings, 'session', header);
}

/** Starts a session; the cookie is for `Set-Cookie`, the CSRF token for the page. */
export async function startSession(
  collector: Collector,
  userId: number,
): Promise<{ cookie: string; csrf: string }> {
  const { secret, hash } = makeSecret('');
  const csrf = randomBytes(24).toString('base64url');
  const now = collector.now();
  await collector.db
    .insertInto('sessions')
    .values({
      hash,
      user_id: userId,
      csrf,
      created_at: now,
      last_used_at: now,
      expires_at: now + sessionLimits.absoluteMs,
    })
    .execute();
  const cookie = setCookie(collector.settings, 'session', secret, sessionLimits.absoluteMs);
  return { cookie, csrf };
}

/** The session behind a cookie; null when it is unknown, idle for too long, expired, or its user is disabled. */
export async function findSession(collector: Collector, secret: string): Promise<Session | null> {
  const hash = hashOf(secret);
  const row = await collector.store.reader
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['sessions.csrf', 'sessions.last_used_at', 'sessions.expires_at'])
    .select(['users.id', 'users.name', 'users.role', 'users.disabled_at'])
    .where('sessions.hash', '=', hash)
    .executeTakeFirst();
  const now = collector.now();
  if (row === undefined || row.disabled_at !== null) return null;
  if (now >= row.expires_at || now - row.last_used_at >= sessionLimits.idleMs) return null;
  if (now - row.last_used_at >= touchEveryMs) {
    await collector.db.updateTable('sessions').set({ last_used_at: now }).where('hash', '=', hash).execute();
  }
  return { hash, csrf: row.csrf, user: { id: row.id, name: row.name, role: row.role } };
}

/** Ends one session; gives the cookie that makes the browser forget it. */
export async function endSession(collector: Collector, hash: Uint8Array): Promise<string> {
  await collector.db.deleteFrom('sessions').where('hash', '=', hash).execute();
  return forgetCookie(collector.settings, 'session');
}

/** After a change of password or role, and when a user is disabled or removed. */
export async function endSessionsOf(db: Collector['db'], userId: number): Promise<void> {
  await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
}
