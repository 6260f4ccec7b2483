// Enrolment tokens, for administrators: the secret is shown once.
import * as v from 'valibot';
import {
  addressRangeSchema,
  createEnrolmentToken,
  revokeEnrolmentToken,
} from '../../people/enrolment-tokens.ts';
import { tagsSchema } from '../../people/host-admission.ts';
import { Problem } from '../problems.ts';
import { defineRoute } from '../route.ts';
import { idParams, isoTime, isoTimeOrNull, labelSchema, timeInputSchema, timeSchema } from '../schemas.ts';

const tokenSchema = v.object({
  id: v.number(),
  name: v.string(),
  mode: v.picklist(['accept', 'approve']),
  uses: v.number(),
  maxUses: v.nullable(v.number()),
  domain: v.nullable(v.string()),
  addressRange: v.nullable(v.string()),
  tags: v.array(v.string()),
  createdAt: timeSchema,
  createdBy: v.string(),
  expiresAt: v.nullable(timeSchema),
  revokedAt: v.nullable(timeSchema),
});

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/enrolment-tokens',
  id: 'listEnrolmentTokens',
  access: 'administrator',
  summary: 'All enrolment tokens, without their secrets.',
  answer: v.object({ items: v.array(tokenSchema) }),
  async handle(_call, collector) {
    const rows = await collector.db.selectFrom('enrolment_tokens').selectAll().orderBy('id').execute();
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      mode: row.mode,
      uses: row.uses,
      maxUses: row.max_uses,
      domain: row.domain,
      addressRange: row.address_range,
      tags: v.parse(v.array(v.string()), JSON.parse(row.tags)),
      createdAt: isoTime(row.created_at),
      createdBy: row.created_by,
      expiresAt: isoTimeOrNull(row.expires_at),
      revokedAt: isoTimeOrNull(row.revoked_at),
    }));
    return { body: { items } };
  },
});

const create = defineRoute({
  method: 'POST',
  path: '/api/v1/enrolment-tokens',
  id: 'createEnrolmentToken',
  access: 'administrator',
  summary: 'Make an enrolment token; its secret is answered once.',
  body: v.strictObject({
    name: labelSchema(100),
    mode: v.picklist(['accept', 'approve']),
    maxUses: v.optional(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
      null,
    ),
    domain: v.optional(v.nullable(labelSchema(255)), null),
    addressRange: v.optional(v.nullable(addressRangeSchema), null),
    tags: v.optional(tagsSchema, []),
    expiresAt: v.optional(v.nullable(timeInputSchema), null),
  }),
  answer: v.object({ id: v.number(), secret: v.string() }),
  status: 201,
  async handle({ body, caller }, collector) {
    if (body.expiresAt !== null && body.expiresAt <= collector.now()) {
      const errors = [{ in: 'body', pointer: '#/expiresAt', detail: 'Expected a time to come.' }] as const;
      throw new Problem('request-invalid', 'The body does not fit the schema.', { errors });
    }
    return { status: 201, body: await createEnrolmentToken(collector, caller, body) };
  },
});

const revoke = defineRoute({
  method: 'DELETE',
  path: '/api/v1/enrolment-tokens/:id',
  id: 'revokeEnrolmentToken',
  access: 'administrator',
  summary: 'Revoke an enrolment token; hosts that are enrolled stay so.',
  params: idParams,
  status: 204,
  problems: ['not-found'],
  async handle({ params, caller }, collector) {
    await revokeEnrolmentToken(collector, caller, params.id);
    return { status: 204 };
  },
});

export const enrolmentTokenRoutes = [list, create, revoke];
