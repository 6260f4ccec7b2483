// What a host is at present, as far as the next report can change it; read once a transaction and kept up to date in it.
import type { Selectable } from 'kysely';
import { selectByKeys } from './bulk.ts';
import type { HostsTable } from './schema.ts';
import type { Tx } from './transaction.ts';

const names = [
  'id',
  'status',
  'name',
  'domain',
  'label',
  'first_report_at',
  'last_report_at',
  'last_report_id',
  'last_made_at',
  'clock_skew_ms',
  'facts_id',
  'facts_since',
  'state',
  'state_since',
  'reason',
  'part',
  'rank',
  'windows',
  'exchange',
  'agent_version',
  'core_version',
  'judged_at',
  'silent_since',
  'lost',
] as const;

export type PresentHost = Pick<Selectable<HostsTable>, (typeof names)[number]> & {
  facts_digest: Uint8Array | null;
};

const columns = names.map((name) => `h.${name}`).join(', ');
const from = `select ${columns}, f.digest as facts_digest from hosts h left join facts f on f.id = h.facts_id`;

/** Locks them too: no other collector writes about these hosts until this transaction ends. */
export async function readPresentHosts(tx: Tx, ids: readonly number[]): Promise<Map<number, PresentHost>> {
  const rows = await selectByKeys<PresentHost>(
    tx,
    {
      sqlite: `${from} where h.id = ?`,
      // In one order, so that two transactions cannot wait for each other.
      postgres: `${from} where h.id = any($1::bigint[]) order by h.id for update of h`,
    },
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
