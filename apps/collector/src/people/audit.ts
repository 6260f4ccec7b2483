// The audit log: who changed what, written in the same transaction as the change and never touched again.
import type { Caller } from '../api/route.ts';
import type { Collector } from '../collector.ts';
import { inTransaction } from '../store/transaction.ts';
import { nameOfCaller } from './caller-name.ts';

/** Who acts: a caller of the API, or `system` for commands on the collector’s machine and its own work. */
export type Actor = Caller | 'system';

/** What a change needs of the collector; `db` may be a transaction. */
export type Ground = Pick<Collector, 'db' | 'now'>;

/** Action (`host.approve`), target (`host:17 EX01`) and what else is worth knowing; never a secret. */
export async function audit(
  ground: Ground,
  actor: Actor,
  action: string,
  target: string | null,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await ground.db
    .insertInto('audit_log')
    .values({
      at: ground.now(),
      actor: actorName(actor),
      address: actor === 'system' ? null : actor.address,
      action,
      target,
      detail: JSON.stringify(detail),
    })
    .execute();
}

export function actorName(actor: Actor): string {
  return actor === 'system' ? 'system' : nameOfCaller(actor);
}

/** Runs a change and its line in the audit log as one: both are kept, or neither. */
export function changing<T>(
  collector: Pick<Collector, 'store' | 'now'>,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  return inTransaction(collector.store, ({ db }) => work({ db, now: () => collector.now() }));
}
