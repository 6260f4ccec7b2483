// Lists of hosts: pages in a chosen order, and how many there are.
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../api/cursor.ts';
import type { HostsTable } from '../store/schema.ts';
import { type Asking, batches, numberOf } from './asking.ts';
import { fits, type HostFilter } from './host-filter.ts';
import { type HostOrder, keysSchema, placeOf } from './host-order.ts';

const columns = [
  'hosts.id',
  'hosts.key_id',
  'hosts.name',
  'hosts.domain',
  'hosts.status',
  'hosts.label',
  'hosts.state',
  'hosts.state_since',
  'hosts.reason',
  'hosts.part',
  'hosts.open_problems',
  'hosts.waived_problems',
  'hosts.windows',
  'hosts.exchange',
  'hosts.agent_version',
  'hosts.core_version',
  'hosts.first_report_at',
  'hosts.last_report_at',
  'hosts.last_made_at',
  'hosts.clock_skew_ms',
  'hosts.facts_since',
  'hosts.silent_since',
] as const;

export interface HostLine {
  id: number;
  keyId: string;
  name: string;
  domain: string | null;
  status: HostsTable['status'];
  label: string | null;
  state: HostsTable['state'];
  stateSince: number | null;
  reason: string | null;
  parts: string[];
  openProblems: number;
  waivedProblems: number;
  windows: string | null;
  exchange: string | null;
  agentVersion: string | null;
  coreVersion: string | null;
  firstReportAt: number | null;
  lastReportAt: number | null;
  lastMadeAt: number | null;
  clockSkewMs: number | null;
  factsSince: number | null;
  silentSince: number | null;
  tags: string[];
}

export interface PageRequest {
  order: HostOrder;
  reversed?: boolean;
  limit: number;
  cursor?: string | undefined;
}

export interface HostPage {
  hosts: HostLine[];
  /** Null on the last page. */
  next: string | null;
}

export async function listHosts(asking: Asking, filter: HostFilter, page: PageRequest): Promise<HostPage> {
  const { order, reversed = false, limit } = page;
  const place = placeOf(order, reversed);
  const scope = `hosts ${order}${reversed ? ' reversed' : ''}`;
  let query = asking.store.reader
    .selectFrom('hosts')
    .select('hosts.id')
    .select(place.keys.map((key, index) => key.as(`key${index}`)))
    .where((eb) => fits(eb, asking, filter))
    .limit(limit + 1);
  for (const by of place.orderBy) query = query.orderBy(by);
  if (page.cursor !== undefined)
    query = query.where(place.after(decodeCursor(scope, page.cursor, keysSchema)));
  const places = await query.execute();
  const shown = await linesOf(
    asking,
    places.slice(0, limit).map((row) => row.id),
  );
  const last = places.length > limit ? places[limit - 1] : undefined;
  const tags = await tagsOf(
    asking,
    shown.map((row) => row.id),
  );
  return {
    hosts: shown.map((row) => toLine(row, tags.get(row.id) ?? [])),
    // The keys were selected under these names.
    next: last
      ? encodeCursor(
          scope,
          place.keys.map((_, index) => last[`key${index}` as keyof typeof last] as string | number),
        )
      : null,
  };
}

/** Whole rows in the order of the ids: sorting has less to carry when it only carries keys. */
async function linesOf({ store: { reader } }: Asking, ids: readonly number[]) {
  const rows = new Map<number, Listed>();
  for (const some of batches(ids)) {
    const found = await reader.selectFrom('hosts').select(columns).where('id', 'in', some).execute();
    for (const row of found) rows.set(row.id, row);
  }
  return ids.flatMap((id) => rows.get(id) ?? []);
}

type Row = Pick<HostsTable, Exclude<keyof HostsTable, 'id'>> & { id: number };
type Listed = Pick<Row, (typeof columns)[number] extends `hosts.${infer C}` ? C & keyof Row : never>;

function toLine(row: Listed, tags: string[]): HostLine {
  return {
    id: row.id,
    keyId: row.key_id,
    name: row.name,
    domain: row.domain,
    status: row.status,
    label: row.label,
    state: row.state,
    stateSince: row.state_since,
    reason: row.reason,
    parts: row.part?.split(' ').filter(Boolean) ?? [],
    openProblems: row.open_problems,
    waivedProblems: row.waived_problems,
    windows: row.windows,
    exchange: row.exchange,
    agentVersion: row.agent_version,
    coreVersion: row.core_version,
    firstReportAt: row.first_report_at,
    lastReportAt: row.last_report_at,
    lastMadeAt: row.last_made_at,
    clockSkewMs: row.clock_skew_ms,
    factsSince: row.facts_since,
    silentSince: row.silent_since,
    tags,
  };
}

async function tagsOf({ store: { reader } }: Asking, ids: readonly number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  for (const some of batches(ids)) {
    const rows = await reader.selectFrom('host_tags').selectAll().where('host_id', 'in', some).execute();
    for (const { host_id, tag } of rows) {
      const tags = found.get(host_id);
      if (tags) tags.push(tag);
      else found.set(host_id, [tag]);
    }
  }
  for (const tags of found.values()) tags.sort();
  return found;
}

export async function countHosts(asking: Asking, filter: HostFilter): Promise<number> {
  const row = await asking.store.reader
    .selectFrom('hosts')
    .select(sql<string | number>`count(*)`.as('hosts'))
    .where((eb) => fits(eb, asking, filter))
    .executeTakeFirstOrThrow();
  return numberOf(row.hosts);
}

/** Every host of a filter in the order of the list, read page by page, so that memory stays the same. */
export async function* everyHostOf(
  asking: Asking,
  filter: HostFilter,
  order: HostOrder,
  reversed = false,
): AsyncGenerator<HostLine> {
  let cursor: string | undefined;
  do {
    const page = await listHosts(asking, filter, { order, reversed, limit: 500, cursor });
    yield* page.hosts;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** Ids of the first hosts of a filter. */
export async function someHostIds(asking: Asking, filter: HostFilter, limit: number): Promise<number[]> {
  const rows = await asking.store.reader
    .selectFrom('hosts')
    .select('id')
    .where((eb) => fits(eb, asking, filter))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
