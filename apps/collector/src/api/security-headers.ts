// The headers that every answer carries so that browsers keep it apart from other sites (OWASP, REST Security and HTTP Headers Cheat Sheets).
import type { Settings } from '../settings/settings.ts';

/** Two years, the least that lists of HTTPS-only sites ask for. */
const strictTransport = 'max-age=63072000';

/** The same for all answers; pages with scripts of their own set another policy over it. */
export function securityHeaders(settings: Settings): Readonly<Record<string, string>> {
  return {
    'content-security-policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(isReachedByTls(settings) && { 'strict-transport-security': strictTransport }),
  };
}

/** Whether browsers reach this collector by HTTPS, by itself or through a proxy. */
export function isReachedByTls(settings: Settings): boolean {
  return settings.tls.kind !== 'none' || settings.publicUrl?.startsWith('https:') === true;
}
