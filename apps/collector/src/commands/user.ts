// `user`: people and their roles, from the collector's own machine, also when nobody can sign in any more.
import { createPasswordLink } from '../people/one-time-links.ts';
import {
  canonicalName,
  changeUser,
  createUser,
  removeUser,
  type User,
  userNameSchema,
} from '../people/users.ts';
import type { Role } from '../store/schema.ts';
import type { Db } from '../store/store.ts';
import { UsageError } from '../usage-error.ts';
import { type Context, withCollector } from './context.ts';
import { accept } from './input.ts';

/** Prints a link by which the person sets a password. */
export async function addUser(context: Context, name: string, role: Role): Promise<void> {
  await withCollector(context, async (collector) => {
    const user = await createUser(collector, 'system', { name: accept(userNameSchema, name), role });
    const link = await createPasswordLink(collector, 'system', user);
    context.tell(`${user.name} sets a password by this link, once, until ${isoTime(link.expiresAt)}:`);
    context.print(link.url);
  });
}

export async function listUsers(context: Context): Promise<void> {
  await withCollector(context, async ({ db }) => {
    const rows = await db
      .selectFrom('users')
      .select(['id', 'name', 'role', 'issuer', 'disabled_at', 'locked_until', 'created_at', 'last_login_at'])
      .orderBy('name')
      .execute();
    for (const row of rows) context.print(JSON.stringify(row));
  });
}

/** A new link for somebody who forgot the password; unlocks the account. */
export async function linkUser(context: Context, name: string): Promise<void> {
  await withCollector(context, async (collector) => {
    const user = await userOf(collector.db, name);
    const link = await createPasswordLink(collector, 'system', user);
    context.tell(`${user.name} sets a password by this link, once, until ${isoTime(link.expiresAt)}:`);
    context.print(link.url);
  });
}

export async function setUser(
  context: Context,
  name: string,
  change: { role?: Role; disabled?: boolean },
): Promise<void> {
  await withCollector(context, async (collector) => {
    await changeUser(collector, 'system', (await userOf(collector.db, name)).id, change);
  });
}

export async function deleteUser(context: Context, name: string): Promise<void> {
  await withCollector(context, async (collector) => {
    await removeUser(collector, 'system', (await userOf(collector.db, name)).id);
  });
}

async function userOf(db: Db, name: string): Promise<User> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'name', 'role'])
    .where('name', '=', canonicalName(name))
    .executeTakeFirst();
  if (row === undefined) throw new UsageError(`There is no user “${name}”.`, 'See `user list`.');
  return row;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
