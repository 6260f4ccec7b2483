// Ends waivers whose time is over: what they covered counts again, and people are told.
import { type AlertRow, insertAlerts } from '../store/alert-rows.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import type { JobCollector } from './job.ts';

export async function expireWaivers(collector: JobCollector, signal: AbortSignal): Promise<void> {
  const now = collector.now();
  const expired = await collector.db
    .selectFrom('waivers')
    .select('id')
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .orderBy('id')
    .execute();
  for (const { id } of expired) {
    signal.throwIfAborted();
    await inTransaction(collector.store, (tx) => expire(tx, id, now));
  }
}

async function expire(tx: Tx, id: number, now: number): Promise<void> {
  // Asked again in the transaction: somebody may have ended or prolonged it meanwhile.
  const waiver = await tx.db
    .updateTable('waivers')
    .set((eb) => ({ ended_at: eb.ref('expires_at'), ended_by: 'system' }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  if (waiver === undefined) return;
  const covered = await tx.db
    .selectFrom('host_findings')
    .select('host_id')
    .where('waiver_id', '=', id)
    .orderBy('host_id')
    .execute();
  const hosts = covered.map((row) => row.host_id);
  if (hosts.length > 0) await applyWaivers(tx.db, now, hosts);
  const { rule_id: rule, tag, owner, reason, expires_at: expiresAt, host_id } = waiver;
  const detail = { waiver: id, rule, tag, owner, reason, expiresAt, hosts: hosts.length };
  const alert: AlertRow = {
    at: now,
    kind: 'waiverExpired',
    host_id,
    detail: JSON.stringify(detail),
    group_key: 'waiverExpired',
  };
  await insertAlerts(tx, [alert]);
}
