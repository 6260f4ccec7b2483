// Marks hosts that have not reported for too long, and tells of them.
import { hostAlert, insertAlerts } from '../store/alert-rows.ts';
import { insertRows } from '../store/bulk.ts';
import { changeShape } from '../store/shapes.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { hour, type JobCollector } from './job.ts';
import { lastRun } from './runner.ts';

const hostsAtOnce = 500;
/** Longer without a run, nobody listened: then hosts get their time anew, instead of all being called silent at once. */
const notListeningMs: number = hour;
const listeningKey = 'listeningSince';

export async function markSilentHosts(collector: JobCollector, signal: AbortSignal): Promise<void> {
  const now = collector.now();
  const afterMs = collector.settings.silentAfterHours * hour;
  const since = await listeningSince(collector, now);
  if (since + afterMs > now) return;
  for (;;) {
    signal.throwIfAborted();
    const marked = await inTransaction(collector.store, (tx) => markSome(tx, now, now - afterMs));
    if (marked < hostsAtOnce) return;
  }
}

async function listeningSince(collector: JobCollector, now: number): Promise<number> {
  const { db } = collector;
  const last = await lastRun(collector, 'silent-hosts');
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', listeningKey)
    .executeTakeFirst();
  const known = row === undefined ? null : Number(row.value);
  if (known !== null && last !== null && now - last <= notListeningMs) return known;
  await db
    .insertInto('settings')
    .values({ key: listeningKey, value: String(now) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(now) }))
    .execute();
  return now;
}

/** A host that never reported is silent since it was let in. */
async function markSome(tx: Tx, now: number, before: number): Promise<number> {
  const rows = await tx.db
    .selectFrom('hosts')
    .select(['id', 'name', 'domain', 'last_report_at', 'decided_at', 'enrolled_at'])
    .where('status', '=', 'active')
    .where('silent_since', 'is', null)
    .where((eb) =>
      eb.or([
        eb('last_report_at', '<', before),
        eb.and([eb('last_report_at', 'is', null), eb('enrolled_at', '<', before)]),
      ]),
    )
    .limit(hostsAtOnce)
    .$if(tx.store.kind === 'postgres', (query) => query.forUpdate().skipLocked())
    .execute();
  const silent = rows
    .map((row) => ({ ...row, since: row.last_report_at ?? row.decided_at ?? row.enrolled_at }))
    .filter(({ since }) => since < before);
  for (const { id, since } of silent)
    await tx.db.updateTable('hosts').set({ silent_since: since }).where('id', '=', id).execute();
  const change = { at: now, kind: 'silent', subject: null, after: null, report_id: null };
  await insertRows(
    tx,
    changeShape,
    silent.map(({ id, since }) => ({ ...change, host_id: id, before: String(since) })),
  );
  await insertAlerts(
    tx,
    silent.map((host) => hostAlert('silent', host, now, { lastReportAt: host.last_report_at })),
  );
  return silent.length;
}
