// The two cookies of this API (RFC 6265): their values are base64url, so that nothing in them needs quoting.
import type { Settings } from '../settings/settings.ts';
import { isReachedByTls } from './security-headers.ts';

const names = { session: 'mailflow-tls', pendingSignIn: 'mailflow-tls-oidc' } as const;
export type CookieKind = keyof typeof names;

/** `__Host-` binds the cookie to this host and to TLS; without TLS browsers would not take that name. */
function cookieName(settings: Settings, kind: CookieKind): string {
  return isReachedByTls(settings) ? `__Host-${names[kind]}` : names[kind];
}

/** For `Set-Cookie`. Lax, because an identity provider's page sends the browser back here. */
export function setCookie(settings: Settings, kind: CookieKind, value: string, maxAgeMs: number): string {
  if (!/^[\w-]*$/.test(value)) throw new Error('A cookie’s value is base64url.');
  const secure = isReachedByTls(settings) ? '; Secure' : '';
  const maxAge = Math.floor(maxAgeMs / 1000);
  return `${cookieName(settings, kind)}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** For `Set-Cookie`: the browser forgets the cookie. */
export function forgetCookie(settings: Settings, kind: CookieKind): string {
  return setCookie(settings, kind, '', 0);
}

export function readCookie(
  settings: Settings,
  kind: CookieKind,
  header: string | string[] | undefined,
): string | null {
  const wanted = cookieName(settings, kind);
  for (const pair of String(header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at >= 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim();
  }
  return null;
}
