// What every command is given: the settings, a log, and where its answers go.
import type { Logger } from 'winston';
import type { Collector } from '../collector.ts';
import { openDatabase } from '../serving/open-database.ts';
import type { LoadedSettings } from '../settings/load-settings.ts';
import { applyRuntimeSettings } from '../settings/runtime-settings.ts';

export interface Context {
  loaded: LoadedSettings;
  log: Logger;
  /** Aborted when the user or the system asks to end. */
  signal: AbortSignal;
  /** Writes a line of data to standard output. */
  print(line: string): void;
  /** Writes a line for people to standard error. */
  tell(line: string): void;
}

/** Runs something with the database of the settings, which must have the present schema, and closes it. */
export async function withCollector<T>(
  context: Context,
  work: (collector: Collector) => Promise<T>,
): Promise<T> {
  const { loaded, log } = context;
  const store = await openDatabase(loaded.settings, log, { migrate: false });
  const collector: Collector = {
    db: store.db,
    store,
    settings: loaded.settings,
    log,
    now: Date.now,
  };
  try {
    await applyRuntimeSettings(collector);
    return await work(collector);
  } finally {
    await store.close();
  }
}
