// Accounts of people, for administrators.
import * as v from 'valibot';
import type { Collector } from '../../collector.ts';
import { createPasswordLink, type OneTimeLink } from '../../people/one-time-links.ts';
import { roleSchema } from '../../people/roles.ts';
import { changeUser, createUser, findUser, removeUser, userNameSchema } from '../../people/users.ts';
import { etagOf, requireMatch } from '../etag.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';
import { idParams, isoTime, isoTimeOrNull, timeSchema } from '../schemas.ts';

const userSchema = v.object({
  id: v.number(),
  name: v.string(),
  role: roleSchema,
  /** `password`: a local account. `link`: a local one that has no password yet. */
  signInBy: v.picklist(['password', 'link', 'provider']),
  disabled: v.boolean(),
  lockedUntil: v.nullable(timeSchema),
  createdAt: timeSchema,
  lastLoginAt: v.nullable(timeSchema),
});
const linkSchema = v.object({ url: v.string(), secret: v.string(), expiresAt: timeSchema });

type UserAnswer = v.InferOutput<typeof userSchema>;

async function readUsers(collector: Collector, id?: number): Promise<UserAnswer[]> {
  const rows = await collector.db
    .selectFrom('users')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .orderBy('name')
    .execute();
  const now = collector.now();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    signInBy: row.issuer !== null ? 'provider' : row.password !== null ? 'password' : 'link',
    disabled: row.disabled_at !== null,
    lockedUntil: row.locked_until !== null && row.locked_until > now ? isoTime(row.locked_until) : null,
    createdAt: isoTime(row.created_at),
    lastLoginAt: isoTimeOrNull(row.last_login_at),
  }));
}

async function readOne(collector: Collector, id: number): Promise<UserAnswer> {
  const [user] = await readUsers(collector, id);
  if (user === undefined) throw new Problem('not-found', 'There is no such user.');
  return user;
}

function linkAnswer({ url, secret, expiresAt }: OneTimeLink): v.InferOutput<typeof linkSchema> {
  return { url, secret, expiresAt: isoTime(expiresAt) };
}

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/users',
  id: 'listUsers',
  access: 'administrator',
  summary: 'All accounts.',
  answer: v.object({ items: v.array(userSchema) }),
  async handle(_call, collector) {
    return { body: { items: await readUsers(collector) } };
  },
});

const create = defineRoute({
  method: 'POST',
  path: '/api/v1/users',
  id: 'createUser',
  access: 'administrator',
  summary: 'Make a local account; its person sets the password by the link that is answered, once.',
  body: v.strictObject({ name: userNameSchema, role: roleSchema }),
  answer: v.object({ user: userSchema, link: linkSchema }),
  status: 201,
  problems: ['conflict'],
  async handle({ body, caller }, collector) {
    const created = await createUser(collector, caller, body);
    const link = await createPasswordLink(collector, caller, created);
    return {
      status: 201,
      body: { user: await readOne(collector, created.id), link: linkAnswer(link) },
      headers: { location: `/api/v1/users/${created.id}` },
    };
  },
});

const read = defineRoute({
  method: 'GET',
  path: '/api/v1/users/:id',
  id: 'readUser',
  access: 'administrator',
  summary: 'One account.',
  params: idParams,
  answer: userSchema,
  problems: ['not-found'],
  async handle({ params }, collector) {
    return { body: await readOne(collector, params.id) };
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: '/api/v1/users/:id',
  id: 'changeUser',
  access: 'administrator',
  summary: 'Change an account’s role, or bar it; ends its sessions. The last administrator stays one.',
  params: idParams,
  body: v.strictObject({ role: v.optional(roleSchema), disabled: v.optional(v.boolean()) }),
  answer: userSchema,
  problems: ['not-found', 'conflict', 'changed-meanwhile'],
  async handle({ params, body, caller, headers }, collector) {
    requireMatch(headers, etagOf(JSON.stringify(await readOne(collector, params.id))));
    await changeUser(collector, caller, params.id, body);
    return { body: await readOne(collector, params.id) };
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: '/api/v1/users/:id',
  id: 'removeUser',
  access: 'administrator',
  summary: 'Remove an account; ends its sessions. The last administrator stays.',
  params: idParams,
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, caller }, collector) {
    await removeUser(collector, caller, params.id);
    return { status: 204 };
  },
});

const passwordLink = defineRoute({
  method: 'POST',
  path: '/api/v1/users/:id/password-link',
  id: 'createPasswordLink',
  access: 'administrator',
  summary: 'Make a link by which a local account’s person sets a new password; shown once.',
  params: idParams,
  answer: linkSchema,
  status: 201,
  problems: ['not-found', 'conflict'],
  async handle({ params, caller }, collector) {
    const user = await findUser(collector.db, params.id);
    if (user.issuer !== null) throw new Problem('conflict', 'The identity provider keeps this password.');
    const link = await createPasswordLink(collector, caller, user);
    return { status: 201, body: linkAnswer(link) };
  },
});

export const userRoutes = [list, create, read, change, remove, passwordLink];
