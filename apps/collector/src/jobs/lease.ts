// Who leads: a name in a table, held for a while by one collector at a time.
import type { Db } from '../store/store.ts';

/**
 * Takes or renews the lease; false when another one holds it. `now` is the caller's clock: collectors whose clocks are
 * apart by more than the time of a lease can lead together for a moment, which the work must bear.
 */
export async function holdLease(
  db: Db,
  name: string,
  holder: string,
  now: number,
  forMs: number,
): Promise<boolean> {
  const until = now + forMs;
  const row = await db
    .insertInto('leases')
    .values({ name, holder, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until })
        .where((eb) => eb.or([eb('leases.until', '<=', now), eb('leases.holder', '=', holder)])),
    )
    .returning('holder')
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets the next one take over at once. */
export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
}
