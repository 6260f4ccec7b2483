// Puts a diagnosis into words of a language: pieces of text that every format prints in its own way.
import type { EvidenceLocale } from '../../locales/locale.ts';
import { type Piece, type Text, textPieces } from '../../locales/text.ts';
import type { Where } from '../../mailflow/evidence.ts';
import { needsRestart } from '../../remediation/remedy.ts';
import { say } from '../../report/format.ts';
import { shortTime } from '../../report/host-lines.ts';
import { type RemedyBlock, remedyBlocks } from '../../report/remedy-blocks.ts';
import { findingSentence, remedyWords } from '../../report/words.ts';
import type { Because, Cause, Flow, SettleBy } from '../diagnosis.ts';
import type { EvidenceSummary } from '../evidence-summary.ts';

export function causeName({ cause }: Pick<Cause, 'cause'>, locale: EvidenceLocale): string {
  return say(locale, locale.diagnosis.causes[cause].name);
}

export function causeMeaning({ cause }: Pick<Cause, 'cause'>, locale: EvidenceLocale): Piece[] {
  return textPieces(locale.diagnosis.causes[cause].meaning, undefined, locale.language);
}

/** The sentence of a piece of evidence; for a finding of the host the rule's own. */
export function becauseSentence(because: Because, locale: EvidenceLocale): Piece[] {
  const { finding, params, evidence } = because;
  if (finding) return findingSentence(finding, locale);
  // The keys only matter to the compiler; kinds of a newer version stay visible as they are.
  const sentences = locale.diagnosis.evidence as Readonly<Record<string, Text>>;
  const text = Object.hasOwn(sentences, evidence) ? sentences[evidence] : undefined;
  if (text === undefined) return [{ kind: 'literal', text: evidence }];
  return textPieces(text, params, locale.language);
}

/** `SEND2026110112-1.LOG, line 512` */
export function whereWords({ source, line, record }: Where, locale: EvidenceLocale): Piece[] {
  const { foundAt, foundInRecord } = locale.diagnosis.labels;
  if (line !== undefined) return textPieces(foundAt, { source, line }, locale.language);
  if (record !== undefined) return textPieces(foundInRecord, { source, record }, locale.language);
  return [{ kind: 'literal', text: source }];
}

/** What stands where there are no causes: good news only where something was read and nothing is left open. */
export function nothingWords(evidence: EvidenceSummary, locale: EvidenceLocale): string {
  const { nothing, nothingKnown, nothingSure } = locale.diagnosis;
  const { sources, unrecognised } = evidence;
  if (unrecognised.length > 0) return say(locale, nothingSure);
  const isKnown = sources.some(({ kind }) => kind !== 'unknown' && kind !== 'foreign');
  return say(locale, sources.length > 0 && !isKnown ? nothingKnown : nothing);
}

/** What was not read and why: whole sources first, then the first unreadable places in the others. */
export function notReadWords({ problems, sources }: EvidenceSummary, locale: EvidenceLocale): Piece[][] {
  const { unreadable } = locale.diagnosis;
  const told = new Set(problems.map(({ file }) => file));
  return [
    ...problems.map(({ words, file }) => aroundName(words, file)),
    ...sources.flatMap(({ file, unreadableAt }) =>
      (told.has(file) ? [] : unreadableAt).map(({ where, reason }): Piece[] => [
        ...whereWords(where, locale),
        { kind: 'words', text: `: ${say(locale, unreadable[reason])}` },
      ]),
    ),
  ];
}

