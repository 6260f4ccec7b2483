// Signing in and out by name and password, and who one is.
import * as v from 'valibot';
import { providerSignOutUrl } from '../../people/oidc.ts';
import { becomeFirstAdministrator, setPasswordByLink } from '../../people/one-time-links.ts';
import { passwordSchema } from '../../people/passwords.ts';
import { roleSchema } from '../../people/roles.ts';
import { endSession, findSession, sessionSecretOf, startSession } from '../../people/sessions.ts';
import { changeOwnPassword, signIn } from '../../people/sign-in.ts';
import { administratorsWhoCanSignIn, findUser, userNameSchema } from '../../people/users.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';

const secretSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const signedInSchema = v.object({ name: v.string(), role: roleSchema, csrf: v.string() });

const methods = defineRoute({
  method: 'GET',
  path: '/api/v1/sign-in',
  id: 'readSignIn',
  access: 'anyone',
  summary: 'How people sign in here, and whether there is no administrator yet.',
  answer: v.object({ identityProvider: v.boolean(), needsFirstAdministrator: v.boolean() }),
  async handle(_call, collector) {
    const administrators = await administratorsWhoCanSignIn(collector.store.reader);
    return {
      body: {
        identityProvider: collector.settings.oidc !== null,
        needsFirstAdministrator: administrators.length === 0,
      },
    };
  },
});

const start = defineRoute({
  method: 'POST',
  path: '/api/v1/session',
  id: 'signIn',
  access: 'anyone',
  rate: 'strict',
  summary: 'Sign in by name and password; answers the CSRF token and sets the session’s cookie.',
  body: v.strictObject({
    name: v.pipe(v.string(), v.maxLength(200)),
    password: v.pipe(v.string(), v.maxLength(1000)),
  }),
  answer: signedInSchema,
  status: 201,
  problems: ['sign-in-failed', 'overloaded'],
  async handle({ body, caller }, collector) {
    const user = await signIn(collector, caller, body);
    const { cookie, csrf } = await startSession(collector, user.id);
    return {
      status: 201,
      body: { name: user.name, role: user.role, csrf },
      headers: { 'set-cookie': cookie },
    };
  },
});

const me = defineRoute({
  method: 'GET',
  path: '/api/v1/session',
  id: 'readSession',
  access: 'viewer',
  summary: 'Who the caller is; for a session with its CSRF token.',
  answer: v.object({
    kind: v.picklist(['user', 'token']),
    name: v.string(),
    role: roleSchema,
    csrf: v.nullable(v.string()),
  }),
  async handle({ caller, headers }, collector) {
    if (caller.kind === 'nobody') throw new Problem('not-signed-in', 'Sign in first.');
    const secret = sessionSecretOf(collector.settings, headers.cookie);
    const session = caller.kind === 'user' && secret !== null ? await findSession(collector, secret) : null;
    const { kind, name, role } = caller;
    return { body: { kind, name, role, csrf: session?.csrf ?? null } };
  },
});

const end = defineRoute({
  method: 'DELETE',
  path: '/api/v1/session',
  id: 'signOut',
  access: 'viewer',
  summary: 'Sign out; for people of an identity provider with the address that signs them out there too.',
  answer: v.object({ providerSignOut: v.nullable(v.string()) }),
  problems: ['conflict'],
  async handle({ caller, headers }, collector) {
    const secret = sessionSecretOf(collector.settings, headers.cookie);
    const session = secret === null ? null : await findSession(collector, secret);
    if (caller.kind !== 'user' || session === null) {
      throw new Problem('conflict', 'Only a session can be ended; a token is revoked.');
    }
    const cookie = await endSession(collector, session.hash);
    const { issuer } = await findUser(collector.db, caller.id);
    const providerSignOut = issuer === null ? null : await providerSignOutUrl(collector);
    return { body: { providerSignOut }, headers: { 'set-cookie': cookie } };
  },
});

const changePassword = defineRoute({
  method: 'PUT',
  path: '/api/v1/session/password',
  id: 'changePassword',
  access: 'viewer',
  rate: 'strict',
  summary: 'Change one’s own password; ends all of one’s sessions and starts a new one.',
  body: v.strictObject({
    current: v.pipe(v.string(), v.maxLength(1000)),
    password: passwordSchema,
  }),
  answer: v.object({ csrf: v.string() }),
  problems: ['sign-in-failed', 'conflict', 'overloaded'],
  async handle({ body, caller }, collector) {
    if (caller.kind !== 'user') throw new Problem('conflict', 'A token has no password.');
    await changeOwnPassword(collector, caller, body);
    const { cookie, csrf } = await startSession(collector, caller.id);
    return { body: { csrf }, headers: { 'set-cookie': cookie } };
  },
});

const firstAdministrator = defineRoute({
  method: 'POST',
  path: '/api/v1/first-administrator',
  id: 'becomeFirstAdministrator',
  access: 'anyone',
  rate: 'strict',
  summary: 'Become the first administrator, with the secret of the link that the collector showed.',
  body: v.strictObject({ secret: secretSchema, name: userNameSchema, password: passwordSchema }),
  answer: signedInSchema,
  status: 201,
  problems: ['link-invalid', 'conflict', 'overloaded'],
  async handle({ body, caller }, collector) {
    const user = await becomeFirstAdministrator(collector, caller, body);
    const { cookie, csrf } = await startSession(collector, user.id);
    return {
      status: 201,
      body: { name: user.name, role: user.role, csrf },
      headers: { 'set-cookie': cookie },
    };
  },
});

const setPassword = defineRoute({
  method: 'POST',
  path: '/api/v1/password',
  id: 'setPasswordByLink',
  access: 'anyone',
  rate: 'strict',
  summary: 'Set a password with the secret of a set-password link.',
  body: v.strictObject({ secret: secretSchema, password: passwordSchema }),
  status: 204,
  problems: ['link-invalid', 'overloaded'],
  async handle({ body, caller }, collector) {
    await setPasswordByLink(collector, caller, body);
    return { status: 204 };
  },
});

export const sessionRoutes = [methods, start, me, end, changePassword, firstAdministrator, setPassword];
