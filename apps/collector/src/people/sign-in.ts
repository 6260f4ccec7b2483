// Sign-in by name and password: counted before it is checked, and refused in one way whatever the reason.
import { setTimeout } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../api/problems.ts';
import type { Caller } from '../api/route.ts';
import type { Collector } from '../collector.ts';
import { audit, changing } from './audit.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';
import { canonicalName, type User } from './users.ts';

const minute = 60_000;
/** Failures in a row → milliseconds of lockout; the last holds for all after it. */
export const lockouts: readonly (readonly [failures: number, ms: number])[] = [
  [5, minute],
  [6, 2 * minute],
  [7, 4 * minute],
  [8, 8 * minute],
  [9, 15 * minute],
];
/** After this long without a failure the count begins again. */
const forgetAfterMs = 24 * 60 * minute;
/** A refusal takes at least this long, so that the write for a known name cannot be told from none. */
const refusalTakesMs = 250;

/**
 * The user behind name and password. Throws `sign-in-failed` for an unknown name, a wrong password, a locked and a
 * disabled account alike, after the same work.
 */
export async function signIn(
  collector: Collector,
  caller: Caller,
  { name, password }: { name: string; password: string },
): Promise<User> {
  const floor = setTimeout(refusalTakesMs);
  const user = await attempt(collector, name, password);
  if (user === null) {
    await floor;
    throw new Problem('sign-in-failed', 'Check name and password; after several failures wait some minutes.');
  }
  await changing(collector, async (ground) => {
    await ground.db
      .updateTable('users')
      .set({ failed_logins: 0, locked_until: null, last_login_at: ground.now() })
      .where('id', '=', user.id)
      .execute();
    const actor: Caller = { kind: 'user', ...user, address: caller.address };
    await audit(ground, actor, 'session.start', `user:${user.name}`, { by: 'password' });
  });
  return user;
}

async function attempt(collector: Collector, name: string, password: string): Promise<User | null> {
  const counted = await countAttempt(collector, canonicalName(name));
  const right = await verifyPassword(password, counted?.password ?? null);
  if (counted === undefined || !right) {
    if (counted?.locked === true) await tellOfLockout(collector, counted);
    return null;
  }
  if (counted.password !== null && isOutdated(counted.password)) await renew(collector, counted.id, password);
  return { id: counted.id, name: counted.name, role: counted.role };
}

/**
 * Counts this attempt as failed and locks when it is one too many, in one statement: guesses at the same time cannot
 * pass before each other's count. Undefined when there is no such open account.
 */
async function countAttempt(
  collector: Collector,
  name: string,
): Promise<(User & { password: string | null; failures: number; locked: boolean }) | undefined> {
  const now = collector.now();
  const failures = sql<number>`case when locked_until <= ${now - forgetAfterMs} then 1 else failed_logins + 1 end`;
  const row = await collector.db
    .updateTable('users')
    .set({ failed_logins: failures, locked_until: lockedUntil(failures, now) })
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
    .returning(['id', 'name', 'role', 'password', 'failed_logins', 'locked_until'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { failed_logins, locked_until, ...user } = row;
  return { ...user, failures: failed_logins, locked: locked_until !== null && locked_until > now };
}

function lockedUntil(failures: RawBuilder<number>, now: number): RawBuilder<number | null> {
  const cases = lockouts
    .toReversed()
    .map(([count, ms]) => sql`when (${failures}) >= ${sql.lit(count)} then cast(${now + ms} as bigint)`);
  return sql<number | null>`case ${sql.join(cases, sql` `)} else locked_until end`;
}

async function tellOfLockout(collector: Collector, user: User & { failures: number }): Promise<void> {
  await audit(collector, 'system', 'user.lock', `user:${user.name}`, { failures: user.failures });
}

async function renew(collector: Collector, id: number, password: string): Promise<void> {
  const hashed = await hashPassword(password);
  await collector.db.updateTable('users').set({ password: hashed }).where('id', '=', id).execute();
}

/** A user’s own change of password: the present one is asked for again; all sessions end. */
export async function changeOwnPassword(
  collector: Collector,
  caller: Extract<Caller, { kind: 'user' }>,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const floor = setTimeout(refusalTakesMs);
  const known = await attempt(collector, caller.name, current);
  if (known === null || known.id !== caller.id) {
    await floor;
    throw new Problem('sign-in-failed', 'The present password is wrong, or too many attempts failed.');
  }
  const hashed = await hashPassword(password);
  await changing(collector, async (ground) => {
    await ground.db
      .updateTable('users')
      .set({ password: hashed, failed_logins: 0, locked_until: null })
      .where('id', '=', caller.id)
      .execute();
    await endSessionsOf(ground.db, caller.id);
    await audit(ground, caller, 'user.changePassword', `user:${caller.name}`);
  });
}
