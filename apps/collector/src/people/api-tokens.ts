// API tokens: a role for programs, with an end; only the digest is stored.
import type { Collector } from '../collector.ts';
import type { Role } from '../store/schema.ts';
import { hashOf, makeSecret } from './secrets.ts';

/** Begins every API token, so that a leaked one is recognised. */
export const apiTokenPrefix = 'mftls_api_';
const touchEveryMs = 60_000;

export async function createApiToken(
  collector: Pick<Collector, 'db' | 'now'>,
  token: { name: string; role: Role; expiresAt: number; createdBy: string },
): Promise<{ id: number; secret: string }> {
  const { secret, hash } = makeSecret(apiTokenPrefix);
  const { id } = await collector.db
    .insertInto('api_tokens')
    .values({
      hash,
      name: token.name,
      role: token.role,
      created_at: collector.now(),
      created_by: token.createdBy,
      expires_at: token.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, secret };
}

/** The token behind a secret; null when it is unknown, expired or revoked. */
export async function findApiToken(
  collector: Collector,
  secret: string,
): Promise<{ id: number; name: string; role: Role } | null> {
  if (!secret.startsWith(apiTokenPrefix)) return null;
  const row = await collector.db
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
