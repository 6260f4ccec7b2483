// Turns old reports into one line a host and day: which facts and state it had last, and how often it reported.
import type { HostState } from '@mailflow-tls/core';
import { insertRows, type RowShape } from '../store/bulk.ts';
import { dayOf } from '../store/clip.ts';
import type { HostDaysTable } from '../store/schema.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import type { JobCollector } from './job.ts';

const hostDayShape: RowShape<HostDaysTable> = {
  table: 'host_days',
  columns: { host_id: 'bigint', day: 'text', facts_id: 'bigint', state: 'text', reports: 'bigint' },
};

const hostsAtOnce = 100;

export async function foldReports(
  { store, db }: JobCollector,
  before: number,
  signal: AbortSignal,
): Promise<void> {
  let last = 0;
  for (;;) {
    signal.throwIfAborted();
    const hosts = await db
      .selectFrom('hosts')
      .select('id')
      .where('id', '>', last)
      .where('first_report_at', '<', before)
      .orderBy('id')
      .limit(hostsAtOnce)
      .execute();
    const ids = hosts.map((host) => host.id);
    last = ids.at(-1) ?? last;
    if (ids.length === 0) return;
    await inTransaction(store, (tx) => fold(tx, ids, before));
  }
}

interface OldReport {
  host_id: number;
  received_at: number;
  facts_id: number;
}

async function fold(tx: Tx, hostIds: readonly number[], before: number): Promise<void> {
  const reports: OldReport[] = await tx.db
    .selectFrom('reports')
    .select(['host_id', 'received_at', 'facts_id'])
    .where('host_id', 'in', hostIds)
    .where('received_at', '<', before)
    .orderBy('host_id')
    .orderBy('received_at')
    .execute();
  if (reports.length === 0) return;
  const ids = [...new Set(reports.map((report) => report.host_id))];
  const states = await statesThen(tx, ids, before);
  const lines = new Map<string, HostDaysTable>();
  for (const { host_id, received_at, facts_id } of reports) {
    const day = dayOf(received_at);
    const key = `${host_id} ${day}`;
    const line = lines.get(key) ?? { host_id, day, facts_id, state: 'unknown' as const, reports: 0 };
    line.facts_id = facts_id;
    line.state = stateAt(states.get(host_id) ?? [], Date.parse(`${day}T23:59:59.999Z`));
    line.reports += 1;
    lines.set(key, line);
  }
  await insertRows(tx, hostDayShape, [...lines.values()], { key: ['host_id', 'day'] });
  await tx.db.deleteFrom('reports').where('host_id', 'in', ids).where('received_at', '<', before).execute();
}

interface StateChange {
  at: number;
  after: HostState;
}

/** The states of hosts as they were judged at the time, oldest first. */
async function statesThen(
  tx: Tx,
  hostIds: readonly number[],
  before: number,
): Promise<Map<number, StateChange[]>> {
  const rows = await tx.db
    .selectFrom('host_changes')
    .select(['host_id', 'at', 'after'])
    .where('host_id', 'in', hostIds)
    .where('at', '<', before)
    .where('kind', '=', 'state')
    .orderBy('at')
    .orderBy('id')
    .execute();
  // The kind `state` has states before and after.
  const changes = rows.map(({ host_id, at, after }) => ({ host_id, at, after: after as HostState }));
  return Map.groupBy(changes, (change) => change.host_id);
}

function stateAt(changes: readonly StateChange[], time: number): HostState {
  return changes.findLast((change) => change.at <= time)?.after ?? 'unknown';
}
