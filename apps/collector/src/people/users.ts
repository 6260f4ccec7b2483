// People: local accounts and those of an OpenID provider. Somebody who can sign in as administrator always stays.
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import type { Role } from '../store/schema.ts';
import type { Db } from '../store/store.ts';
import { type Actor, audit, changing, type Ground } from './audit.ts';
import { hashPassword } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';

/** Names are compared without case; no blanks at the ends and no characters that hide or reorder others. */
export const userNameSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(
    /^(?! )[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+(?<! )$/u,
    'A name has no control or invisible characters, and no blanks at its ends.',
  ),
);

export interface User {
  id: number;
  name: string;
  role: Role;
}

/** The form in which names are stored and looked up. */
export function canonicalName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Fails with `conflict` when the name is taken. `password` is the hash, null until a link sets one. */
export async function insertUser(
  ground: Ground,
  user: {
    name: string;
    role: Role;
    password: string | null;
    provider?: { issuer: string; subject: string };
  },
): Promise<User> {
  const row = await ground.db
    .insertInto('users')
    .values({
      name: canonicalName(user.name),
      role: user.role,
      password: user.password,
      issuer: user.provider?.issuer ?? null,
      subject: user.provider?.subject ?? null,
      failed_logins: 0,
      created_at: ground.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'name', 'role'])
    .executeTakeFirst();
  if (row === undefined) throw new Problem('conflict', 'There is a user with this name already.');
  return row;
}

/** Creates a local account; without a password it needs a set-password link. */
export async function createUser(
  collector: Collector,
  actor: Actor,
  user: { name: string; role: Role; password?: string },
): Promise<User> {
  const password = user.password === undefined ? null : await hashPassword(user.password);
  return changing(collector, async (ground) => {
    const created = await insertUser(ground, { name: user.name, role: user.role, password });
    await audit(ground, actor, 'user.create', `user:${created.name}`, { role: created.role });
    return created;
  });
}

/** Changes a role or bars a user; ends the user’s sessions. */
export async function changeUser(
  collector: Collector,
  actor: Actor,
  id: number,
  change: { role?: Role | undefined; disabled?: boolean | undefined },
): Promise<void> {
  await changing(collector, async (ground) => {
    const administrators = await lockAdministrators(collector, ground);
    const before = await findUser(ground.db, id);
    const role = change.role ?? before.role;
    const disabled = change.disabled ?? before.disabled_at !== null;
    if (role !== 'administrator' || disabled) requireAnother(administrators, id);
    if (role !== before.role && before.issuer !== null) {
      throw new Problem('conflict', 'The identity provider decides this user’s role at each sign-in.');
    }
    const disabledAt = disabled ? (before.disabled_at ?? ground.now()) : null;
    await ground.db
      .updateTable('users')
      .set({ role, disabled_at: disabledAt, ...(!disabled && { failed_logins: 0, locked_until: null }) })
      .where('id', '=', id)
      .execute();
    await endSessionsOf(ground.db, id);
    await audit(ground, actor, 'user.change', `user:${before.name}`, {
      before: { role: before.role, disabled: before.disabled_at !== null },
      after: { role, disabled },
    });
  });
}

export async function removeUser(collector: Collector, actor: Actor, id: number): Promise<void> {
  await changing(collector, async (ground) => {
    const administrators = await lockAdministrators(collector, ground);
    const before = await findUser(ground.db, id);
    requireAnother(administrators, id);
    await endSessionsOf(ground.db, id);
    await ground.db.deleteFrom('one_time_links').where('user_id', '=', id).execute();
    await ground.db.deleteFrom('users').where('id', '=', id).execute();
    await audit(ground, actor, 'user.remove', `user:${before.name}`, { role: before.role });
  });
}

export interface UserRow extends User {
  issuer: string | null;
  password: string | null;
  disabled_at: number | null;
}

export async function findUser(db: Db, id: number): Promise<UserRow> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'issuer', 'password', 'disabled_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'There is no such user.');
  return row;
}

/** Ids of those who can act as administrator today. */
export async function administratorsWhoCanSignIn(db: Db): Promise<number[]> {
  const rows = await signInAdministrators(db).execute();
  return rows.map(({ id }) => id);
}

function signInAdministrators(db: Db) {
  return db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where((eb) => eb.or([eb('password', 'is not', null), eb('issuer', 'is not', null)]))
    .orderBy('id');
}

/** Two administrators who remove each other at the same time wait for each other; SQLite writes one by one anyway. */
async function lockAdministrators(collector: Collector, ground: Ground): Promise<number[]> {
  const query = signInAdministrators(ground.db);
  const rows = await (collector.store.kind === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map(({ id }) => id);
}

function requireAnother(administrators: readonly number[], id: number): void {
  if (administrators.includes(id) && administrators.length === 1) {
    throw new Problem('conflict', 'This is the last administrator; make another one first.');
  }
}
