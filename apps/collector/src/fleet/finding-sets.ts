// Findings that many hosts have together, as sets that never change: counting by rule counts hosts by set.
import { createHash } from 'node:crypto';
import { type Verdict, verdictOrder } from '@mailflow-tls/core';
import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../store/schema.ts';
import { type Asking, batches, numberOf } from './asking.ts';
import { fits, type HostFilter } from './host-filter.ts';

const flag = v.picklist([0, 1]);
const contentSchema = v.array(v.tuple([v.string(), v.picklist(verdictOrder), flag, flag]));
/** Rule, verdict, whether it counts, whether it is waived. */
export type SetEntry = v.InferOutput<typeof contentSchema>[number];

export function setContent(entries: readonly SetEntry[]): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The ids of sets by content; makes those that are missing. */
export async function internSets(
  db: Kysely<Database>,
  contents: readonly string[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const some of batches([...new Set(contents)], 300)) {
    const digests = new Map(some.map((content) => [digestOf(content).toString('base64'), content]));
    const values = some.map((content) => ({ digest: new Uint8Array(digestOf(content)), content }));
    const select = () =>
      db
        .selectFrom('finding_sets')
        .select(['id', 'digest'])
        .where(
          'digest',
          'in',
          values.map((value) => value.digest),
        )
        .execute();
    let rows = await select();
    if (rows.length < some.length) {
      await db
        .insertInto('finding_sets')
        .values(values)
        .onConflict((conflict) => conflict.column('digest').doNothing())
        .execute();
      rows = await select();
    }
    for (const { id, digest } of rows) {
      const content = digests.get(Buffer.from(digest).toString('base64'));
      if (content !== undefined) ids.set(content, id);
    }
  }
  return ids;
}

function digestOf(content: string): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Sets that were read once need not be read again. By database, since tests and moves know several. */
const known = new WeakMap<Kysely<Database>, Map<number, readonly SetEntry[]>>();
const most = 50_000;

async function readSets(
  { store: { reader } }: Pick<Asking, 'store'>,
  ids: readonly number[],
): Promise<Map<number, readonly SetEntry[]>> {
  let cache = known.get(reader);
  if (cache === undefined || cache.size > most) {
    cache = new Map();
    known.set(reader, cache);
  }
  const found = new Map<number, readonly SetEntry[]>();
  const missing: number[] = [];
  for (const id of ids) {
    const entries = cache.get(id);
    if (entries) found.set(id, entries);
    else missing.push(id);
  }
  for (const some of batches(missing, 1000)) {
    const rows = await reader
      .selectFrom('finding_sets')
      .select(['id', 'content'])
      .where('id', 'in', some)
      .execute();
    for (const { id, content } of rows) {
      const entries = v.parse(contentSchema, JSON.parse(content));
      cache.set(id, entries);
      found.set(id, entries);
    }
  }
  return found;
}

export const groupKeys = ['state', 'windows', 'exchange', 'domain'] as const;
export type GroupKey = (typeof groupKeys)[number];

export interface SetCount {
  entries: readonly SetEntry[];
  /** Value of the group key, `''` without one. */
  group: string;
  hosts: number;
}

/** Hosts of a filter by their set of findings, and by a group key where one is given. Hosts without findings have an empty set. */
export async function countSets(asking: Asking, filter: HostFilter, by?: GroupKey): Promise<SetCount[]> {
  // What a set says of rules need not be looked up host by host.
  const { rule, verdict } = filter;
  const rest: HostFilter = { ...filter, rule: [], verdict: [] };
  const group = by === undefined ? sql<string>`''` : sql<string>`coalesce(${sql.ref(`hosts.${by}`)}, '')`;
  let query = asking.store.reader
    .selectFrom('hosts')
    .select(['finding_set_id', group.as('group_value'), sql<string | number>`count(*)`.as('hosts')])
    .where((eb) => fits(eb, asking, rest))
    .groupBy('finding_set_id');
  if (by !== undefined) query = query.groupBy(by);
  const rows = await query.execute();
  const ids = new Set<number>();
  for (const row of rows) if (row.finding_set_id !== null) ids.add(row.finding_set_id);
  const sets = await readSets(asking, [...ids]);
  const counts: SetCount[] = [];
  for (const row of rows) {
    const entries = row.finding_set_id === null ? [] : (sets.get(row.finding_set_id) ?? []);
    if (!hasOne(entries, rule, verdict)) continue;
    counts.push({ entries, group: row.group_value, hosts: numberOf(row.hosts) });
  }
  return counts;
}

function hasOne(
  entries: readonly SetEntry[],
  rules: readonly string[],
  verdicts: readonly Verdict[],
): boolean {
  if (rules.length === 0 && verdicts.length === 0) return true;
  return entries.some(
    ([rule, verdict]) =>
      (rules.length === 0 || rules.includes(rule)) && (verdicts.length === 0 || verdicts.includes(verdict)),
  );
}
