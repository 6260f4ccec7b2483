// The history of a host, or of all, as a line of changes; the newest first.
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../api/cursor.ts';
import { reportIdText } from '../store/report-id.ts';
import type { Asking } from './asking.ts';

export interface Change {
  id: number;
  hostId: number;
  host: string;
  at: number;
  kind: string;
  subject: string | null;
  before: string | null;
  after: string | null;
  reportId: string | null;
}

export interface ChangesWanted {
  hostId?: number;
  kinds?: readonly string[];
  from?: number | undefined;
  to?: number | undefined;
  limit: number;
  cursor?: string | undefined;
}

const cursorSchema = v.tuple([v.number(), v.number()]);

export async function listChanges(
  asking: Asking,
  wanted: ChangesWanted,
): Promise<{ changes: Change[]; next: string | null }> {
  const { hostId, kinds = [], from, to, limit, cursor } = wanted;
  let query = asking.store.reader
    .selectFrom('host_changes')
    .innerJoin('hosts', 'hosts.id', 'host_changes.host_id')
    .select([
      'host_changes.id',
      'host_changes.host_id',
      'hosts.name',
      'host_changes.at',
      'host_changes.kind',
      'host_changes.subject',
      'host_changes.before',
      'host_changes.after',
      'host_changes.report_id',
    ])
    .orderBy('host_changes.at', 'desc')
    .orderBy('host_changes.id', 'desc')
    .limit(limit + 1);
  if (hostId !== undefined) query = query.where('host_changes.host_id', '=', hostId);
  if (kinds.length > 0) query = query.where('host_changes.kind', 'in', kinds);
  if (from !== undefined) query = query.where('host_changes.at', '>=', from);
  if (to !== undefined) query = query.where('host_changes.at', '<', to);
  const scope = `changes ${hostId ?? 'all'}`;
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(scope, cursor, cursorSchema);
    query = query.where((eb) => eb(eb.refTuple('host_changes.at', 'host_changes.id'), '<', eb.tuple(at, id)));
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    changes: shown.map((row) => ({
      id: row.id,
      hostId: row.host_id,
      host: row.name,
      at: row.at,
      kind: row.kind,
      subject: row.subject,
      before: row.before,
      after: row.after,
      reportId: row.report_id === null ? null : reportIdText(row.report_id),
    })),
    next: last ? encodeCursor(scope, [last.at, last.id]) : null,
  };
}
