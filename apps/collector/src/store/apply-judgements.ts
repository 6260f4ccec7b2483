// What a new judgement changes on a host: its state, its findings, its history, and what people are told.
import { type AlertRow, insertAlerts, stateChanged } from './alert-rows.ts';
import { deleteRows, insertRows, selectByKeys, updateRows } from './bulk.ts';
import { clip } from './clip.ts';
import { searchTexts } from './host-search.ts';
import type { Judged } from './judge.ts';
import type { PresentHost } from './present-host.ts';
import type { HostFindingsTable } from './schema.ts';
import {
  type ChangeRow,
  changeShape,
  findingKeyShape,
  findingShape,
  judgedShape,
  searchShape,
} from './shapes.ts';
import type { Tx } from './transaction.ts';

export interface JudgedHost {
  host: PresentHost;
  judged: Judged;
  at: number;
  /** The report that brought the facts; null when kept facts were judged again. */
  reportId: Uint8Array | null;
}

/** Returns the ids of the hosts whose findings changed; waivers have to be applied to them. */
export async function applyJudgements(tx: Tx, all: readonly JudgedHost[]): Promise<number[]> {
  const findings = await readFindings(
    tx,
    all.map(({ host }) => host.id),
  );
  const changes: ChangeRow[] = [];
  const alerts: AlertRow[] = [];
  const written: HostFindingsTable[] = [];
  const gone: { host_id: number; rule_id: string }[] = [];
  const changedHosts: number[] = [];
  for (const each of all) {
    const diff = diffFindings(each, findings.get(each.host.id) ?? []);
    written.push(...diff.written);
    gone.push(...diff.gone.map((rule_id) => ({ host_id: each.host.id, rule_id })));
    if (diff.changes.length > 0 || each.host.state === null) changedHosts.push(each.host.id);
    changes.push(...changesOf(each, diff.changes));
    if (each.host.state !== null && each.host.state !== each.judged.state) alerts.push(stateChanged(each));
  }
  await deleteRows(tx, findingKeyShape, gone);
  await insertRows(tx, findingShape, written, { key: ['host_id', 'rule_id'] });
  await insertRows(tx, changeShape, changes);
  await insertAlerts(tx, alerts);
  await writeHosts(tx, all);
  return changedHosts;
}

interface FindingsDiff {
  written: HostFindingsTable[];
  gone: string[];
  changes: { rule: string; before: string | null; after: string | null }[];
}

function diffFindings({ host, judged, at }: JudgedHost, known: readonly HostFindingsTable[]): FindingsDiff {
  const diff: FindingsDiff = { written: [], gone: [], changes: [] };
  const before = new Map(known.map((row) => [row.rule_id, row]));
  for (const [rule, { verdict, counts }] of judged.verdicts) {
    const old = before.get(rule);
    before.delete(rule);
    if (old?.verdict === verdict && old.counts === counts) continue;
    const since = old?.verdict === verdict ? old.since : at;
    const waiver_id = old?.waiver_id ?? null;
    diff.written.push({ host_id: host.id, rule_id: rule, verdict, counts, since, waiver_id });
    diff.changes.push({ rule, before: old?.verdict ?? null, after: verdict });
  }
  for (const [rule, { verdict }] of before) {
    diff.gone.push(rule);
    diff.changes.push({ rule, before: verdict, after: null });
  }
  return diff;
}

/** The first judgement of a host is where its history begins; its findings are no changes. */
function changesOf({ host, judged, at, reportId }: JudgedHost, rules: FindingsDiff['changes']): ChangeRow[] {
  const change = (
    kind: string,
    subject: string | null,
    before: string | null,
    after: string | null,
  ): ChangeRow => ({
    host_id: host.id,
    at,
    kind,
    subject,
    before,
    after,
    report_id: reportId,
  });
  if (host.state === null) return [change('state', null, null, judged.state)];
  const changes: ChangeRow[] = [];
  const changedState = host.state !== judged.state;
  if (host.core_version !== judged.core && (changedState || rules.length > 0))
    changes.push(change('core', null, host.core_version, judged.core));
  if (changedState) changes.push(change('state', null, host.state, judged.state));
  for (const { rule, before, after } of rules) changes.push(change('rule', rule, before, after));
  return changes;
}

async function readFindings(tx: Tx, hostIds: readonly number[]): Promise<Map<number, HostFindingsTable[]>> {
  const select =
    'select host_id, rule_id, verdict, counts, since, waiver_id from host_findings where host_id';
  const rows = await selectByKeys<HostFindingsTable>(
    tx,
    { sqlite: `${select} = ?`, postgres: `${select} = any($1::bigint[])` },
    hostIds,
  );
  return Map.groupBy(rows, (row) => row.host_id);
}

async function writeHosts(tx: Tx, all: readonly JudgedHost[]): Promise<void> {
  const renamed = all.filter(
    ({ host, judged }) =>
      host.state === null || host.windows !== judged.windows || host.exchange !== judged.exchange,
  );
  for (const { host, judged, at } of all) {
    if (host.state !== judged.state) host.state_since = at;
    host.state = judged.state;
    host.reason = judged.reason;
    host.part = judged.part;
    host.rank = judged.rank;
    // Short, because an index holds both beside other texts.
    host.windows = judged.windows === null ? null : clip(judged.windows, 80);
    host.exchange = judged.exchange === null ? null : clip(judged.exchange, 80);
    host.core_version = judged.core;
    host.judged_at = at;
  }
  await updateRows(
    tx,
    judgedShape,
    'id',
    all.map(({ host }) => host),
  );
  const texts = await searchTexts(
    tx,
    renamed.map(({ host }) => host),
  );
  await updateRows(
    tx,
    searchShape,
    'id',
    [...texts].map(([id, search]) => ({ id, search })),
  );
}
