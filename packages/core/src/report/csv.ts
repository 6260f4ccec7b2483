// CSV by RFC 4180: one row a finding, safe to open in a spreadsheet.
import type { Evidence, Finding } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { piecesText } from '../locales/text.ts';
import { remedyCommands } from '../remediation/powershell.ts';
import { needsRestart } from '../remediation/remedy.ts';
import { type Format, say, worstFirst } from './format.ts';
import { hostName } from './host-lines.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';
import { findingSentence, rationaleWords, remedyWords, ruleTitle } from './words.ts';

/** Stable, in English whatever the language of the cells, so that programs can rely on them. */
const columns = [
  'host',
  'state',
  'verdict',
  'rule',
  'title',
  'subject',
  'finding',
  'evidence',
  'whyItMatters',
  'remedy',
  'commands',
  'restartNeeded',
  'mayBreak',
  'gatheredAt',
  'judgedAt',
] as const;

/** `state` and `verdict` are the keys, not the words: `failing`, `notChecked`. */
export const formatCsv: Format = (reports, { locale, byteOrderMark }) => {
  const rows = reports.flatMap((report) =>
    worstFirst(report.findings).map((finding) => row(report, finding, locale)),
  );
  return csvText([columns, ...rows], byteOrderMark);
};

/** Rows of cells as CSV. */
export function csvText(rows: readonly (readonly string[])[], byteOrderMark = false): string {
  const lines = rows.map((cells) => `${cells.map(cell).join(',')}\r\n`);
  return `${byteOrderMark ? '\ufeff' : ''}${lines.join('')}`;
}

function row(report: Report, finding: Finding, locale: ReportLocale): string[] {
  const { remedy } = finding;
  const words = remedy && remedyWords(finding, remedy, locale);
  const restart = remedy && needsRestart(remedy) ? 'true' : 'false';
  return [
    hostName(report),
    report.state,
    finding.verdict,
    finding.rule,
    ruleTitle(locale, finding.rule),
    finding.subject ?? '',
    piecesText(findingSentence(finding, locale)),
    finding.evidence.map((evidence) => evidenceText(evidence, locale)).join('; '),
    piecesText(rationaleWords(finding.rule, locale)),
    words ? piecesText(words.summary) : '',
    remedy ? remedyCommands(remedy).join('; ') : '',
    remedy ? restart : '',
    words ? piecesText(words.mayBreak) : '',
    report.facts.gatheredAt,
    report.judgedAt,
  ];
}

/** `HKLM\…\Client\Enabled = 0 (REG_DWORD)` */
function evidenceText({ source, name, value, kind }: Evidence, locale: ReportLocale): string {
  const place = name === undefined ? source : `${source}\\${name}`;
  const shown = value === null ? say(locale, locale.report.absent) : String(value);
  return `${place} = ${shown}${kind === undefined ? '' : ` (${kind})`}`;
}

/** What a spreadsheet would take for a formula, full-width forms included. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function cell(text: string): string {
  const safe = visible(formula.test(text) ? `'${text}` : text);
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
