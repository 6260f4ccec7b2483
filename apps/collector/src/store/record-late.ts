// Reports that arrive after newer ones of their host: kept, without moving the host's present state.
import { insertRows } from './bulk.ts';
import { internFacts } from './intern-facts.ts';
import { judge } from './judge.ts';
import { storeJudgements } from './judgements.ts';
import { factsOfReport, type IncomingReport, toKeep } from './record-present.ts';
import { reportShape } from './shapes.ts';
import type { Tx } from './transaction.ts';

export async function recordLate(tx: Tx, reports: readonly IncomingReport[]): Promise<void> {
  const now = Math.max(...reports.map((report) => report.receivedAt));
  const ids = await internFacts(tx, reports.map(toKeep), now);
  const rows = reports.map((report, index) => ({
    id: report.idBytes,
    host_id: report.hostId,
    received_at: report.receivedAt,
    made_at: report.madeAt,
    facts_id: ids[index] ?? 0,
    via: report.via,
  }));
  await insertRows(tx, reportShape, rows);
  // They are judged as of the time they tell of.
  const judged = reports.flatMap((report, index) => {
    const facts = factsOfReport(report);
    return facts
      ? [{ factsId: ids[index] ?? 0, at: report.madeAt, judged: judge(facts, report.madeAt) }]
      : [];
  });
  await storeJudgements(tx, judged, 'keep');
  await tx.db.updateTable('facts').set({ last_used_at: now }).where('id', 'in', ids).execute();
}
