// Counts what is refused by day, reason and key, in the background, and raises an alert for a host refused over and over.
import type { KeyId, RefusalCode } from '@mailflow-tls/contract';
import { sql } from 'kysely';
import type { Logger } from 'winston';
import { hostAlert } from '../store/alert-rows.ts';
import type { Db, Store } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';

/** Refusals of one kind on one day after which a host's operator should look. */
const refusalsUntilAlert = 10;

/** These say something of the collector, of a decision that people made, or of a host that merely waits. */
const noAlert: ReadonlySet<RefusalCode> = new Set([
  'rate-limited',
  'overloaded',
  'store-unavailable',
  'host-waiting',
  'host-revoked',
]);

/** Beyond this, keys are no longer told apart until the next write. */
const maxPending = 10_000;

interface Pending {
  day: string;
  code: RefusalCode;
  key: KeyId | '';
  count: number;
  lastAt: number;
  address: string | null;
}

export class RefusalLog {
  readonly #store: Store;
  readonly #log: Logger;
  #pending = new Map<string, Pending>();

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  /** `key` only of hosts that exist: anybody can make up others. */
  add(code: RefusalCode, key: KeyId | null, address: string | null, at: number): void {
    const day = new Date(at).toISOString().slice(0, 10);
    const kept = this.#pending.size < maxPending ? (key ?? '') : '';
    const name = `${day} ${code} ${kept}`;
    const pending = this.#pending.get(name);
    if (pending === undefined) {
      this.#pending.set(name, { day, code, key: kept, count: 1, lastAt: at, address });
    } else {
      pending.count += 1;
      pending.lastAt = at;
      pending.address = address;
    }
  }

  /** Writes what was counted; what cannot be written is kept for the next time. */
  async flush(): Promise<void> {
    const pending = this.#pending;
    if (pending.size === 0) return;
    this.#pending = new Map();
    try {
      await inTransaction(this.#store, async ({ db }) => {
        for (const one of pending.values()) await write(db, one);
      });
    } catch (error) {
      for (const [name, one] of pending) {
        const newer = this.#pending.get(name);
        if (newer === undefined) this.#pending.set(name, one);
        else newer.count += one.count;
      }
      this.#log.warn('Refusals could not be counted in the store; they are kept for the next attempt.', {
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
}

async function write(db: Db, { day, code, key, count, lastAt, address }: Pending): Promise<void> {
  const row = await db
    .insertInto('refusals')
    .values({ day, code, key_id: key, count, last_at: lastAt, last_address: address })
    .onConflict((conflict) =>
      conflict.columns(['day', 'code', 'key_id']).doUpdateSet({
        count: sql<number>`refusals.count + excluded.count`,
        last_at: (eb) => eb.ref('excluded.last_at'),
        last_address: (eb) => eb.ref('excluded.last_address'),
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  // Exactly one write takes the count over the line, on whichever collector.
  const crossed = row.count >= refusalsUntilAlert && row.count - count < refusalsUntilAlert;
  if (!crossed || key === '' || noAlert.has(code)) return;
  await raiseRefusedRepeatedly(db, key, { day, code, count: row.count }, lastAt);
}

async function raiseRefusedRepeatedly(
  db: Db,
  key: KeyId,
  detail: Readonly<Record<string, unknown>>,
  at: number,
): Promise<void> {
  const host = await db
    .selectFrom('hosts')
    .select(['id', 'name', 'domain'])
    .where('key_id', '=', key)
    .executeTakeFirst();
  if (host === undefined) return;
  await db
    .insertInto('alerts')
    .values(hostAlert('refusedRepeatedly', host, at, detail))
    .execute();
}
