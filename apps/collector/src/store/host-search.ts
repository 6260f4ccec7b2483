// The text by which a host is found: everything that people may type of it, in lower case.
import type { Db } from './store.ts';

export interface Searchable {
  name: string;
  domain: string | null;
  label: string | null;
  windows: string | null;
  exchange: string | null;
}

/** What `hosts.search` holds; to be written again whenever one of its parts or a tag changes. */
export function searchText(host: Searchable, tags: readonly string[]): string {
  const { name, domain, label, windows, exchange } = host;
  const full = domain === null || domain === '' ? name : `${name}.${domain}`;
  return [full, label, windows, exchange, ...tags.toSorted()]
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .toLowerCase();
}

export async function searchTexts(
  { db }: { db: Db },
  hosts: readonly (Searchable & { id: number })[],
): Promise<Map<number, string>> {
  if (hosts.length === 0) return new Map();
  const ids = hosts.map((host) => host.id);
  const rows = await db.selectFrom('host_tags').selectAll().where('host_id', 'in', ids).execute();
  const tags = Map.groupBy(rows, (row) => row.host_id);
  return new Map(
    hosts.map((host) => [
      host.id,
      searchText(
        host,
        (tags.get(host.id) ?? []).map(({ tag }) => tag),
      ),
    ]),
  );
}
