// Errors over time, by cause, error, connector, peer or direction.
import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../store/schema.ts';
import { type Asking, numberOf } from './asking.ts';
import { everyHost, fits, type HostFilter } from './host-filter.ts';
import { madeAt } from './rollup-time.ts';

export const errorKeys = ['cause', 'error', 'connector', 'peer', 'direction'] as const;
export type ErrorKey = (typeof errorKeys)[number];

export interface ErrorsWanted {
  filter: HostFilter;
  by: ErrorKey;
  /** Days, both included. */
  from: string;
  to: string;
  /** Only these; for going from a cause to its connectors and peers. */
  causes?: readonly string[];
  errors?: readonly string[];
}

export interface ErrorSeries {
  /** Of the catalog where it is a cause or an error; `''` where it is not known. */
  key: string;
  count: number;
  days: { day: string; count: number }[];
  /** One text as it was written, without personal data. */
  example: string;
}

export interface ErrorsOverTime {
  by: ErrorKey;
  /** The most frequent first. */
  series: ErrorSeries[];
  /** How many more series there are, and how many errors they hold. */
  more: { series: number; count: number };
  /** When the sums over the fleet were made; null when they were made for this answer. */
  countedAt: number | null;
}

const mostSeries = 50;
const columnOf = {
  cause: 'cause',
  error: 'error_id',
  connector: 'connector',
  peer: 'peer',
  direction: 'direction',
} as const;

export async function errorsOverTime(asking: Asking, wanted: ErrorsWanted): Promise<ErrorsOverTime> {
  const { filter, by, from, to, causes = [], errors = [] } = wanted;
  const isWhole = JSON.stringify(filter) === JSON.stringify(everyHost);
  const key = sql<string>`coalesce(${sql.ref(columnOf[by])}, '')`;
  // Both tables have these columns; the one is the other summed over hosts.
  const table = isWhole ? ('fleet_errors' as 'host_errors') : 'host_errors';
  let query = asking.store.reader
    .selectFrom(table)
    .select([
      'day',
      key.as('key'),
      sql<number>`sum(${sql.ref('count')})`.as('count'),
      sql<string>`min(example)`.as('example'),
    ])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', key]);
  if (causes.length > 0) query = query.where('cause', 'in', causes);
  if (errors.length > 0) query = query.where('error_id', 'in', errors);
  if (!isWhole) query = query.where((eb) => eb('host_id', 'in', idsOf(eb, asking, filter)));
  const [rows, countedAt] = await Promise.all([query.execute(), isWhole ? madeAt(asking, 'errors') : null]);
  const series = new Map<string, ErrorSeries>();
  for (const row of rows) {
    const one = series.get(row.key) ?? { key: row.key, count: 0, days: [], example: row.example };
    const count = numberOf(row.count);
    one.count += count;
    one.days.push({ day: row.day, count });
    series.set(row.key, one);
  }
  const all = [...series.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  for (const one of all) one.days.sort((a, b) => (a.day < b.day ? -1 : 1));
  const rest = all.slice(mostSeries);
  return {
    by,
    series: all.slice(0, mostSeries),
    more: { series: rest.length, count: rest.reduce((sum, one) => sum + one.count, 0) },
    countedAt,
  };
}

function idsOf(eb: ExpressionBuilder<Database, 'host_errors'>, asking: Asking, filter: HostFilter) {
  return eb
    .selectFrom('hosts')
    .select('hosts.id')
    .where((hosts) => fits(hosts as never, asking, filter)); // only `hosts` is named in the conditions
}
