// Delivers what the outbox holds: at least once, again after failures with growing random pauses, given up after days and said so.
import * as v from 'valibot';
import type { Collector } from '../collector.ts';
import { inTransaction } from '../store/transaction.ts';
import { keptConfigSchema } from './channel.ts';
import { type Message, messageSchema } from './message.ts';
import { failureOf } from './post.ts';
import { type Send, send } from './send.ts';

const firstPauseMs = 10_000;
const longestPauseMs = 3_600_000;
const giveUpAfterMs = 3 * 86_400_000;
const mostAtOnce = 200;
const sideBySide = 8;

type Place = Pick<Collector, 'db' | 'store' | 'settings' | 'log' | 'now'>;

interface Due {
  id: string;
  body: string;
  created_at: number;
  attempts: number;
  channel_id: number;
  name: string;
  kind: 'webhook' | 'mail' | 'teams' | 'slack';
  config: string;
}

/** For the collector that leads this work. `chance` is from 0 to 1. */
export async function deliverOutbox(
  collector: Place,
  signal: AbortSignal,
  sendBy: Send = send,
  chance: () => number = Math.random,
): Promise<void> {
  const due: Due[] = await collector.db
    .selectFrom('outbox')
    .innerJoin('alert_channels', 'alert_channels.id', 'outbox.channel_id')
    .select([
      'outbox.id',
      'outbox.body',
      'outbox.created_at',
      'outbox.attempts',
      'outbox.channel_id',
      'alert_channels.name',
      'alert_channels.kind',
      'alert_channels.config',
    ])
    .where('outbox.delivered_at', 'is', null)
    .where('outbox.given_up_at', 'is', null)
    .where('outbox.due_at', '<=', collector.now())
    .where('alert_channels.enabled', '=', 1)
    .orderBy('outbox.due_at')
    .orderBy('outbox.id')
    .limit(mostAtOnce)
    .execute();
  // One slow receiver must not hold up the others; its own messages go one after the other.
  const lines = [...Map.groupBy(due, (message) => message.channel_id).values()];
  const workers = Array.from({ length: Math.min(sideBySide, lines.length) }, async () => {
    for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
      for (const message of line) {
        signal.throwIfAborted();
        // A receiver that failed just now is left alone until the message is due again.
        if (!(await deliverOne(collector, message, sendBy, chance))) break;
      }
    }
  });
  await Promise.all(workers);
}

async function deliverOne(collector: Place, due: Due, sendBy: Send, chance: () => number): Promise<boolean> {
  const { id, attempts } = due;
  try {
    const message: Message = v.parse(messageSchema, JSON.parse(due.body));
    const config = v.parse(keptConfigSchema, JSON.parse(due.config));
    await sendBy(collector, { id: due.channel_id, name: due.name, kind: due.kind, config }, message);
  } catch (error) {
    const { code } = failureOf(error);
    const now = collector.now();
    collector.log.warn('alert not delivered', {
      channel: due.name,
      message: id,
      attempts: attempts + 1,
      code,
    });
    if (now - due.created_at >= giveUpAfterMs) await giveUp(collector, due, code, now);
    else {
      const pause = pauseAfter(attempts, chance());
      await collector.db
        .updateTable('outbox')
        .set({ attempts: attempts + 1, last_error: code, due_at: now + pause })
        .where('id', '=', id)
        .execute();
    }
    return false;
  }
  await collector.db
    .updateTable('outbox')
    .set({ attempts: attempts + 1, delivered_at: collector.now(), last_error: null })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Full jitter, but never at once: anything from a second up to a bound that doubles. */
export function pauseAfter(attempts: number, chance: number): number {
  const bound = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20));
  return 1000 + Math.floor(chance * bound);
}

async function giveUp(collector: Place, due: Due, code: string, now: number): Promise<void> {
  collector.log.error('alert given up', { channel: due.name, message: due.id, code });
  await inTransaction(collector.store, async ({ db }) => {
    await db
      .updateTable('outbox')
      .set({ attempts: due.attempts + 1, last_error: code, given_up_at: now })
      .where('id', '=', due.id)
      .execute();
    await db
      .insertInto('alerts')
      .values({
        at: now,
        kind: 'notDelivered',
        host_id: null,
        detail: JSON.stringify({
          channel: due.name,
          channelId: due.channel_id,
          error: code,
          message: due.id,
        }),
        group_key: 'notDelivered',
      })
      .execute();
  });
}
