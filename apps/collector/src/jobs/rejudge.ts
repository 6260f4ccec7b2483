// Judges every host's kept facts again when the core is another one, and once a day because time itself changes verdicts.
import { setImmediate } from 'node:timers/promises';
import { coreVersion } from '@mailflow-tls/core';
import { applyJudgements, type JudgedHost } from '../store/apply-judgements.ts';
import { type Judged, judge, notUnderstood } from '../store/judge.ts';
import { type JudgementToStore, storeJudgements } from '../store/judgements.ts';
import { readPresentHosts } from '../store/present-host.ts';
import { KeptFactsReader } from '../store/read-kept-facts.ts';
import { judgedAgainAfterMs } from '../store/record-reports.ts';
import { reportIdText } from '../store/report-id.ts';
import { inTransaction } from '../store/transaction.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import type { JobCollector } from './job.ts';

const hostsAtOnce = 200;
/** Facts that are judged before others get a turn. */
const factsBetweenTurns = 20;

interface DueHost {
  id: number;
  factsId: number;
  reportId: Uint8Array;
  madeAt: number;
}

/** Can be ended and taken up at any time: what was judged is not due any more. */
export async function rejudge(collector: JobCollector, signal: AbortSignal): Promise<void> {
  const reader = new KeptFactsReader(collector.store.reader);
  let next = judgeSome(collector, reader, 0);
  for (;;) {
    const { due, judged } = await next;
    const last = due.at(-1);
    if (last === undefined) return;
    signal.throwIfAborted();
    // The next hosts are read and judged while the database is busy with these.
    next = judgeSome(collector, reader, last.id);
    // What it rejects with is told when its turn comes, or no longer matters.
    next.catch(() => {});
    await store(collector, due, judged);
  }
}

interface SomeJudged {
  due: readonly DueHost[];
  judged: ReadonlyMap<number, Judged>;
}

async function judgeSome(
  collector: JobCollector,
  reader: KeptFactsReader,
  after: number,
): Promise<SomeJudged> {
  const due = await dueHosts(collector, after);
  return { due, judged: await judgeKept(reader, due, collector.now()) };
}

async function dueHosts({ store, now }: JobCollector, after: number): Promise<DueHost[]> {
  const rows = await store.reader
    .selectFrom('hosts')
    .select(['id', 'facts_id', 'last_report_id', 'last_made_at'])
    .where('id', '>', after)
    .where('status', '=', 'active')
    .where('facts_id', 'is not', null)
    .where((eb) =>
      eb.or([eb('core_version', '<>', coreVersion), eb('judged_at', '<=', now() - judgedAgainAfterMs)]),
    )
    .orderBy('id')
    .limit(hostsAtOnce)
    .execute();
  return rows.map(({ id, facts_id, last_report_id, last_made_at }) => ({
    id,
    factsId: facts_id ?? 0,
    reportId: last_report_id ?? new Uint8Array(16),
    madeAt: last_made_at ?? 0,
  }));
}

async function judgeKept(
  reader: KeptFactsReader,
  due: readonly DueHost[],
  now: number,
): Promise<Map<number, Judged>> {
  if (due.length === 0) return new Map();
  const kept = await reader.read(due.map((host) => host.factsId));
  const judged = new Map<number, Judged>();
  for (const [index, { id, factsId, reportId, madeAt }] of due.entries()) {
    if (index % factsBetweenTurns === factsBetweenTurns - 1) await setImmediate();
    const facts = kept.get(factsId)?.(reportIdText(reportId), madeAt) ?? null;
    judged.set(id, facts === null ? notUnderstood : judge(facts, now));
  }
  return judged;
}

/** A host that has other facts by now was judged with them. */
async function store(
  collector: JobCollector,
  due: readonly DueHost[],
  judged: ReadonlyMap<number, Judged>,
): Promise<void> {
  const at = collector.now();
  await inTransaction(collector.store, async (tx) => {
    const hosts = await readPresentHosts(
      tx,
      due.map((host) => host.id),
    );
    const again: JudgedHost[] = [];
    const judgements: JudgementToStore[] = [];
    for (const { id, factsId } of due) {
      const host = hosts.get(id);
      const verdict = judged.get(id);
      if (host === undefined || verdict === undefined || host.facts_id !== factsId) continue;
      again.push({ host, judged: verdict, at, reportId: null });
      judgements.push({ factsId, at, judged: verdict });
    }
    await storeJudgements(tx, judgements, 'renew');
    const settled = await applyJudgements(tx, again);
    if (settled.length > 0) await applyWaivers(tx.db, at, settled);
  });
}
