// Who calls: the API token or the session that a request carries.
import type { Caller } from '../api/route.ts';
import type { Collector } from '../collector.ts';
import { findApiToken } from './api-tokens.ts';
import { isSameText } from './secrets.ts';
import { findSession, sessionSecretOf } from './sessions.ts';

export interface Identity {
  caller: Caller;
  /** For callers by session: whether the request carries the session’s CSRF token. Tokens need none. */
  csrf: 'notNeeded' | 'given' | 'missing';
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A token in `Authorization` counts before a cookie. What opens nothing makes the caller nobody. */
export async function identify(collector: Collector, headers: Headers, address: string): Promise<Identity> {
  const nobody: Identity = { caller: { kind: 'nobody', address }, csrf: 'notNeeded' };
  const bearer = bearerOf(headers.authorization);
  if (bearer !== null) {
    const token = await findApiToken(collector, bearer);
    return token === null ? nobody : { caller: { kind: 'token', ...token, address }, csrf: 'notNeeded' };
  }
  const secret = sessionSecretOf(collector.settings, headers.cookie);
  if (secret === null) return nobody;
  const session = await findSession(collector, secret);
  if (session === null) return nobody;
  const given = headers['x-csrf-token'];
  const csrf = typeof given === 'string' && isSameText(given, session.csrf) ? 'given' : 'missing';
  return { caller: { kind: 'user', ...session.user, address }, csrf };
}

function bearerOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  return /^Bearer +([\w.~+/=-]{1,200})$/i.exec(header)?.[1] ?? null;
}
