// Turns alerts into messages for each channel: those of a group together, none in quiet hours, all at once in a digest.
import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { Collector } from '../collector.ts';
import type { AlertChannelsTable } from '../store/schema.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { type ChannelRules, channelRulesSchema } from './channel.ts';
import { isQuiet, nextClock } from './local-time.ts';
import type { Message } from './message.ts';

/** In `settings`: the last alert that a channel's messages tell of, or that was not for it. */
export function cursorKey(channel: number): string {
  return `alerts.told.${channel}`;
}

/** A transaction that got a lower number may still be under way; none lasts this long. */
const settledMs = 90_000;
const mostAtOnce = 5000;
const mostInMessage = 200;

type AlertRow = {
  id: number;
  at: number;
  kind: string;
  host_id: number | null;
  detail: string;
  group_key: string;
};

/** For the collector that leads this work; writes messages and how far it got in one transaction. */
export async function gatherMessages(collector: Pick<Collector, 'db' | 'store' | 'now'>): Promise<void> {
  const channels = await collector.db
    .selectFrom('alert_channels')
    .selectAll()
    .where('enabled', '=', 1)
    .execute();
  for (const channel of channels) {
    const now = collector.now();
    await inTransaction(collector.store, (tx) => gatherFor(tx, channel, now));
  }
}

async function gatherFor({ db }: Tx, channel: Selectable<AlertChannelsTable>, now: number): Promise<void> {
  const rules = v.parse(channelRulesSchema, JSON.parse(channel.rules));
  const key = cursorKey(channel.id);
  const told = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  const from = Number(told?.value ?? 0);
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('id', '>', from)
    .orderBy('id')
    .limit(mostAtOnce)
    .execute();
  const settled = withoutGaps(rows, from, now);
  const last = settled.at(-1);
  if (last === undefined) return;
  const wanted = settled.filter((alert) => isFor(alert, channel.id, rules));
  const [oldest] = wanted;
  // What waits keeps the channel where it is.
  if (oldest !== undefined && !isDue(oldest.at, rules, now)) return;
  const groups = Map.groupBy(wanted, (alert) => (rules.digestAt === null ? alert.group_key : 'digest'));
  // Ids in the order of the groups, in which they are then delivered.
  const ids = Array.from(groups, () => uuid7(now)).sort();
  for (const [index, [group, alerts]] of [...groups].entries()) {
    const message = toMessage(ids[index] ?? uuid7(now), group, alerts, now);
    await db
      .insertInto('outbox')
      .values({
        id: message.id,
        channel_id: channel.id,
        body: JSON.stringify(message),
        created_at: now,
        due_at: now,
        attempts: 0,
        last_error: null,
        delivered_at: null,
        given_up_at: null,
      })
      .execute();
  }
  await db
    .insertInto('settings')
    .values({ key, value: String(last.id) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(last.id) }))
    .execute();
}

/** Numbers are given in order and become visible in any; behind a gap it may be too early. */
function withoutGaps(rows: readonly AlertRow[], from: number, now: number): AlertRow[] {
  let last = from;
  const settled: AlertRow[] = [];
  for (const row of rows) {
    if (row.id !== last + 1 && row.at > now - settledMs) break;
    settled.push(row);
    last = row.id;
  }
  return settled;
}

function isFor(alert: AlertRow, channel: number, rules: ChannelRules): boolean {
  const kinds: readonly string[] = rules.kinds;
  if (kinds.length > 0 && !kinds.includes(alert.kind)) return false;
  const detail: unknown = JSON.parse(alert.detail);
  const { after, channelId } = Object(detail);
  // A channel that does not work need not be told so over itself.
  if (alert.kind === 'notDelivered') return channelId !== channel;
  return alert.kind !== 'stateChanged' || rules.states.length === 0 || rules.states.includes(after);
}

function isDue(
  oldest: number,
  { quietHours, digestAt, groupSeconds, timeZone }: ChannelRules,
  now: number,
): boolean {
  if (digestAt !== null) return now >= nextClock(oldest, digestAt, timeZone);
  if (now < oldest + groupSeconds * 1000) return false;
  return quietHours === null || !isQuiet(now, quietHours, timeZone);
}

function toMessage(id: string, group: string, alerts: readonly AlertRow[], now: number): Message {
  return {
    id,
    createdAt: new Date(now).toISOString(),
    group,
    count: alerts.length,
    alerts: alerts.slice(0, mostInMessage).map((alert) => ({
      id: alert.id,
      at: new Date(alert.at).toISOString(),
      kind: alert.kind,
      hostId: alert.host_id,
      detail: JSON.parse(alert.detail),
    })),
  };
}

/** RFC 9562, version 7: the time, then chance. */
export function uuid7(ms: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
