// How the hosts of a filter divide by state, Windows, Exchange, domain and tag. A facet ignores the filter's own choice in it.
import { sql } from 'kysely';
import { type Asking, numberOf } from './asking.ts';
import { fits, type HostFilter } from './host-filter.ts';

const dimensions = ['state', 'windows', 'exchange', 'domain'] as const;
type Dimension = (typeof dimensions)[number];

export interface FacetValue {
  /** `''`: not read; for states `none`: no report yet. */
  value: string;
  hosts: number;
}

export interface Facets {
  /** Hosts that the whole filter finds. */
  total: number;
  state: FacetValue[];
  windows: FacetValue[];
  exchange: FacetValue[];
  domain: FacetValue[];
  tag: FacetValue[];
}

const longest = 200;

export async function facetsOf(asking: Asking, filter: HostFilter): Promise<Facets> {
  const open: HostFilter = { ...filter, state: [], windows: [], exchange: [], domain: [] };
  const rows = await asking.store.reader
    .selectFrom('hosts')
    .select([...dimensions, sql<string | number>`count(*)`.as('hosts')])
    .where((eb) => fits(eb, asking, open))
    .groupBy(dimensions)
    .execute();
  const counts: Record<Dimension, Map<string, number>> = {
    state: new Map(),
    windows: new Map(),
    exchange: new Map(),
    domain: new Map(),
  };
  const chosen: Record<Dimension, ReadonlySet<string>> = {
    state: new Set(filter.state),
    windows: new Set(filter.windows),
    exchange: new Set(filter.exchange),
    domain: new Set(filter.domain),
  };
  let total = 0;
  for (const row of rows) {
    const hosts = numberOf(row.hosts);
    const values = {
      state: row.state ?? 'none',
      windows: row.windows ?? '',
      exchange: row.exchange ?? '',
      domain: row.domain ?? '',
    };
    const misses = dimensions.filter((name) => chosen[name].size > 0 && !chosen[name].has(values[name]));
    if (misses.length === 0) total += hosts;
    for (const name of dimensions) {
      if (misses.some((missed) => missed !== name)) continue;
      counts[name].set(values[name], (counts[name].get(values[name]) ?? 0) + hosts);
    }
  }
  return {
    total,
    state: sorted(counts.state),
    windows: sorted(counts.windows),
    exchange: sorted(counts.exchange),
    domain: sorted(counts.domain),
    tag: await tagFacet(asking, { ...filter, tag: [] }),
  };
}

async function tagFacet(asking: Asking, filter: HostFilter): Promise<FacetValue[]> {
  const rows = await asking.store.reader
    .selectFrom('host_tags')
    .select(['tag', sql<string | number>`count(*)`.as('hosts')])
    .where((eb) =>
      eb(
        // The sign keeps SQLite from looking up the tags host by host, which takes twice as long for many hosts.
        sql<number>`+host_id`,
        'in',
        eb
          .selectFrom('hosts')
          .select('hosts.id')
          .where((hosts) => fits(hosts as never, asking, filter)), // only `hosts` is named in the conditions
      ),
    )
    .groupBy('tag')
    .execute();
  return sorted(new Map(rows.map((row) => [row.tag, numberOf(row.hosts)])));
}

/** The most frequent first; few are ever chosen of the rest. */
function sorted(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts]
    .map(([value, hosts]) => ({ value, hosts }))
    .sort((a, b) => b.hosts - a.hosts || (a.value < b.value ? -1 : 1))
    .slice(0, longest);
}
