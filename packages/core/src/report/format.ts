// What every format has in common: its signature, its options and the order of the findings.
import type { Evidence, Finding, Verdict } from '../engine/finding.ts';
import { verdictOrder } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { type Fillings, piecesText, type Text, textPieces } from '../locales/text.ts';
import { hostStates, type Report } from './report.ts';

/** Each format takes the options it has a use for. */
export interface FormatOptions<L extends ReportLocale = ReportLocale> {
  locale: L;
  /** Text: with the findings that passed, and with every detail of each host when there are several. */
  verbose?: boolean;
  /** Text: with ANSI colours. */
  color?: boolean;
  /** Text: columns to wrap sentences at; 80 when not given. Paths and commands are never wrapped. */
  width?: number;
  /** CSV: begins with a byte order mark, by which Excel recognises UTF-8. */
  byteOrderMark?: boolean;
  /** JUnit: the mildest verdict that counts as a failed test; `fail` when not given. */
  failOn?: FailOn;
}

export type FailOn = 'info' | 'notChecked' | 'warn' | 'fail' | 'never';

/** Turns the reports of one or many hosts into text. Pure; valid output for any data of the hosts. */
export type Format = (reports: readonly Report[], options: FormatOptions) => string;

/** Worst first, as people read; within a verdict in the order of the rules. */
export const verdictsWorstFirst: readonly Verdict[] = [...verdictOrder].reverse();

export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => verdictOrder.indexOf(b.verdict) - verdictOrder.indexOf(a.verdict));
}

export function countVerdicts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = { pass: 0, info: 0, warn: 0, fail: 0, notApplicable: 0, notChecked: 0 };
  for (const finding of findings) counts[finding.verdict] += 1;
  return counts;
}

/** Whether a verdict asks for nothing: shown folded, or as a count. */
export function isQuiet(verdict: Verdict): boolean {
  return verdict === 'pass' || verdict === 'notApplicable';
}

/** Values by the place they were read at, so that a long path is written once. */
export function evidenceBySource(evidence: readonly Evidence[]): [string, Evidence[]][] {
  const sources = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const items = sources.get(item.source);
    if (items) items.push(item);
    else sources.set(item.source, [item]);
  }
  return [...sources];
}

/** Hosts that need help first. */
export function worstHostsFirst(reports: readonly Report[]): Report[] {
  return [...reports].sort((a, b) => hostStates.indexOf(a.state) - hostStates.indexOf(b.state));
}

/** A text of the locale as a plain string. */
export function say(locale: ReportLocale, text: Text, fillings?: Fillings): string {
  return piecesText(textPieces(text, fillings, locale.language));
}
