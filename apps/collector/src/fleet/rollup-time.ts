// When sums over the fleet were last made.
import type { Asking } from './asking.ts';

export async function madeAt(
  { store: { reader } }: Pick<Asking, 'store'>,
  name: string,
): Promise<number | null> {
  const row = await reader
    .selectFrom('rollups')
    .select('made_at')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.made_at ?? null;
}

export async function noteMade({ db, now }: Asking, name: string, began: number): Promise<void> {
  const row = { name, made_at: began, took_ms: now() - began };
  await db
    .insertInto('rollups')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}
