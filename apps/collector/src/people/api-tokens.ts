// API tokens: a role for programs, with an end; only the digest is stored.
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import type { Role } from '../store/schema.ts';
import { type Actor, actorName, audit, changing } from './audit.ts';
import { hashOf, makeSecret } from './secrets.ts';

/** Begins every API token, so that a leaked one is recognised. */
const apiTokenPrefix = 'mftls_api_';
const touchEveryMs = 60_000;

export async function createApiToken(
  collector: Collector,
  actor: Actor,
  { name, role, expiresAt }: { name: string; role: Role; expiresAt: number },
): Promise<{ id: number; secret: string }> {
  const { secret, hash } = makeSecret(apiTokenPrefix);
  return changing(collector, async (ground) => {
    const { id } = await ground.db
      .insertInto('api_tokens')
      .values({
        hash,
        name,
        role,
        created_at: ground.now(),
        created_by: actorName(actor),
        expires_at: expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(ground, actor, 'apiToken.create', `apiToken:${id} ${name}`, { role, expiresAt });
    return { id, secret };
  });
}

export async function revokeApiToken(collector: Collector, actor: Actor, id: number): Promise<void> {
  await changing(collector, async (ground) => {
    const token = await ground.db
      .selectFrom('api_tokens')
      .select(['name', 'revoked_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (token === undefined) throw new Problem('not-found', 'There is no such token.');
    if (token.revoked_at !== null) return;
    await ground.db
      .updateTable('api_tokens')
      .set({ revoked_at: ground.now() })
      .where('id', '=', id)
      .execute();
    await audit(ground, actor, 'apiToken.revoke', `apiToken:${id} ${token.name}`);
  });
}

/** The token behind a secret; null when it is unknown, expired or revoked. */
export async function findApiToken(
  collector: Collector,
  secret: string,
): Promise<{ id: number; name: string; role: Role } | null> {
  if (!secret.startsWith(apiTokenPrefix)) return null;
  const row = await collector.store.reader
    .selectFrom('api_tokens')
    .select(['id', 'name', 'role', 'expires_at', 'revoked_at', 'last_used_at'])
    .where('hash', '=', hashOf(secret))
    .executeTakeFirst();
  const now = collector.now();
  if (row === undefined || row.revoked_at !== null || now >= row.expires_at) return null;
  if (row.last_used_at === null || now - row.last_used_at >= touchEveryMs) {
    await collector.db
      .updateTable('api_tokens')
      .set({ last_used_at: now })
      .where('id', '=', row.id)
      .execute();
  }
  return { id: row.id, name: row.name, role: row.role };
}
