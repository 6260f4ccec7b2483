// Removes facts that no host, no report and no line of history refers to any more, and sections that no facts hold.
import { lockFacts } from '../store/intern-facts.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import type { JobCollector } from './job.ts';

const factsAtOnce = 200;

/**
 * Facts that hosts left before this time: all reports that tell of them are older still, and gone. They stay when a
 * host has come back to them, or a line of a day needs them.
 */
export async function collectGarbage(
  { store }: JobCollector,
  leftBefore: number,
  signal: AbortSignal,
): Promise<void> {
  let last = 0;
  for (;;) {
    signal.throwIfAborted();
    const ids = await inTransaction(store, async (tx) => {
      await lockFacts(tx, 'exclusive');
      const unused = await unusedFacts(tx, last, leftBefore);
      if (unused.length > 0) await remove(tx, unused);
      return unused;
    });
    last = ids.at(-1) ?? last;
    if (ids.length < factsAtOnce) return;
  }
}

async function unusedFacts(tx: Tx, after: number, leftBefore: number): Promise<number[]> {
  const rows = await tx.db
    .selectFrom('facts')
    .select('id')
    .where('id', '>', after)
    .where('last_used_at', '<', leftBefore)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('hosts').select('hosts.id').whereRef('hosts.facts_id', '=', 'facts.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('host_days').select('host_days.day').whereRef('host_days.facts_id', '=', 'facts.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(factsAtOnce)
    .execute();
  return rows.map((row) => row.id);
}

async function remove({ db }: Tx, ids: readonly number[]): Promise<void> {
  const held = await db
    .deleteFrom('facts_sections')
    .where('facts_id', 'in', ids)
    .returning('section_id')
    .execute();
  await db.deleteFrom('judgements').where('facts_id', 'in', ids).execute();
  await db.deleteFrom('facts').where('id', 'in', ids).execute();
  const sections = [...new Set(held.map((row) => row.section_id))];
  for (let from = 0; from < sections.length; from += 500) {
    await db
      .deleteFrom('sections')
      .where('id', 'in', sections.slice(from, from + 500))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('facts_sections')
              .select('facts_sections.facts_id')
              .whereRef('facts_sections.section_id', '=', 'sections.id'),
          ),
        ),
      )
      .execute();
  }
}
