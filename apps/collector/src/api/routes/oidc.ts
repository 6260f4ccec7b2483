// Signing in by the identity provider: there and back again.
import * as v from 'valibot';
import { beginOidc, completeOidc, oidcCallbackPath, pendingOf } from '../../people/oidc.ts';
import { signInByProvider } from '../../people/oidc-users.ts';
import { startSession } from '../../people/sessions.ts';
import { forgetCookie, readCookie, setCookie } from '../cookies.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';

/** Milliseconds that somebody may take at the provider. */
const pendingMs = 600_000;

const begin = defineRoute({
  method: 'GET',
  path: '/api/v1/session/oidc',
  id: 'beginProviderSignIn',
  access: 'anyone',
  rate: 'strict',
  summary: 'Sends the browser to the identity provider.',
  status: 303,
  problems: ['not-found', 'provider-unavailable'],
  async handle(_call, collector) {
    const { url, pending } = await beginOidc(collector);
    const value = Buffer.from(JSON.stringify(pending)).toString('base64url');
    const cookie = setCookie(collector.settings, 'pendingSignIn', value, pendingMs);
    return { status: 303, location: url, headers: { 'set-cookie': cookie } };
  },
});

const callback = defineRoute({
  method: 'GET',
  path: oidcCallbackPath,
  id: 'completeProviderSignIn',
  access: 'anyone',
  rate: 'strict',
  summary: 'Where the identity provider sends the browser back to; starts the session.',
  query: v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(4000))),
  status: 303,
  problems: ['not-found', 'provider-refused', 'provider-unavailable', 'conflict'],
  async handle({ query, headers, caller }, collector) {
    if (collector.settings.oidc === null) throw new Problem('not-found', 'No identity provider is set up.');
    const pending = pendingOf(readCookie(collector.settings, 'pendingSignIn', headers.cookie));
    if (pending === null) {
      throw new Problem('provider-refused', 'This browser did not begin a sign-in, or too long ago.');
    }
    const identity = await completeOidc(collector, pending, new URLSearchParams(query));
    const user = await signInByProvider(collector, identity, caller.address);
    const { cookie } = await startSession(collector, user.id);
    const forget = forgetCookie(collector.settings, 'pendingSignIn');
    return { status: 303, location: '/', headers: { 'set-cookie': [cookie, forget] } };
  },
});

export const oidcRoutes = [begin, callback];
