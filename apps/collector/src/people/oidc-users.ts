// The account behind an identity of the provider: made at the first sign-in, its role as the provider says each time.
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import type { Settings } from '../settings/settings.ts';
import type { Role } from '../store/schema.ts';
import { audit, changing, type Ground } from './audit.ts';
import type { ProviderIdentity } from './oidc.ts';
import { roles } from './roles.ts';
import { endSessionsOf } from './sessions.ts';
import { canonicalName, insertUser, type User } from './users.ts';

/** The highest role that one of the values gives; null when none does. */
function roleFor(values: readonly string[], mapping: NonNullable<Settings['oidc']>['roles']): Role | null {
  return roles.findLast((role) => mapping[role].some((value) => values.includes(value))) ?? null;
}

/** Throws `provider-refused` when the provider gives no role here or an administrator barred the account. */
export async function signInByProvider(
  collector: Collector,
  identity: ProviderIdentity,
  address: string,
): Promise<User> {
  const { oidc } = collector.settings;
  const role = oidc === null ? null : roleFor(identity.roleValues, oidc.roles);
  const user = await changing(collector, (ground) => settle(ground, identity, role));
  if (user === null || role === null) {
    throw new Problem('provider-refused', 'Your account has no role here; ask for one at the provider.');
  }
  await audit(collector, { kind: 'user', ...user, address }, 'session.start', `user:${user.name}`, {
    by: 'provider',
  });
  return user;
}

/** Brings the account in line with the provider; null when it may not sign in. */
async function settle(ground: Ground, identity: ProviderIdentity, role: Role | null): Promise<User | null> {
  const known = await ground.db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'disabled_at'])
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst();
  if (known === undefined) return role === null ? null : provision(ground, identity, role);
  if (role === null || known.role !== role) await endSessionsOf(ground.db, known.id);
  if (role === null || known.disabled_at !== null) return null;
  const { id, name } = known;
  await ground.db
    .updateTable('users')
    .set({ role, last_login_at: ground.now() })
    .where('id', '=', id)
    .execute();
  if (known.role !== role) {
    const detail = { before: { role: known.role }, after: { role }, by: 'provider' };
    await audit(ground, 'system', 'user.change', `user:${name}`, detail);
  }
  return { id, name, role };
}

/** A name that a local account bears already is left to it: who somebody is, the subject says. */
async function provision(ground: Ground, identity: ProviderIdentity, role: Role): Promise<User> {
  const wanted = harmless(identity.name);
  for (let number = 1; number <= 100; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    const taken = await ground.db
      .selectFrom('users')
      .select('id')
      .where('name', '=', canonicalName(name))
      .executeTakeFirst();
    if (taken !== undefined) continue;
    const provider = { issuer: identity.issuer, subject: identity.subject };
    const user = await insertUser(ground, { name, role, password: null, provider });
    await audit(ground, 'system', 'user.create', `user:${user.name}`, { role, by: 'provider' });
    return user;
  }
  throw new Problem('conflict', 'Too many accounts bear this name.');
}

function harmless(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return clean.slice(0, 90).toWellFormed().trim() || 'unnamed';
}
