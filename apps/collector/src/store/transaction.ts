// One transaction with what it takes to write many rows in it fast.
import type { Transaction } from 'kysely';
import { isConflict } from './is-unavailable.ts';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';

export interface Tx {
  readonly store: Store;
  readonly db: Transaction<Database>;
}

const attempts = 4;

/** Runs the work in a transaction, and again from the start when another transaction was in its way. */
export async function inTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.db.transaction().execute((db) => work({ store, db }));
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error;
    }
  }
}
