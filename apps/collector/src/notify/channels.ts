// Channels as people set them up: kept with sealed secrets, which no answer holds.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';
import type { Collector } from '../collector.ts';
import { numberOf } from '../fleet/asking.ts';
import { type Actor, actorName, audit, changing } from '../people/audit.ts';
import {
  type ChannelKind,
  type ChannelRules,
  type ChannelTarget,
  channelRulesSchema,
  type KeptConfig,
  keptConfigSchema,
} from './channel.ts';
import { cursorKey } from './gather.ts';
import { seal } from './seal.ts';
import type { Channel } from './send.ts';

export interface ChannelLine {
  id: number;
  name: string;
  kind: ChannelKind;
  enabled: boolean;
  /** Where it goes, without secrets: a webhook's address, mail addresses, the server of a chat. */
  target: string[];
  rules: ChannelRules;
  createdAt: number;
  createdBy: string;
  waiting: number;
  givenUp: number;
  lastError: string | null;
}

type Place = Pick<Collector, 'db' | 'store' | 'settings' | 'now'>;

export async function createChannel(
  collector: Place,
  actor: Actor,
  wanted: { name: string; target: ChannelTarget; rules: ChannelRules },
): Promise<{ id: number; secret: string | null }> {
  const { kind } = wanted.target;
  const { config, secret } = keep(collector, wanted.target);
  return changing(collector, async (ground) => {
    const taken = await ground.db
      .selectFrom('alert_channels')
      .select('id')
      .where('name', '=', wanted.name)
      .executeTakeFirst();
    if (taken) throw new Problem('conflict', 'Another channel has this name.');
    const { id } = await ground.db
      .insertInto('alert_channels')
      .values({
        name: wanted.name,
        kind,
        enabled: 1,
        config: JSON.stringify(config),
        rules: JSON.stringify(wanted.rules),
        created_at: collector.now(),
        created_by: actorName(actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    // What happened before is none of its business.
    const last = await ground.db
      .selectFrom('alerts')
      .select(sql<number | null>`max(id)`.as('id'))
      .executeTakeFirst();
    await ground.db
      .insertInto('settings')
      .values({ key: cursorKey(id), value: String(last?.id ?? 0) })
      .execute();
    await audit(ground, actor, 'channel.create', `channel:${id} ${wanted.name}`, { kind });
    return { id, secret };
  });
}

function keep(collector: Place, target: ChannelTarget): { config: KeptConfig; secret: string | null } {
  const { dataFolder } = collector.settings;
  if (target.kind === 'mail') return { config: { to: target.to }, secret: null };
  if (target.kind === 'webhook') {
    const secret = target.secret ?? `whsec_${randomBytes(32).toString('base64')}`;
    const config = { url: target.url, sealed: seal(dataFolder, target.kind, secret) };
    return { config, secret: target.secret === undefined ? secret : null };
  }
  return {
    config: { url: new URL(target.url).origin, sealed: seal(dataFolder, target.kind, target.url) },
    secret: null,
  };
}

export async function changeChannel(
  collector: Place,
  actor: Actor,
  id: number,
  change: {
    enabled?: boolean | undefined;
    target?: ChannelTarget | undefined;
    rules?: ChannelRules | undefined;
  },
): Promise<void> {
  await changing(collector, async (ground) => {
    const row = await ground.db
      .selectFrom('alert_channels')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Problem('not-found', 'There is no such channel.');
    const { enabled, target, rules } = change;
    if (target !== undefined && target.kind !== row.kind)
      throw new Problem('conflict', 'A channel stays of its kind; make another one.');
    await ground.db
      .updateTable('alert_channels')
      .set({
        enabled: (enabled ?? row.enabled === 1) ? 1 : 0,
        config: target === undefined ? row.config : JSON.stringify(keep(collector, target).config),
        rules: rules === undefined ? row.rules : JSON.stringify(rules),
      })
      .where('id', '=', id)
      .execute();
    await audit(ground, actor, 'channel.change', `channel:${id} ${row.name}`, {
      changed: Object.keys(change),
      enabled,
    });
  });
}

export async function removeChannel(collector: Place, actor: Actor, id: number): Promise<void> {
  await changing(collector, async (ground) => {
    await ground.db.deleteFrom('outbox').where('channel_id', '=', id).execute();
    await ground.db.deleteFrom('settings').where('key', '=', cursorKey(id)).execute();
    const row = await ground.db
      .deleteFrom('alert_channels')
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!row) throw new Problem('not-found', 'There is no such channel.');
    await audit(ground, actor, 'channel.remove', `channel:${id} ${row.name}`);
  });
}

export async function listChannels({ db }: Pick<Collector, 'db'>): Promise<ChannelLine[]> {
  const [rows, counts, errors] = await Promise.all([
    db.selectFrom('alert_channels').selectAll().orderBy('id').execute(),
    db
      .selectFrom('outbox')
      .select([
        'channel_id',
        sql<number>`sum(case when delivered_at is null and given_up_at is null then 1 else 0 end)`.as(
          'waiting',
        ),
        sql<number>`sum(case when given_up_at is not null then 1 else 0 end)`.as('given_up'),
      ])
      .groupBy('channel_id')
      .execute(),
    db
      .selectFrom('outbox')
      .select(['channel_id', 'last_error'])
      .where('delivered_at', 'is', null)
      .where('last_error', 'is not', null)
      .orderBy('created_at', 'desc')
      .limit(500)
      .execute(),
  ]);
  return rows.map((row) => {
    const config = v.parse(keptConfigSchema, JSON.parse(row.config));
    const count = counts.find((one) => one.channel_id === row.id);
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      enabled: row.enabled === 1,
      target: config.to ?? (config.url === undefined ? [] : [config.url]),
      rules: v.parse(channelRulesSchema, JSON.parse(row.rules)),
      createdAt: row.created_at,
      createdBy: row.created_by,
      waiting: numberOf(count?.waiting ?? 0),
      givenUp: numberOf(count?.given_up ?? 0),
      lastError: errors.find((one) => one.channel_id === row.id)?.last_error ?? null,
    };
  });
}

export async function channelOf({ db }: Pick<Collector, 'db'>, id: number): Promise<Channel> {
  const row = await db.selectFrom('alert_channels').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'There is no such channel.');
  return { id, name: row.name, kind: row.kind, config: v.parse(keptConfigSchema, JSON.parse(row.config)) };
}
