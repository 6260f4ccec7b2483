// One host as it is: its kept facts judged at the time of the question.
import { evaluate, type Report } from '@mailflow-tls/core';
import { Problem } from '../api/problems.ts';
import { reportIdText } from '../store/report-id.ts';
import type { Asking } from './asking.ts';
import { everyHost, type HostFilter } from './host-filter.ts';
import { type HostLine, listHosts } from './host-list.ts';
import { factsReader } from './kept-facts.ts';

export interface Waived {
  rule: string;
  waiver: number;
  reason: string;
  owner: string;
  expiresAt: number;
}

export interface HostPage {
  host: HostLine;
  /** Of its newest facts; null before the first report, or when they can no longer be read. */
  report: Report | null;
  /** Since when each rule has the verdict that the store keeps. */
  since: Record<string, number>;
  waived: Waived[];
  /** What the host said it could not deliver. */
  lost: unknown;
}

const anyStatus: HostFilter = { ...everyHost, status: [] };

export async function hostLine(asking: Asking, id: number): Promise<HostLine> {
  const { hosts } = await listHosts(asking, { ...anyStatus, id: [id] }, { order: 'name', limit: 1 });
  const [host] = hosts;
  if (!host) throw new Problem('not-found', `There is no host ${id}.`);
  return host;
}

export async function hostPage(asking: Asking, id: number): Promise<HostPage> {
  const host = await hostLine(asking, id);
  const { reader } = asking.store;
  const [reports, findings, waivers, row] = await Promise.all([
    reportsNow(asking, [id]),
    reader.selectFrom('host_findings').select(['rule_id', 'since']).where('host_id', '=', id).execute(),
    reader
      .selectFrom('host_findings')
      .innerJoin('waivers', 'waivers.id', 'host_findings.waiver_id')
      .select([
        'host_findings.rule_id',
        'waivers.id',
        'waivers.reason',
        'waivers.owner',
        'waivers.expires_at',
      ])
      .where('host_findings.host_id', '=', id)
      .execute(),
    reader.selectFrom('hosts').select('lost').where('id', '=', id).executeTakeFirst(),
  ]);
  return {
    host,
    report: reports.get(id) ?? null,
    since: Object.fromEntries(findings.map((finding) => [finding.rule_id, finding.since])),
    waived: waivers.map((waiver) => ({
      rule: waiver.rule_id,
      waiver: waiver.id,
      reason: waiver.reason,
      owner: waiver.owner,
      expiresAt: waiver.expires_at,
    })),
    lost: row?.lost === null || row?.lost === undefined ? null : JSON.parse(row.lost),
  };
}

/** Judges the newest kept facts of hosts now; hosts without a report are missing. */
export async function reportsNow(asking: Asking, ids: readonly number[]): Promise<Map<number, Report>> {
  if (ids.length === 0) return new Map();
  const rows = await asking.store.reader
    .selectFrom('hosts')
    .select(['id', 'facts_id', 'last_report_id', 'last_made_at'])
    .where('id', 'in', ids)
    .execute();
  const known = rows.flatMap(({ id, facts_id, last_report_id, last_made_at }) =>
    facts_id === null || last_report_id === null || last_made_at === null
      ? []
      : [{ id, factsId: facts_id, reportId: reportIdText(last_report_id), madeAt: last_made_at }],
  );
  if (known.length === 0) return new Map();
  const kept = await factsReader(asking).read(known.map((host) => host.factsId));
  const now = new Date(asking.now());
  const reports = new Map<number, Report>();
  for (const { id, factsId, reportId, madeAt } of known) {
    const facts = kept.get(factsId)?.(reportId, madeAt);
    if (facts) reports.set(id, evaluate(facts, { now }));
  }
  return reports;
}
