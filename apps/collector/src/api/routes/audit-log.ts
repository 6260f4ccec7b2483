// The audit log, newest first, for administrators.
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { defineRoute } from '../route.ts';
import { isoTime, pageQuery, pageSchema, timeInputSchema, timeSchema } from '../schemas.ts';

const entrySchema = v.object({
  id: v.number(),
  at: timeSchema,
  actor: v.string(),
  address: v.nullable(v.string()),
  action: v.string(),
  target: v.nullable(v.string()),
  detail: v.record(v.string(), v.unknown()),
});
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/audit-log',
  id: 'listAuditLog',
  access: 'administrator',
  summary: 'Who changed what, newest first; nothing in it can be changed.',
  query: v.strictObject({
    ...pageQuery,
    actor: v.optional(text),
    action: v.optional(text),
    target: v.optional(text),
    from: v.optional(timeInputSchema),
    to: v.optional(timeInputSchema),
  }),
  answer: pageSchema(entrySchema),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const { limit, cursor, actor, action, target, from, to } = query;
    const [before] =
      cursor === undefined ? [null] : decodeCursor('audit', cursor, v.strictTuple([v.number()]));
    let asked = collector.store.reader.selectFrom('audit_log').selectAll();
    if (before !== null) asked = asked.where('id', '<', before);
    if (actor !== undefined) asked = asked.where('actor', '=', actor);
    if (action !== undefined) asked = asked.where('action', '=', action);
    if (target !== undefined) asked = asked.where('target', '=', target);
    if (from !== undefined) asked = asked.where('at', '>=', from);
    if (to !== undefined) asked = asked.where('at', '<', to);
    const rows = await asked
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const items = page.map(({ at, detail, ...entry }) => ({
      ...entry,
      at: isoTime(at),
      detail: v.parse(v.record(v.string(), v.unknown()), JSON.parse(detail)),
    }));
    const isMore = rows.length > page.length && last !== undefined;
    return { body: { items, next: isMore ? encodeCursor('audit', [last.id]) : null } };
  },
});

export const auditLogRoutes = [list];
