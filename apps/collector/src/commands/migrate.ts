// `migrate`: brings the database to the schema of this version.
import { openDatabase } from '../serving/open-database.ts';
import type { Context } from './context.ts';

export async function migrate({ loaded, log, print }: Context): Promise<void> {
  const store = await openDatabase(loaded.settings, log, { migrate: true });
  await store.close();
  print('The database has the present schema.');
}
