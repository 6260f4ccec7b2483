// What every part of a running collector shares.
import type { Kysely } from 'kysely';
import type { Logger } from 'winston';
import type { Settings } from './settings/settings.ts';
import type { Database } from './store/schema.ts';
import type { Store } from './store/store.ts';

export interface Collector {
  db: Kysely<Database>;
  store: Store;
  settings: Settings;
  log: Logger;
  /** Milliseconds since 1970; virtual in tests and simulations. */
  now(): number;
  /** `sha256/…` of the public key that it serves TLS with, by which hosts may pin it; undefined without TLS. */
  publicKeyPin?: string;
}
