// Mail that waits in the queues of the fleet now, the longest queues first, and what keeps it there.
import { errorEntry, isErrorId } from '@mailflow-tls/core/evidence';
import { sql } from 'kysely';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../api/cursor.ts';
import { type Asking, numberOf } from './asking.ts';
import { fits, type HostFilter } from './host-filter.ts';

export interface QueueLine {
  hostId: number;
  host: string;
  identity: string;
  nextHop: string | null;
  status: string | null;
  messages: number;
  lastError: string | null;
  errorId: string | null;
  /** When the host looked, by its own clock. */
  at: number;
}

export interface Queues {
  queues: QueueLine[];
  next: string | null;
  /** Of all queues that the filter finds. */
  total: { queues: number; messages: number; hosts: number };
  /** By error, most messages first; `''` where a queue shows none. `causes` with their weights by the catalog. */
  errors: { errorId: string; causes: Record<string, number>; queues: number; messages: number }[];
}

const cursorSchema = v.tuple([v.number(), v.number(), v.string()]);
const scope = 'queues';

export async function queuesNow(
  asking: Asking,
  filter: HostFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Queues> {
  const base = asking.store.reader
    .selectFrom('host_queues')
    .innerJoin('hosts', 'hosts.id', 'host_queues.host_id')
    // The join only adds the queues.
    .where((eb) => fits(eb as never, asking, filter));
  let query = base
    .select([
      'host_queues.host_id',
      'hosts.name',
      'host_queues.identity',
      'host_queues.next_hop',
      'host_queues.status',
      'host_queues.messages',
      'host_queues.last_error',
      'host_queues.error_id',
      'host_queues.at',
    ])
    .orderBy('host_queues.messages', 'desc')
    .orderBy('host_queues.host_id', 'desc')
    .orderBy('host_queues.identity', 'desc')
    .limit(page.limit + 1);
  if (page.cursor !== undefined) {
    const [messages, host, identity] = decodeCursor(scope, page.cursor, cursorSchema);
    query = query.where((eb) =>
      eb(
        eb.refTuple('host_queues.messages', 'host_queues.host_id', 'host_queues.identity'),
        '<',
        eb.tuple(messages, host, identity),
      ),
    );
  }
  const messages = sql<string | number | null>`sum(host_queues.messages)`;
  const queues = sql<string | number>`count(*)`;
  const [rows, total, errors] = await Promise.all([
    query.execute(),
    base
      .select([
        queues.as('queues'),
        messages.as('messages'),
        sql<string | number>`count(distinct host_queues.host_id)`.as('hosts'),
      ])
      .executeTakeFirstOrThrow(),
    base
      .select(['host_queues.error_id', queues.as('queues'), messages.as('messages')])
      .groupBy('host_queues.error_id')
      .execute(),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    queues: shown.map((row) => ({
      hostId: row.host_id,
      host: row.name,
      identity: row.identity,
      nextHop: row.next_hop,
      status: row.status,
      messages: row.messages,
      lastError: row.last_error,
      errorId: row.error_id,
      at: row.at,
    })),
    next: last ? encodeCursor(scope, [last.messages, last.host_id, last.identity]) : null,
    total: {
      queues: numberOf(total.queues),
      messages: numberOf(total.messages),
      hosts: numberOf(total.hosts),
    },
    errors: errors
      .map((row) => ({
        errorId: row.error_id ?? '',
        causes: causesOf(row.error_id),
        queues: numberOf(row.queues),
        messages: numberOf(row.messages),
      }))
      .sort((a, b) => b.messages - a.messages || (a.errorId < b.errorId ? -1 : 1)),
  };
}

function causesOf(errorId: string | null): Record<string, number> {
  return errorId !== null && isErrorId(errorId) ? { ...errorEntry(errorId).causes } : {};
}
