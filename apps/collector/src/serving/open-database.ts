// Opens the database of the settings and brings it to the schema of this version, or says what stands in the way.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'winston';
import type { Settings } from '../settings/settings.ts';
import { migrateStore, schemaState } from '../store/migrate-store.ts';
import { openStore, type Store } from '../store/store.ts';
import { UsageError } from '../usage-error.ts';

/** `migrate`: brings an older schema up to date; otherwise it must be current. Throws UsageError. */
export async function openDatabase(
  { database }: Settings,
  log: Logger,
  options: { migrate: boolean },
): Promise<Store> {
  const store = await open(database, log);
  try {
    const { state, pending } = await schemaState(store);
    if (state === 'ahead') {
      throw new UsageError(
        'The database was written by a newer version of the collector.',
        'Start that version, or restore a backup from before the upgrade.',
      );
    }
    if (state !== 'current') {
      if (!options.migrate) {
        throw new UsageError(
          state === 'new' ? 'The database is empty.' : `The database lacks ${pending.join(', ')}.`,
          'Run `migrate`, or start the collector once with `serve`.',
        );
      }
      log.info('The database was brought to the present schema.', { ran: await migrateStore(store) });
    }
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function open(database: Settings['database'], log: Logger): Promise<Store> {
  try {
    if (database.kind === 'sqlite') await mkdir(dirname(database.file), { recursive: true, mode: 0o700 });
    return await openStore(database, (error) => {
      log.warn('A connection to the database broke.', { error: error.message });
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw database.kind === 'sqlite'
      ? new UsageError(
          `${database.file} cannot be opened: ${reason}`,
          'Let this account write to its folder.',
        )
      : new UsageError(
          `PostgreSQL cannot be reached: ${reason}`,
          'Check the setting `database` and the server.',
        );
  }
}
