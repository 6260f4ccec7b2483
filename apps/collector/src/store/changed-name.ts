// Whether a host calls itself otherwise than before: its key says that it is the same one.
import { selectByKeys } from './bulk.ts';
import type { Tx } from './transaction.ts';

/** What the host called itself in facts that are kept, by the facts' id. */
export async function readOldNames(
  tx: Tx,
  factsIds: readonly (number | null)[],
): Promise<Map<number, string>> {
  const ids = [...new Set(factsIds.filter((id) => id !== null))];
  const select = 'select id, run from facts where id';
  const rows = await selectByKeys<{ id: number; run: string }>(
    tx,
    { sqlite: `${select} = ?`, postgres: `${select} = any($1::bigint[])` },
    ids,
  );
  // Written by this program from a header that passed its schema.
  return new Map(rows.map(({ id, run }) => [id, fullName((JSON.parse(run) as { host: NamedHost }).host)]));
}

/** Windows knows no case in names. */
export function isOtherName(before: string, now: string): boolean {
  return before.toLowerCase() !== now.toLowerCase();
}

interface NamedHost {
  name: string;
  domain: string | null;
}

/** E.g. `EX01.contoso.com`. */
export function fullName({ name, domain }: NamedHost): string {
  return domain === null || domain === '' ? name : `${name}.${domain}`;
}
