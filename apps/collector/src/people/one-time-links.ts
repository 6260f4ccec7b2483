// One-time links: the first administrator, and setting a password. Used once, and not for long.
import { hostname } from 'node:os';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import type { Settings } from '../settings/settings.ts';
import type { Role } from '../store/schema.ts';
import { type Actor, audit, changing, type Ground } from './audit.ts';
import { hashPassword } from './passwords.ts';
import { hashOf, makeSecret } from './secrets.ts';
import { endSessionsOf } from './sessions.ts';
import { administratorsWhoCanSignIn, insertUser, type User } from './users.ts';

const hour = 3_600_000;
const lifetimes = { firstAdministrator: 24 * hour, setPassword: 72 * hour } as const;

export interface OneTimeLink {
  /** The secret is behind the `#`, which browsers do not send: it stays out of logs and referrers. */
  url: string;
  secret: string;
  expiresAt: number;
}

/** A link to become the first administrator; null when somebody can sign in as one already. */
export async function createFirstAdministratorLink(collector: Collector): Promise<OneTimeLink | null> {
  const administrators = await administratorsWhoCanSignIn(collector.db);
  if (administrators.length > 0) return null;
  return insertLink(collector, collector.settings, 'firstAdministrator', null);
}

/** Makes earlier links of this user worthless. */
export async function createPasswordLink(
  collector: Collector,
  actor: Actor,
  user: { id: number; name: string },
): Promise<OneTimeLink> {
  return changing(collector, async (ground) => {
    await ground.db.deleteFrom('one_time_links').where('user_id', '=', user.id).execute();
    await audit(ground, actor, 'user.createPasswordLink', `user:${user.name}`);
    return insertLink(ground, collector.settings, 'setPassword', user.id);
  });
}

async function insertLink(
  ground: Ground,
  settings: Settings,
  purpose: 'firstAdministrator' | 'setPassword',
  userId: number | null,
): Promise<OneTimeLink> {
  const { secret, hash } = makeSecret('');
  const expiresAt = ground.now() + lifetimes[purpose];
  await ground.db
    .insertInto('one_time_links')
    .values({ hash, purpose, user_id: userId, expires_at: expiresAt })
    .execute();
  const page = purpose === 'firstAdministrator' ? 'first-administrator' : 'set-password';
  return { url: `${baseUrl(settings)}/${page}#${secret}`, secret, expiresAt };
}

/** Where people reach this collector. */
export function baseUrl({ publicUrl, tls, listen }: Settings): string {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, '');
  const isWildcard = listen.host === '0.0.0.0' || listen.host === '::';
  const name = isWildcard ? hostname() : listen.host;
  const host = name.includes(':') ? `[${name}]` : name;
  return `${tls.kind === 'none' ? 'http' : 'https'}://${host}:${listen.port}`;
}

/** Uses a link to create the first administrator; all such links are spent with it. */
export async function becomeFirstAdministrator(
  collector: Collector,
  actor: Actor,
  { secret, name, password }: { secret: string; name: string; password: string },
): Promise<User> {
  const hash = hashOf(secret);
  await requireOpen(collector, 'firstAdministrator', hash);
  const hashed = await hashPassword(password);
  const now = collector.now();
  return changing(collector, async (ground) => {
    const spent = await ground.db
      .updateTable('one_time_links')
      .set({ used_at: now })
      .where('purpose', '=', 'firstAdministrator')
      .where('used_at', 'is', null)
      .returning(['hash', 'expires_at'])
      .execute();
    const own = spent.find((link) => hash.equals(link.hash));
    if (own === undefined || own.expires_at <= now) throw invalid();
    if ((await administratorsWhoCanSignIn(ground.db)).length > 0) throw invalid();
    const role: Role = 'administrator';
    const user = await insertUser(ground, { name, role, password: hashed });
    await audit(ground, actor, 'user.createFirstAdministrator', `user:${user.name}`);
    return user;
  });
}

/** Uses a link to set its user’s password; ends the user’s sessions and lockout. */
export async function setPasswordByLink(
  collector: Collector,
  actor: Actor,
  { secret, password }: { secret: string; password: string },
): Promise<void> {
  const hash = hashOf(secret);
  await requireOpen(collector, 'setPassword', hash);
  const hashed = await hashPassword(password);
  const now = collector.now();
  await changing(collector, async (ground) => {
    const link = await ground.db
      .updateTable('one_time_links')
      .set({ used_at: now })
      .where('hash', '=', hash)
      .where('purpose', '=', 'setPassword')
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('user_id')
      .executeTakeFirst();
    if (link === undefined || link.user_id === null) throw invalid();
    const user = await ground.db
      .updateTable('users')
      .set({ password: hashed, failed_logins: 0, locked_until: null })
      .where('id', '=', link.user_id)
      .where('disabled_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    if (user === undefined) throw invalid();
    await endSessionsOf(ground.db, link.user_id);
    await audit(ground, actor, 'user.setPassword', `user:${user.name}`);
  });
}

/** Before the costly digest of a password: who has no link makes the collector do no work. Using it decides again. */
async function requireOpen(
  collector: Collector,
  purpose: 'firstAdministrator' | 'setPassword',
  hash: Buffer,
): Promise<void> {
  const link = await collector.store.reader
    .selectFrom('one_time_links')
    .select('purpose')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', collector.now())
    .executeTakeFirst();
  if (link === undefined) throw invalid();
}

function invalid(): Problem {
  return new Problem('link-invalid', 'Ask for a new link.');
}
