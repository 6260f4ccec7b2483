// Keeps what a core said of facts, beside what other cores said of the same.
import { insertRows } from './bulk.ts';
import { type Judged, verdictsText } from './judge.ts';
import { judgementShape } from './shapes.ts';
import type { Tx } from './transaction.ts';

export interface JudgementToStore {
  factsId: number;
  at: number;
  judged: Judged;
}

/**
 * `renew`: the newest judgement of a core stands, with the time at which the core first said so. `keep`: the one that
 * is there stands.
 */
export async function storeJudgements(
  tx: Tx,
  all: readonly JudgementToStore[],
  mode: 'renew' | 'keep',
): Promise<void> {
  const rows = new Map(
    all.map(({ factsId, at, judged: { core, state, reason, verdicts } }) => [
      `${factsId} ${core}`,
      { facts_id: factsId, core, judged_at: at, state, reason, verdicts: verdictsText(verdicts) },
    ]),
  );
  if (rows.size === 0) return;
  await insertRows(tx, judgementShape, [...rows.values()], mode === 'keep' ? 'ignore' : renewed);
}

const renewed = {
  key: ['facts_id', 'core'],
  whenOther: ['state', 'reason', 'verdicts'],
} as const;
