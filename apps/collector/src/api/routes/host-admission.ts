// Waiting hosts, and what people decide about hosts.
import * as v from 'valibot';
import { decideOnHost, setHostTags, tagsSchema } from '../../people/host-admission.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { defineRoute } from '../route.ts';
import { idParams, isoTime, pageQuery, pageSchema, timeSchema } from '../schemas.ts';

const waitingSchema = v.object({
  id: v.number(),
  name: v.string(),
  domain: v.nullable(v.string()),
  key: v.string(),
  enrolledAt: timeSchema,
  enrolmentToken: v.nullable(v.string()),
  agentVersion: v.nullable(v.string()),
  /** Hosts of the same name that are active: this one is a clone or was installed anew. */
  activeHostsOfThisName: v.array(v.number()),
});

const listWaiting = defineRoute({
  method: 'GET',
  path: '/api/v1/waiting-hosts',
  id: 'listWaitingHosts',
  access: 'viewer',
  summary: 'Hosts that wait for approval, the longest waiting first.',
  query: v.strictObject(pageQuery),
  answer: pageSchema(waitingSchema),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    const after =
      query.cursor === undefined
        ? null
        : decodeCursor('waiting', query.cursor, v.strictTuple([v.number(), v.number()]));
    const rows = await collector.db
      .selectFrom('hosts')
      .leftJoin('enrolment_tokens', 'enrolment_tokens.id', 'hosts.token_id')
      .select(['hosts.id', 'hosts.name', 'hosts.domain', 'key_id', 'enrolled_at', 'agent_version'])
      .select('enrolment_tokens.name as token')
      .where('status', '=', 'waiting')
      .$if(after !== null, (rest) =>
        rest.where((eb) => eb(eb.refTuple('enrolled_at', 'hosts.id'), '>', eb.tuple(...(after ?? [0, 0])))),
      )
      .orderBy('enrolled_at')
      .orderBy('hosts.id')
      .limit(query.limit + 1)
      .execute();
    const page = rows.slice(0, query.limit);
    const names = page.map(({ name }) => name.toLowerCase());
    const active =
      names.length === 0
        ? []
        : await collector.db
            .selectFrom('hosts')
            .select(['id', 'name', 'domain'])
            .where('status', '=', 'active')
            .where((eb) => eb(eb.fn<string>('lower', ['name']), 'in', names))
            .execute();
    const last = page.at(-1);
    const items = page.map((row) => ({
      id: row.id,
      name: row.name,
      domain: row.domain,
      key: row.key_id,
      enrolledAt: isoTime(row.enrolled_at),
      enrolmentToken: row.token,
      agentVersion: row.agent_version,
      activeHostsOfThisName: active.filter((other) => isSameName(other, row)).map(({ id }) => id),
    }));
    const isMore = rows.length > page.length && last !== undefined;
    return { body: { items, next: isMore ? encodeCursor('waiting', [last.enrolled_at, last.id]) : null } };
  },
});

interface Named {
  name: string;
  domain: string | null;
}

/** Windows compares names without case. */
function isSameName(a: Named, b: Named): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase() && a.domain?.toLowerCase() === b.domain?.toLowerCase();
}

const approve = defineRoute({
  method: 'POST',
  path: '/api/v1/hosts/:id/approve',
  id: 'approveHost',
  access: 'operator',
  summary: 'Let a waiting host in; with `replace`, active hosts of the same name are revoked.',
  params: idParams,
  body: v.strictObject({ replace: v.optional(v.boolean(), false) }),
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, body, caller }, collector) {
    await decideOnHost(collector, caller, params.id, 'approve', body);
    return { status: 204 };
  },
});

const reject = defineRoute({
  method: 'POST',
  path: '/api/v1/hosts/:id/reject',
  id: 'rejectHost',
  access: 'operator',
  summary: 'Turn a waiting host away; its key is revoked.',
  params: idParams,
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, caller }, collector) {
    await decideOnHost(collector, caller, params.id, 'reject');
    return { status: 204 };
  },
});

const revoke = defineRoute({
  method: 'POST',
  path: '/api/v1/hosts/:id/revoke',
  id: 'revokeHost',
  access: 'operator',
  summary: 'Revoke a host’s key, at once; what it reported stays.',
  params: idParams,
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, caller }, collector) {
    await decideOnHost(collector, caller, params.id, 'revoke');
    return { status: 204 };
  },
});

const restore = defineRoute({
  method: 'POST',
  path: '/api/v1/hosts/:id/restore',
  id: 'restoreHost',
  access: 'operator',
  summary: 'Trust a revoked host’s key again.',
  params: idParams,
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, caller }, collector) {
    await decideOnHost(collector, caller, params.id, 'restore');
    return { status: 204 };
  },
});

const setTags = defineRoute({
  method: 'PUT',
  path: '/api/v1/hosts/:id/tags',
  id: 'setHostTags',
  access: 'operator',
  summary: 'Put exactly these tags on a host.',
  params: idParams,
  body: v.strictObject({ tags: tagsSchema }),
  answer: v.object({ tags: v.array(v.string()) }),
  problems: ['not-found'],
  async handle({ params, body, caller }, collector) {
    return { body: { tags: await setHostTags(collector, caller, params.id, body.tags) } };
  },
});

export const hostAdmissionRoutes = [listWaiting, approve, reject, revoke, restore, setTags];
