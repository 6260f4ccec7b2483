// The store: one schema over SQLite or PostgreSQL, and what is written in one transaction.
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}
