// Puts a report into words of a language: pieces of text that every format prints in its own way.
import type { Finding } from '../engine/finding.ts';
import type { Locale, RuleText } from '../locales/locale.ts';
import { type Piece, textPieces } from '../locales/text.ts';
import type { Remedy, Step } from '../remediation/remedy.ts';
import type { Report } from './report.ts';

/** The strings of a rule; undefined for an id that this version does not know (a report of a newer one). */
export function ruleText(locale: Locale, id: string): RuleText | undefined {
  // The literal keys only matter to the compiler.
  return ownEntry(locale.rules as Readonly<Record<string, RuleText>>, id);
}

/** Keys come from kept reports too, so that `__proto__` must not find what every object has. */
export function ownEntry<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The rule's title; its id when the rule is not known. */
export function ruleTitle(locale: Locale, id: string): string {
  return ruleText(locale, id)?.title ?? id;
}

/** Why the rule matters to mail; nothing for a rule that is not known. */
export function rationaleWords(id: string, locale: Locale): Piece[] {
  const rationale = ruleText(locale, id)?.rationale;
  return rationale === undefined ? [] : textPieces(rationale, undefined, locale.language);
}

/** The one sentence of a finding. */
export function findingSentence(
  finding: Pick<Finding, 'rule' | 'message' | 'because'>,
  locale: Locale,
): Piece[] {
  const { key, params } = finding.message;
  const own = ownEntry(ruleText(locale, finding.rule)?.messages, key);
  if (own !== undefined) return textPieces(own, params, locale.language);
  const because = finding.because;
  if (key === 'notRead' && because) {
    return textPieces(
      locale.findings.notRead,
      {
        section: [{ kind: 'words', text: locale.sections[because.section] as string }],
        reason: [{ kind: 'words', text: locale.unread[because.reason] as string }],
        code: because.code,
      },
      locale.language,
    );
  }
  if (key === 'noTransport') return textPieces(locale.findings.noTransport, params, locale.language);
  if (key === 'ruleFailed') return textPieces(locale.findings.ruleFailed, params, locale.language);
  return [{ kind: 'literal', text: `${finding.rule}: ${key}` }];
}

/** The state of the host and its reason, as one or two sentences. */
export function reasonSentence(report: Report, locale: Locale): Piece[] {
  const { key, findings } = report.reason;
  const first = report.findings[findings[0] ?? -1];
  return textPieces(
    locale.reasons[key],
    { count: findings.length, because: first ? findingSentence(first, locale) : [] },
    locale.language,
  );
}

export interface RemedyWords {
  summary: Piece[];
  mayBreak: Piece[];
}

export function remedyWords(finding: Pick<Finding, 'rule'>, remedy: Remedy, locale: Locale): RemedyWords {
  const name = remedy.id.slice(remedy.id.indexOf('#') + 1);
  const text = ownEntry(ruleText(locale, finding.rule)?.remedies, name);
  return {
    summary: text ? textPieces(text.summary, remedy.params, locale.language) : [],
    mayBreak: text ? textPieces(text.mayBreak, remedy.params, locale.language) : [],
  };
}

/** The sentence of a step that is done by hand. */
export function manualStepWords(
  finding: Pick<Finding, 'rule'>,
  step: Extract<Step, { do: 'manual' }>,
  locale: Locale,
): Piece[] {
  const text = ownEntry(ruleText(locale, finding.rule)?.steps, step.step);
  return text === undefined
    ? [{ kind: 'literal', text: step.step }]
    : textPieces(text, step.params, locale.language);
}
