// Waivers: listed for everybody, made and ended by operators.
import * as v from 'valibot';
import { tagSchema } from '../../people/host-admission.ts';
import { createWaivers, endWaiver, listWaivers } from '../../waivers/waivers.ts';
import { defineRoute } from '../route.ts';
import {
  idParams,
  isoTime,
  isoTimeOrNull,
  labelSchema,
  pageQuery,
  pageSchema,
  queryInteger,
  timeInputSchema,
  timeSchema,
} from '../schemas.ts';
import { page } from './fleet-schemas.ts';

const waiverSchema = v.object({
  id: v.number(),
  rule: v.string(),
  hostId: v.nullable(v.number()),
  host: v.nullable(v.string()),
  tag: v.nullable(v.string()),
  reason: v.string(),
  owner: v.string(),
  createdAt: timeSchema,
  createdBy: v.string(),
  expiresAt: timeSchema,
  endedAt: v.nullable(timeSchema),
  endedBy: v.nullable(v.string()),
  state: v.picklist(['active', 'expired', 'ended']),
  covers: v.number(),
});

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/waivers',
  id: 'listWaivers',
  access: 'viewer',
  summary: 'Waivers, those that end soonest first, with how many findings each covers now.',
  query: v.strictObject({
    ...pageQuery,
    state: v.optional(v.picklist(['active', 'expired', 'ended'])),
    rule: v.optional(v.pipe(v.string(), v.maxLength(100))),
    host: v.optional(queryInteger(1, 2 ** 31 - 1)),
    tag: v.optional(tagSchema),
  }),
  answer: pageSchema(waiverSchema),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { state, rule, tag, host } = query;
    const { waivers, next } = await listWaivers(collector, {
      ...page(query),
      state,
      rule,
      tag,
      hostId: host,
    });
    const items = waivers.map((waiver) => ({
      ...waiver,
      createdAt: isoTime(waiver.createdAt),
      expiresAt: isoTime(waiver.expiresAt),
      endedAt: isoTimeOrNull(waiver.endedAt),
    }));
    return { body: { items, next } };
  },
});

const shared = {
  rule: v.pipe(v.string(), v.maxLength(100)),
  reason: labelSchema(1000),
  owner: labelSchema(200),
  expiresAt: timeInputSchema,
};

const create = defineRoute({
  method: 'POST',
  path: '/api/v1/waivers',
  id: 'createWaivers',
  access: 'operator',
  summary: 'Waive a rule on hosts, or on all hosts that bear a tag, now or later.',
  body: v.union([
    v.strictObject({
      ...shared,
      hosts: v.pipe(
        v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
        v.minLength(1),
        v.maxLength(500),
      ),
    }),
    v.strictObject({ ...shared, tag: tagSchema }),
  ]),
  answer: v.object({ ids: v.array(v.number()) }),
  status: 201,
  async handle({ body, caller }, collector) {
    const { rule, reason, owner, expiresAt } = body;
    const place = 'tag' in body ? { tag: body.tag } : { hosts: body.hosts };
    const ids = await createWaivers(collector, caller, { rule, reason, owner, expiresAt, for: place });
    return { status: 201, body: { ids } };
  },
});

const end = defineRoute({
  method: 'POST',
  path: '/api/v1/waivers/:id/end',
  id: 'endWaiver',
  access: 'operator',
  summary: 'End a waiver; what it covered counts again at once.',
  params: idParams,
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, caller }, collector) {
    await endWaiver(collector, caller, params.id);
    return { status: 204 };
  },
});

export const waiverRoutes = [list, create, end];
