// Which certificate this collector serves with, and where to look for the next one.

import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isLoopback } from '../settings/load-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { ownCertificate } from '../tls/own-certificate.ts';
import { problemOfIdentity, readIdentity, type ServerIdentity } from '../tls/server-identity.ts';
import { UsageError } from '../usage-error.ts';

export interface IdentitySource {
  /** How often a new one may appear, in milliseconds. */
  everyMs: number;
  look(): Promise<ServerIdentity>;
}

/** Null without TLS. */
export function identitySource(settings: Settings, now: () => number): IdentitySource | null {
  const { tls } = settings;
  switch (tls.kind) {
    case 'none':
      return null;
    case 'own':
      return {
        everyMs: 3_600_000,
        look: () => ownCertificate(join(settings.dataFolder, 'tls'), namesOf(settings), now()),
      };
    case 'given':
      return { everyMs: 10_000, look: () => readIdentity(tls) };
  }
}

/** The one to begin with; throws UsageError when it cannot be used. */
export async function firstIdentity(source: IdentitySource, settings: Settings): Promise<ServerIdentity> {
  const files =
    settings.tls.kind === 'given'
      ? `${settings.tls.certificate} and ${settings.tls.key}`
      : 'its own certificate';
  let problem: string | null;
  try {
    const identity = await source.look();
    problem = problemOfIdentity(identity);
    if (problem === null) return identity;
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  throw new UsageError(
    `The collector cannot serve with ${files}: ${problem}`,
    'Give a certificate and its key in PEM that this account can read.',
  );
}

function namesOf({ publicUrl, listen }: Settings): string[] {
  const names = [hostname().toLowerCase(), 'localhost', '127.0.0.1', '::1'];
  if (publicUrl !== null) names.unshift(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''));
  const wildcard = listen.host === '0.0.0.0' || listen.host === '::';
  if (!wildcard && !isLoopback(listen.host)) names.push(listen.host);
  return [...new Set(names)].filter((name) => isIP(name) !== 0 || /^[\w.-]+$/.test(name));
}
