// Alerts, and the channels over which people are told.
import * as v from 'valibot';
import { channelKinds, channelRulesSchema, channelTargetSchema } from '../../notify/channel.ts';
import {
  changeChannel,
  channelOf,
  createChannel,
  listChannels,
  removeChannel,
} from '../../notify/channels.ts';
import { uuid7 } from '../../notify/gather.ts';
import { failureOf } from '../../notify/post.ts';
import { send } from '../../notify/send.ts';
import { audit } from '../../people/audit.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { defineRoute } from '../route.ts';
import { idParams, isoTime, labelSchema, pageQuery, pageSchema, timeSchema } from '../schemas.ts';

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/alerts',
  id: 'listAlerts',
  access: 'viewer',
  summary: 'What people were told, or will be, the newest first.',
  query: v.strictObject(pageQuery),
  answer: pageSchema(
    v.object({
      id: v.number(),
      at: timeSchema,
      kind: v.string(),
      hostId: v.nullable(v.number()),
      detail: v.record(v.string(), v.unknown()),
    }),
  ),
  problems: ['cursor-invalid'],
  async handle({ query }, collector) {
    let rows = collector.db
      .selectFrom('alerts')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) {
      const [id] = decodeCursor('alerts', query.cursor, v.strictTuple([v.number()]));
      rows = rows.where('id', '<', id);
    }
    const found = await rows.execute();
    const shown = found.slice(0, query.limit);
    const last = found.length > query.limit ? shown.at(-1) : undefined;
    const items = shown.map((row) => ({
      id: row.id,
      at: isoTime(row.at),
      kind: row.kind,
      hostId: row.host_id,
      detail: v.parse(v.record(v.string(), v.unknown()), JSON.parse(row.detail)),
    }));
    return { body: { items, next: last ? encodeCursor('alerts', [last.id]) : null } };
  },
});

const channels = defineRoute({
  method: 'GET',
  path: '/api/v1/alert-channels',
  id: 'listAlertChannels',
  access: 'administrator',
  summary: 'All channels, without their secrets.',
  answer: v.object({
    items: v.array(
      v.object({
        id: v.number(),
        name: v.string(),
        kind: v.picklist(channelKinds),
        enabled: v.boolean(),
        target: v.array(v.string()),
        rules: channelRulesSchema,
        createdAt: timeSchema,
        createdBy: v.string(),
        waiting: v.number(),
        givenUp: v.number(),
        lastError: v.nullable(v.string()),
      }),
    ),
  }),
  async handle(_call, collector) {
    const lines = await listChannels(collector);
    return { body: { items: lines.map((line) => ({ ...line, createdAt: isoTime(line.createdAt) })) } };
  },
});

const noRules = {};

const create = defineRoute({
  method: 'POST',
  path: '/api/v1/alert-channels',
  id: 'createAlertChannel',
  access: 'administrator',
  summary: 'Set up a channel; the secret of a webhook that was made for it is answered once.',
  body: v.strictObject({
    name: labelSchema(100),
    target: channelTargetSchema,
    rules: v.optional(channelRulesSchema, noRules),
  }),
  answer: v.object({ id: v.number(), secret: v.nullable(v.string()) }),
  status: 201,
  problems: ['conflict'],
  async handle({ body, caller }, collector) {
    return { status: 201, body: await createChannel(collector, caller, body) };
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: '/api/v1/alert-channels/:id',
  id: 'changeAlertChannel',
  access: 'administrator',
  summary: 'Change what a channel is told, where it goes, or whether it is on.',
  params: idParams,
  body: v.strictObject({
    enabled: v.optional(v.boolean()),
    target: v.optional(channelTargetSchema),
    rules: v.optional(channelRulesSchema),
  }),
  status: 204,
  problems: ['not-found', 'conflict'],
  async handle({ params, body, caller }, collector) {
    await changeChannel(collector, caller, params.id, body);
    return { status: 204 };
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: '/api/v1/alert-channels/:id',
  id: 'removeAlertChannel',
  access: 'administrator',
  summary: 'Remove a channel, with what it was still to be told.',
  params: idParams,
  status: 204,
  problems: ['not-found'],
  async handle({ params, caller }, collector) {
    await removeChannel(collector, caller, params.id);
    return { status: 204 };
  },
});

const test = defineRoute({
  method: 'POST',
  path: '/api/v1/alert-channels/:id/test',
  id: 'testAlertChannel',
  access: 'administrator',
  summary: 'Send a test over a channel now, and answer whether it was taken.',
  params: idParams,
  rate: 'strict',
  answer: v.object({ delivered: v.boolean(), error: v.nullable(v.string()) }),
  problems: ['not-found'],
  async handle({ params, caller }, collector) {
    const channel = await channelOf(collector, params.id);
    const now = collector.now();
    const message = { id: uuid7(now), createdAt: isoTime(now), group: 'test', count: 0, alerts: [] };
    let error: string | null = null;
    try {
      await send(collector, channel, message);
    } catch (thrown) {
      error = failureOf(thrown).code;
    }
    await audit(collector, caller, 'channel.test', `channel:${channel.id} ${channel.name}`, { error });
    return { body: { delivered: error === null, error } };
  },
});

export const alertRoutes = [list, channels, create, change, remove, test];
