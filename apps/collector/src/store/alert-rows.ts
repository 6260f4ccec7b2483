// What people are told when reports change something. Sending it is the outbox's work.
import type { Selectable } from 'kysely';
import { insertRows, type RowShape } from './bulk.ts';
import type { AlertsTable } from './schema.ts';
import type { Tx } from './transaction.ts';

export type AlertRow = Omit<Selectable<AlertsTable>, 'id'>;

const alertShape: RowShape<AlertRow> = {
  table: 'alerts',
  columns: { at: 'bigint', kind: 'text', host_id: 'bigint', detail: 'text', group_key: 'text' },
};

export async function insertAlerts(tx: Tx, rows: readonly AlertRow[]): Promise<void> {
  await insertRows(tx, alertShape, rows);
}

interface Named {
  id: number;
  name: string;
  domain: string | null;
}

/** Everything an alert says of its host by itself; the host may have another name by the time it is read. */
export function hostAlert(
  kind: string,
  host: Named,
  at: number,
  detail: Readonly<Record<string, unknown>>,
  group = kind,
): AlertRow {
  const { id, name, domain } = host;
  return { at, kind, host_id: id, detail: JSON.stringify({ name, domain, ...detail }), group_key: group };
}

/** Hosts that come into the same state are told together. */
export function stateChanged({
  host,
  judged,
  at,
}: {
  host: Named & { state: string | null };
  judged: { state: string; reason: string };
  at: number;
}): AlertRow {
  const detail = { before: host.state, after: judged.state, reason: judged.reason };
  return hostAlert('stateChanged', host, at, detail, `stateChanged:${judged.state}`);
}
