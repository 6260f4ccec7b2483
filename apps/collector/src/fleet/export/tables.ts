// What exports hold, row by row: the hosts of a filter, and the plan of what is open on them.
import {
  en,
  findingSentence,
  needsRestart,
  piecesText,
  type Report,
  remedyWords,
  ruleTitle,
} from '@mailflow-tls/core';
import { remedyCommands } from '@mailflow-tls/core/formats';
import type { Asking } from '../asking.ts';
import type { HostFilter } from '../host-filter.ts';
import { everyHostOf, type HostLine } from '../host-list.ts';
import type { HostOrder } from '../host-order.ts';
import { reportsNow } from '../host-report.ts';

export interface Shown {
  filter: HostFilter;
  order: HostOrder;
  reversed: boolean;
}

export interface Table {
  /** Stable, in English. */
  columns: readonly string[];
  rows: AsyncIterable<readonly string[]>;
}

const hostColumns: readonly (keyof HostLine)[] = [
  'name',
  'domain',
  'state',
  'stateSince',
  'reason',
  'openProblems',
  'waivedProblems',
  'parts',
  'windows',
  'exchange',
  'tags',
  'status',
  'silentSince',
  'lastReportAt',
  'firstReportAt',
  'agentVersion',
  'coreVersion',
  'label',
  'keyId',
  'id',
];
const times: ReadonlySet<keyof HostLine> = new Set([
  'stateSince',
  'silentSince',
  'lastReportAt',
  'firstReportAt',
]);

export function hostTable(asking: Asking, shown: Shown): Table {
  return { columns: hostColumns, rows: hostRows(asking, shown) };
}

async function* hostRows(asking: Asking, { filter, order, reversed }: Shown): AsyncGenerator<string[]> {
  for await (const host of everyHostOf(asking, filter, order, reversed)) {
    yield hostColumns.map((column) => cellOf(column, host[column]));
  }
}

function cellOf(column: keyof HostLine, value: HostLine[keyof HostLine]): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(' ');
  return times.has(column) && typeof value === 'number' ? new Date(value).toISOString() : String(value);
}

const planColumns = [
  'host',
  'domain',
  'state',
  'verdict',
  'rule',
  'title',
  'subject',
  'finding',
  'remedy',
  'commands',
  'restartNeeded',
  'owner',
  'date',
] as const;

/** A row for each open finding; the last two columns are empty, for people to fill in. */
export function planTable(asking: Asking, shown: Shown): Table {
  return { columns: planColumns, rows: planRows(asking, shown) };
}

async function* planRows(asking: Asking, shown: Shown): AsyncGenerator<string[]> {
  for await (const { host, report } of openReports(asking, shown)) {
    for (const finding of report.findings) {
      const { remedy } = finding;
      yield [
        host.name,
        host.domain ?? '',
        report.state,
        finding.verdict,
        finding.rule,
        ruleTitle(en, finding.rule),
        finding.subject ?? '',
        piecesText(findingSentence(finding, en)),
        remedy ? piecesText(remedyWords(finding, remedy, en).summary) : '',
        remedy ? remedyCommands(remedy).join('; ') : '',
        remedy ? String(needsRestart(remedy)) : '',
        '',
        '',
      ];
    }
  }
}

export interface OpenReport {
  host: HostLine;
  /** Judged now, with only those findings that ask for something and that no waiver covers. */
  report: Report;
}

const atOnce = 50;

/** Hosts without a report are left out. */
async function* openReports(asking: Asking, { filter, order, reversed }: Shown): AsyncGenerator<OpenReport> {
  let hosts: HostLine[] = [];
  for await (const host of everyHostOf(asking, filter, order, reversed)) {
    hosts.push(host);
    if (hosts.length < atOnce) continue;
    yield* reportsOf(asking, hosts);
    hosts = [];
  }
  yield* reportsOf(asking, hosts);
}

export async function* reportsOf(asking: Asking, hosts: readonly HostLine[]): AsyncGenerator<OpenReport> {
  if (hosts.length === 0) return;
  const ids = hosts.map((host) => host.id);
  const [reports, waived] = await Promise.all([
    reportsNow(asking, ids),
    asking.store.reader
      .selectFrom('host_findings')
      .select(['host_id', 'rule_id'])
      .where('host_id', 'in', ids)
      .where('waiver_id', 'is not', null)
      .execute(),
  ]);
  const covered = new Set(waived.map((row) => `${row.host_id}\n${row.rule_id}`));
  for (const host of hosts) {
    const report = reports.get(host.id);
    if (!report) continue;
    const findings = report.findings.filter(
      ({ rule, verdict }) =>
        (verdict === 'fail' || verdict === 'warn') && !covered.has(`${host.id}\n${rule}`),
    );
    yield { host, report: { ...report, findings } };
  }
}
