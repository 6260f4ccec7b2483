// Sign-in by an OpenID Connect provider (Entra ID, AD FS, …): code flow with PKCE, state and nonce.
import { readFile } from 'node:fs/promises';
import * as client from 'openid-client';
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import type { Settings } from '../settings/settings.ts';
import { baseUrl } from './one-time-links.ts';
import { isSameText } from './secrets.ts';

export const oidcCallbackPath = '/api/v1/session/oidc/callback';
type OidcSettings = NonNullable<Settings['oidc']>;

/** What the browser keeps between going to the provider and coming back. */
const pendingSchema = v.strictObject({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
});
export type PendingSignIn = v.InferOutput<typeof pendingSchema>;

/** Who the provider says it is. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  name: string;
  /** Values of the role claim. */
  roleValues: readonly string[];
}

/** Seconds for which the provider's metadata is believed before it is read again (keys are read anew as needed). */
const metadataLivesMs = 60 * 60_000;
const known = new WeakMap<OidcSettings, { at: number; configuration: Promise<client.Configuration> }>();

/** Where to send the browser, and what it must bring back. */
export async function beginOidc(collector: Collector): Promise<{ url: string; pending: PendingSignIn }> {
  const configuration = await configurationOf(collector);
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(collector.settings),
    scope: 'openid profile email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, pending };
}

/** Trades the code for the identity. Everything that does not fit is `provider-refused`; the log says what. */
export async function completeOidc(
  collector: Collector,
  pending: PendingSignIn,
  query: URLSearchParams,
): Promise<ProviderIdentity> {
  // Checked here too, before anything is sent to the provider.
  if (!isSameText(query.get('state') ?? '', pending.state)) throw refused();
  const configuration = await configurationOf(collector);
  const url = new URL(redirectUri(collector.settings));
  url.search = query.toString();
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw refused();
    const whole = await withUserInfo(collector, configuration, tokens.access_token, claims);
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: nameOf(whole, claims.sub),
      roleValues: textsOf(whole[oidcOf(collector).roleClaim]),
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    // Only the code: messages and causes may carry tokens.
    collector.log.warn('A sign-in by the identity provider failed', { reason: codeOf(error) });
    throw refused();
  }
}

/** Some providers give roles only at the userinfo endpoint. */
async function withUserInfo(
  collector: Collector,
  configuration: client.Configuration,
  accessToken: string,
  claims: client.IDToken,
): Promise<Readonly<Record<string, unknown>>> {
  const missing = claims[oidcOf(collector).roleClaim] === undefined;
  if (!missing || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await client.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims };
}

/** Where the browser goes to end the session at the provider too; null when the provider has no such place. */
export async function providerSignOutUrl(collector: Collector): Promise<string | null> {
  if (collector.settings.oidc === null) return null;
  try {
    const configuration = await configurationOf(collector);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    const home = `${baseUrl(collector.settings)}/`;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: home }).href;
  } catch {
    return null;
  }
}

export function pendingOf(text: string | null): PendingSignIn | null {
  if (text === null) return null;
  try {
    const parsed = v.safeParse(pendingSchema, JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function redirectUri(settings: Settings): string {
  return `${baseUrl(settings)}${oidcCallbackPath}`;
}

async function configurationOf(collector: Collector): Promise<client.Configuration> {
  const settings = oidcOf(collector);
  const now = collector.now();
  const held = known.get(settings);
  if (held !== undefined && now - held.at < metadataLivesMs) return held.configuration;
  const configuration = discover(settings);
  known.set(settings, { at: now, configuration });
  try {
    return await configuration;
  } catch (error) {
    known.delete(settings);
    collector.log.warn('The identity provider does not answer as it should', { reason: codeOf(error) });
    throw new Problem('provider-unavailable', 'The identity provider cannot be asked; try again later.');
  }
}

async function discover(settings: OidcSettings): Promise<client.Configuration> {
  const { issuer, clientId, clientSecretFile } = settings;
  const secret = clientSecretFile === null ? undefined : (await readFile(clientSecretFile, 'utf8')).trim();
  const authentication = secret === undefined ? client.None() : client.ClientSecretPost(secret);
  const url = new URL(issuer);
  // A provider on this very machine, as in tests; every other one is asked over TLS only.
  const isLoopback = url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return client.discovery(url, clientId, undefined, authentication, {
    timeout: 10,
    // The library would trust an unsigned answer of the token endpoint because it came over TLS; proxies break TLS.
    execute: [client.enableNonRepudiationChecks, ...(isLoopback ? [client.allowInsecureRequests] : [])],
  });
}

function oidcOf(collector: Collector): OidcSettings {
  const { oidc } = collector.settings;
  if (oidc === null) throw new Problem('not-found', 'No identity provider is set up.');
  return oidc;
}

function refused(): Problem {
  return new Problem('provider-refused', 'Begin the sign-in again; the collector’s log says more.');
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const name = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const detail = 'error' in error && typeof error.error === 'string' ? ` ${error.error}` : '';
  return `${name}${detail}`.slice(0, 100);
}

/** AD FS sends `upn` or `unique_name`, Entra ID `preferred_username`. */
function nameOf(claims: Readonly<Record<string, unknown>>, subject: string): string {
  for (const key of ['preferred_username', 'upn', 'unique_name', 'email', 'name']) {
    const value = claims[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return subject;
}

function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}