/** The name of a file inside a sentence has a direction of its own. */
function aroundName(words: string, name: string): Piece[] {
  const at = name === '' ? -1 : words.indexOf(name);
  if (at < 0) return [{ kind: 'words', text: words }];
  const pieces: Piece[] = [
    { kind: 'words', text: words.slice(0, at) },
    { kind: 'literal', text: name },
    { kind: 'words', text: words.slice(at + name.length) },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** `TLS 1.0: 3, clear text: 1` */
export function protocolWords(protocols: Readonly<Record<string, number>>, locale: EvidenceLocale): string {
  // Versions are the same in every language; the rest has words.
  const words: Readonly<Record<string, Text>> = locale.diagnosis.sessionOutcomes;
  return Object.entries(protocols)
    .map(([name, count]) => {
      const text = Object.hasOwn(words, name) ? words[name] : undefined;
      return `${text === undefined ? name : say(locale, text)}: ${count}`;
    })
    .join(', ');
}

/** What a piece of evidence is worth, where it was found, and how often. */
export function becauseDetail(because: Because, locale: EvidenceLocale): Piece[] {
  const { strength, where, finding, text, count } = because;
  const { strengths } = locale.diagnosis;
  const parts: Piece[][] = [[{ kind: 'words', text: say(locale, strengths[strength]) }]];
  if (finding) parts.push([{ kind: 'literal', text: finding.rule }]);
  if (where !== undefined && where.source !== '') parts.push(whereWords(where, locale));
  if (count > 1 && text !== undefined)
    parts.push(textPieces(locale.diagnosis.times, { count }, locale.language));
  return parts.flatMap((part, index) => (index === 0 ? part : [{ kind: 'words', text: ', ' }, ...part]));
}

/** The cells of one flow, as text. */
export function flowWords(flow: Flow, cause: Cause, locale: EvidenceLocale) {
  const { likelihoods, directions, outcomes, ongoing, peers, messages, times } = locale.diagnosis;
  const count = flow.messages;
  return {
    direction: say(locale, directions[flow.direction]),
    connector: flow.connector ?? '',
    peer: flow.peer ?? say(locale, flow.office365 ? peers.office365 : peers.unknown),
    outcome: say(locale, outcomes[flow.outcome]),
    /** Only where it is not that of the cause. */
    likelihood: flow.likelihood === cause.likelihood ? '' : say(locale, likelihoods[flow.likelihood]),
    amount: count === null ? say(locale, times, { count: flow.count }) : say(locale, messages, { count }),
    seen: seen(flow.firstSeen, flow.lastSeen, locale),
    ongoing: say(locale, ongoing[flow.ongoing]),
  };
}

function seen(first: string | null, last: string | null, locale: EvidenceLocale): Piece[] {
  const [from, to] = [shortTime(first ?? last ?? ''), shortTime(last ?? first ?? '')];
  if (from === to) return from === '' ? [] : [{ kind: 'literal', text: from }];
  return textPieces(locale.diagnosis.between, { first: from, last: to }, locale.language);
}

export interface AdviceWords {
  summary: Piece[];
  steps: RemedyBlock[];
  mayBreak: Piece[];
  needsRestart: boolean;
}

export function adviceWords({ cause, remedy }: Cause, locale: EvidenceLocale): AdviceWords {
  const only = (text: Text): AdviceWords => ({
    summary: textPieces(text, undefined, locale.language),
    steps: [],
    mayBreak: [],
    needsRestart: false,
  });
  if (remedy.from === 'rule') {
    const about = { rule: remedy.rule };
    return {
      ...remedyWords(about, remedy.remedy, locale),
      steps: remedyBlocks(about, remedy.remedy, locale),
      needsRestart: needsRestart(remedy.remedy),
    };
  }
  if (remedy.from === 'error') return only(locale.errors[remedy.error].remedy);
  return only(locale.diagnosis.causes[cause].remedy);
}

/** What to look at, and in which shell its commands run. */
export function settleWords(
  settleBy: SettleBy,
  locale: EvidenceLocale,
): { sentence: Piece[]; shell: Piece[] } {
  const { settle } = locale.diagnosis;
  // The keys only matter to the compiler.
  const text = (settle as Readonly<Record<string, Text>>)[settleBy.key] ?? settleBy.key;
  const shell = locale.report.shells[settleBy.shell];
  return {
    sentence: textPieces(text, settleBy.params, locale.language),
    shell: textPieces(shell, undefined, locale.language),
  };
}
