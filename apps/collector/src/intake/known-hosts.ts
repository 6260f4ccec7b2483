// The hosts that may send, by key, remembered so that a report of a known host costs no look-up.
import type { KeyObject } from 'node:crypto';
import { importPublicKey, type KeyId } from '@mailflow-tls/contract';
import type { Kysely } from 'kysely';
import type { Database, HostStatus } from '../store/schema.ts';

export interface KnownHost {
  id: number;
  publicKey: KeyObject;
  status: HostStatus;
}

/**
 * Only active hosts are remembered, so that approval takes effect at once. What is remembered may be stale: the store
 * looks at the status again in the transaction that writes, and {@link forget} is called when it says no.
 */
export class KnownHosts {
  readonly #db: Kysely<Database>;
  readonly #max: number;
  readonly #active = new Map<KeyId, KnownHost>();

  constructor(db: Kysely<Database>, max = 150_000) {
    this.#db = db;
    this.#max = max;
  }

  /** At once when it is remembered; null when there is no such host. */
  find(key: KeyId): KnownHost | Promise<KnownHost | null> {
    return this.#active.get(key) ?? this.#load(key);
  }

  forget(key: KeyId): void {
    this.#active.delete(key);
  }

  async #load(key: KeyId): Promise<KnownHost | null> {
    const row = await this.#db
      .selectFrom('hosts')
      .select(['id', 'public_key', 'status'])
      .where('key_id', '=', key)
      .executeTakeFirst();
    if (row === undefined) return null;
    const publicKey = importPublicKey(row.public_key);
    if (publicKey === null) throw new Error(`The public key of host ${row.id} in the store is damaged.`);
    const host: KnownHost = { id: row.id, publicKey, status: row.status };
    if (row.status === 'active') {
      if (this.#active.size >= this.#max) {
        const [oldest] = this.#active.keys();
        if (oldest !== undefined) this.#active.delete(oldest);
      }
      this.#active.set(key, host);
    }
    return host;
  }
}
