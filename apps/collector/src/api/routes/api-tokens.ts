// API tokens, for administrators: the secret is shown once.
import * as v from 'valibot';
import { createApiToken, revokeApiToken } from '../../people/api-tokens.ts';
import { roleSchema } from '../../people/roles.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';
import { idParams, isoTime, isoTimeOrNull, labelSchema, timeInputSchema, timeSchema } from '../schemas.ts';

const maxLifetimeMs = 400 * 24 * 3_600_000;

const tokenSchema = v.object({
  id: v.number(),
  name: v.string(),
  role: roleSchema,
  createdAt: timeSchema,
  createdBy: v.string(),
  expiresAt: timeSchema,
  lastUsedAt: v.nullable(timeSchema),
  revokedAt: v.nullable(timeSchema),
});

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/api-tokens',
  id: 'listApiTokens',
  access: 'administrator',
  summary: 'All API tokens, without their secrets.',
  answer: v.object({ items: v.array(tokenSchema) }),
  async handle(_call, collector) {
    const rows = await collector.db.selectFrom('api_tokens').selectAll().orderBy('id').execute();
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      createdAt: isoTime(row.created_at),
      createdBy: row.created_by,
      expiresAt: isoTime(row.expires_at),
      lastUsedAt: isoTimeOrNull(row.last_used_at),
      revokedAt: isoTimeOrNull(row.revoked_at),
    }));
    return { body: { items } };
  },
});

const create = defineRoute({
  method: 'POST',
  path: '/api/v1/api-tokens',
  id: 'createApiToken',
  access: 'administrator',
  summary: 'Make an API token with a role and an end, at most 400 days away; its secret is answered once.',
  body: v.strictObject({ name: labelSchema(100), role: roleSchema, expiresAt: timeInputSchema }),
  answer: v.object({ id: v.number(), secret: v.string() }),
  status: 201,
  async handle({ body, caller }, collector) {
    const now = collector.now();
    if (body.expiresAt <= now || body.expiresAt > now + maxLifetimeMs) {
      const errors = [
        { in: 'body', pointer: '#/expiresAt', detail: 'Expected a time in the next 400 days.' },
      ] as const;
      throw new Problem('request-invalid', 'The body does not fit the schema.', { errors });
    }
    return { status: 201, body: await createApiToken(collector, caller, body) };
  },
});

const revoke = defineRoute({
  method: 'DELETE',
  path: '/api/v1/api-tokens/:id',
  id: 'revokeApiToken',
  access: 'administrator',
  summary: 'Revoke an API token; it opens nothing from then on and stays in the list.',
  params: idParams,
  status: 204,
  problems: ['not-found'],
  async handle({ params, caller }, collector) {
    await revokeApiToken(collector, caller, params.id);
    return { status: 204 };
  },
});

export const apiTokenRoutes = [list, create, revoke];
