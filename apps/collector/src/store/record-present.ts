// Reports that move their host's present state: other facts, a judgement that is due, a host that is back.
import type { ReportHeader } from '@mailflow-tls/contract';
import type { HostFacts } from '@mailflow-tls/core';
import type { VerifiedReport } from '../intake/verified-report.ts';
import { applyWaivers } from '../waivers/apply-waivers.ts';
import { type AlertRow, hostAlert, insertAlerts } from './alert-rows.ts';
import { applyJudgements, type JudgedHost } from './apply-judgements.ts';
import { insertRows, updateRows } from './bulk.ts';
import { fullName, isOtherName, readOldNames } from './changed-name.ts';
import { changedSections, readOldSections } from './changed-sections.ts';
import { clip } from './clip.ts';
import { type FactsToKeep, internFacts } from './intern-facts.ts';
import { judge, notUnderstood } from './judge.ts';
import { storeJudgements } from './judgements.ts';
import { assembleFacts } from './kept-facts.ts';
import type { PresentHost } from './present-host.ts';
import { type ChangeRow, changeShape, presentShape, reportShape } from './shapes.ts';
import { replaceTraffic, type TrafficOfHost } from './traffic/replace-traffic.ts';
import type { Tx } from './transaction.ts';

export interface IncomingReport extends VerifiedReport {
  idBytes: Uint8Array;
  /** By the host's clock. */
  madeAt: number;
}

export interface PresentReport {
  report: IncomingReport;
  host: PresentHost;
}

export function toKeep({ digest, run, sections, header }: IncomingReport): FactsToKeep {
  return { digest, run, sections, digests: header.sections };
}

/** Intake held each section to the core's schema already; null when they are of a version this core cannot judge. */
export function factsOfReport({ header, sections }: IncomingReport): HostFacts | null {
  const parsed = new Map(
    sections.map(({ name, text }): [string, unknown] => [
      name,
      JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('utf8')),
    ]),
  );
  return assembleFacts(header, parsed);
}

/** At most one report a host. */
export async function recordPresent(tx: Tx, all: readonly PresentReport[]): Promise<void> {
  const now = Math.max(...all.map(({ report }) => report.receivedAt));
  const ids = await internFacts(
    tx,
    all.map(({ report }) => toKeep(report)),
    now,
  );
  const before = all.map(({ host }) => host.facts_id);
  const old = await readOldSections(tx, before);
  const oldNames = await readOldNames(tx, before);
  await insertRows(
    tx,
    reportShape,
    all.map(({ report }, index) => reportRow(report, ids[index] ?? 0)),
  );
  const judgedHosts: JudgedHost[] = [];
  const changes: ChangeRow[] = [];
  const alerts: AlertRow[] = [];
  const traffic: TrafficOfHost[] = [];
  const left = new Set<number>();
  for (const [index, { report, host }] of all.entries()) {
    const factsId = ids[index] ?? 0;
    const facts = factsOfReport(report);
    const judged = facts ? judge(facts, report.receivedAt) : notUnderstood;
    judgedHosts.push({ host, judged, at: report.receivedAt, reportId: report.idBytes });
    if (host.facts_id !== factsId) {
      if (host.facts_id !== null) left.add(host.facts_id);
      const before = host.facts_id === null ? null : (old.get(host.facts_id) ?? null);
      const changed = changedSections(before, report.header.sections, judged.bootTime);
      changes.push(...renamed(host.facts_id === null ? undefined : oldNames.get(host.facts_id), report));
      changes.push(...changed.changes.map((change) => changeRow(report, change)));
      if (facts) traffic.push({ hostId: host.id, at: report.receivedAt, facts, changed: changed.names });
      host.facts_since = report.receivedAt;
    }
    const told = contact(host, report);
    changes.push(...told.changes);
    alerts.push(...told.alerts);
    move(host, report, factsId);
  }
  await storeJudgements(
    tx,
    judgedHosts.map(({ judged, at, host }) => ({ factsId: host.facts_id ?? 0, at, judged })),
    'renew',
  );
  if (left.size > 0)
    await tx.db
      .updateTable('facts')
      .set({ last_used_at: now })
      .where('id', 'in', [...left])
      .execute();
  await insertRows(tx, changeShape, changes);
  await insertAlerts(tx, alerts);
  await updateRows(
    tx,
    presentShape,
    'id',
    all.map(({ host }) => host),
  );
  await replaceTraffic(tx, traffic);
  const settled = await applyJudgements(tx, judgedHosts);
  if (settled.length > 0) await applyWaivers(tx.db, now, settled);
}

function reportRow(report: IncomingReport, factsId: number) {
  return {
    id: report.idBytes,
    host_id: report.hostId,
    received_at: report.receivedAt,
    made_at: report.madeAt,
    facts_id: factsId,
    via: report.via,
  };
}

type Change = Pick<ChangeRow, 'kind' | 'subject' | 'before' | 'after'>;

function changeRow(report: IncomingReport, change: Change): ChangeRow {
  return { ...change, host_id: report.hostId, at: report.receivedAt, report_id: report.idBytes };
}

/** Its entry keeps the name that it was let in under: a host may call itself anything. */
function renamed(before: string | undefined, report: IncomingReport): ChangeRow[] {
  const after = fullName(report.header.host);
  if (before === undefined || !isOtherName(before, after)) return [];
  return [changeRow(report, { kind: 'name', subject: null, before, after })];
}

/** A host that is back, and what it says it could not deliver. */
function contact(host: PresentHost, report: IncomingReport): { changes: ChangeRow[]; alerts: AlertRow[] } {
  const at = report.receivedAt;
  const changes: ChangeRow[] = [];
  const alerts: AlertRow[] = [];
  if (host.silent_since !== null) {
    const since = String(host.silent_since);
    changes.push(changeRow(report, { kind: 'back', subject: null, before: since, after: null }));
    alerts.push(hostAlert('back', host, at, { silentSince: host.silent_since }));
    host.silent_since = null;
  }
  const lost = lostText(report.header.lost);
  if (lost !== null) alerts.push(hostAlert('reportsLost', host, at, { lost: report.header.lost }));
  host.lost = lost;
  return { changes, alerts };
}

export function lostText(lost: ReportHeader['lost']): string | null {
  const { dropped, unreadable, notWritten } = lost;
  const nothing = dropped.count + dropped.bytes + dropped.age + unreadable + notWritten === 0;
  return nothing ? null : JSON.stringify(lost);
}

function move(host: PresentHost, report: IncomingReport, factsId: number): void {
  const { receivedAt, madeAt, header } = report;
  host.first_report_at ??= receivedAt;
  host.last_report_at = receivedAt;
  host.last_report_id = report.idBytes;
  host.last_made_at = madeAt;
  host.clock_skew_ms = madeAt - receivedAt;
  host.facts_id = factsId;
  host.facts_digest = report.digest;
  host.agent_version = clip(header.gatherer.version, 40);
  host.label = header.label ?? null;
}
