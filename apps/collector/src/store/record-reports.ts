// The one transaction that writes reports: each counts once, and what changed on its host is written with it.
import { setImmediate } from 'node:timers/promises';
import { coreVersion } from '@mailflow-tls/core';
import type { Collector } from '../collector.ts';
import type { Recorded, VerifiedReport } from '../intake/verified-report.ts';
import { insertRows, selectByKeys, updateRows } from './bulk.ts';
import { type PresentHost, readPresentHosts } from './present-host.ts';
import { recordLate } from './record-late.ts';
import { type IncomingReport, lostText, recordPresent } from './record-present.ts';
import { reportIdBytes } from './report-id.ts';
import { contactShape, reportShape } from './shapes.ts';
import { inTransaction, type Tx } from './transaction.ts';

export type RecordingCollector = Pick<Collector, 'store' | 'now' | 'settings'>;

/** A judgement is made again after this time, since certificates expire and reference data age. */
export const judgedAgainAfterMs: number = 24 * 3_600_000;

/** Writes a batch and answers for each report in order, once all of it is durable. All or nothing: throws when it failed. */
export async function recordReports(
  collector: RecordingCollector,
  batch: readonly VerifiedReport[],
): Promise<readonly Recorded[]> {
  if (batch.length === 0) return [];
  const incoming = batch.map(prepare);
  const presentAfterMs = collector.settings.silentAfterHours * 3_600_000;
  return inTransaction(collector.store, (tx) => record(tx, incoming, presentAfterMs));
}

function prepare({ header, ...report }: VerifiedReport): IncomingReport {
  const receivedAt = report.receivedAt;
  const madeAt = Date.parse(header.gatheredAt);
  return {
    ...report,
    header,
    idBytes: reportIdBytes(header.id),
    madeAt: Number.isFinite(madeAt) ? madeAt : receivedAt,
  };
}

async function record(
  tx: Tx,
  batch: readonly IncomingReport[],
  presentAfterMs: number,
): Promise<readonly Recorded[]> {
  const hosts = await readPresentHosts(
    tx,
    [...new Set(batch.map((report) => report.hostId))].sort((a, b) => a - b),
  );
  const owners = await ownersOf(tx, batch);
  const kept: IncomingReport[] = [];
  const recorded = batch.map((report): Recorded => {
    if (hosts.get(report.hostId)?.status !== 'active') return 'notActive';
    const owner = owners.get(report.header.id);
    if (owner !== undefined) return owner === report.hostId ? 'duplicate' : 'idTaken';
    owners.set(report.header.id, report.hostId);
    kept.push(report);
    return 'accepted';
  });
  for (const round of rounds(kept)) await recordRound(tx, hosts, round, presentAfterMs);
  return recorded;
}

/** Who has reports of these ids already. */
async function ownersOf(tx: Tx, batch: readonly IncomingReport[]): Promise<Map<string, number>> {
  const select = 'select id, host_id from reports where id';
  const rows = await selectByKeys<{ id: Uint8Array; host_id: number }>(
    tx,
    { sqlite: `${select} = ?`, postgres: `${select} = any($1::bytea[])` },
    batch.map((report) => report.idBytes),
  );
  if (rows.length === 0) return new Map();
  const known = new Map(rows.map((row) => [Buffer.from(row.id).toString('hex'), row.host_id]));
  const owners = new Map<string, number>();
  for (const { header } of batch) {
    const owner = known.get(header.id.replaceAll('-', ''));
    if (owner !== undefined) owners.set(header.id, owner);
  }
  return owners;
}

/** Reports of one host follow each other, in the order in which they were made; reports of different hosts go together. */
function rounds(reports: readonly IncomingReport[]): IncomingReport[][] {
  const made: IncomingReport[][] = [];
  for (const ofHost of Map.groupBy(reports, (report) => report.hostId).values()) {
    const ordered = ofHost.length === 1 ? ofHost : ofHost.toSorted((a, b) => a.madeAt - b.madeAt);
    for (const [index, report] of ordered.entries()) {
      const round = made[index];
      if (round) round.push(report);
      else made.push([report]);
    }
  }
  return made;
}

async function recordRound(
  tx: Tx,
  hosts: ReadonlyMap<number, PresentHost>,
  round: readonly IncomingReport[],
  presentAfterMs: number,
): Promise<void> {
  const unchanged: { report: IncomingReport; host: PresentHost }[] = [];
  const present: { report: IncomingReport; host: PresentHost }[] = [];
  const late: IncomingReport[] = [];
  for (const report of round) {
    const host = hosts.get(report.hostId);
    if (host === undefined) continue;
    if (isLate(host, report, presentAfterMs)) late.push(report);
    else if (saysNothingNew(host, report)) unchanged.push({ report, host });
    else present.push({ report, host });
  }
  await recordUnchanged(tx, unchanged);
  if (late.length > 0) await recordLate(tx, late);
  // Each of these is judged, which takes a while; others want to be served in between.
  for (let first = 0; first < present.length; first += judgedAtOnce) {
    if (first > 0) await setImmediate();
    await recordPresent(tx, present.slice(first, first + judgedAtOnce));
  }
}

const judgedAtOnce = 50;

/**
 * Made before the report that stands for the present. The host's clock may be wrong: one that runs ahead counts as the
 * collector's, and one that was set back is believed once the host would count as silent otherwise.
 */
function isLate(host: PresentHost, report: IncomingReport, presentAfterMs: number): boolean {
  if (host.last_made_at === null || host.last_report_at === null) return false;
  const lastMade = Math.min(host.last_made_at, host.last_report_at);
  const made = Math.min(report.madeAt, report.receivedAt);
  return made < lastMade && report.receivedAt - host.last_report_at < presentAfterMs;
}

/** The same facts, judged lately by this core, and nothing else that anybody wants to be told. */
function saysNothingNew(host: PresentHost, { digest, receivedAt, header }: IncomingReport): boolean {
  return (
    host.facts_digest !== null &&
    Buffer.compare(host.facts_digest, digest) === 0 &&
    host.core_version === coreVersion &&
    host.judged_at !== null &&
    receivedAt - host.judged_at < judgedAgainAfterMs &&
    host.silent_since === null &&
    host.lost === null &&
    lostText(header.lost) === null
  );
}

/** By far the most reports: one row, and when the host was last heard of. */
async function recordUnchanged(
  tx: Tx,
  reports: readonly { report: IncomingReport; host: PresentHost }[],
): Promise<void> {
  if (reports.length === 0) return;
  await insertRows(
    tx,
    reportShape,
    reports.map(({ report, host }) => ({
      id: report.idBytes,
      host_id: report.hostId,
      received_at: report.receivedAt,
      made_at: report.madeAt,
      // Only hosts that have facts can have the same again.
      facts_id: host.facts_id ?? 0,
      via: report.via,
    })),
  );
  await updateRows(
    tx,
    contactShape,
    'id',
    reports.map(({ report, host }) => {
      host.last_report_at = report.receivedAt;
      host.last_made_at = report.madeAt;
      return {
        id: host.id,
        last_report_at: report.receivedAt,
        last_report_id: report.idBytes,
        last_made_at: report.madeAt,
        clock_skew_ms: report.madeAt - report.receivedAt,
      };
    }),
  );
}
