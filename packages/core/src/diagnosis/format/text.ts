// A readable answer for a terminal: causes with their proof first, then what was read.

import type { EvidenceLocale } from '../../locales/locale.ts';
import { type Piece, piecesText, type Text } from '../../locales/text.ts';
import { type FormatOptions, say } from '../../report/format.ts';
import { shortTime } from '../../report/host-lines.ts';
import type { TextContext } from '../../report/text-finding.ts';
import { type Cell, painter, table, verdictSigns, wrap } from '../../report/text-layout.ts';
import { visible } from '../../report/visible.ts';
import type { Because, Cause } from '../diagnosis.ts';
import { type EvidenceSummary, noEvidence } from '../evidence-summary.ts';
import { type DiagnosisFormat, toneOf } from './format.ts';
import {
  adviceWords,
  becauseDetail,
  becauseSentence,
  causeMeaning,
  causeName,
  flowWords,
  nothingWords,
  notReadWords,
  protocolWords,
  settleWords,
} from './words.ts';

/** Longer tables make answers that nobody reads; JSON has all. */
const shownRows = 20;
const shownUnverbose = 8;

export const formatDiagnosisText: DiagnosisFormat = (diagnosis, options, evidence) => {
  const { locale } = options;
  const context = contextOf(options);
  const { joined, notJoined } = locale.diagnosis;
  const words = (text: Text, fillings?: Record<string, string>): Piece[] => [
    { kind: 'words', text: say(locale, text, fillings) },
  ];
  const { host, causes } = diagnosis;
  const blocks = [
    ...(causes.length === 0
      ? [wrap([{ kind: 'words', text: nothingWords(evidence ?? noEvidence, locale) }], context.width, '')]
      : []),
    ...causes.map((cause) => causeLines(cause, context)),
    wrap(host ? words(joined, { host: host.name }) : words(notJoined), context.width, ''),
    ...(evidence ? evidenceBlocks(evidence, context, options.verbose === true) : []),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

type DiagnosisContext = TextContext<EvidenceLocale>;

function contextOf({ locale, color = false, width = 80 }: FormatOptions<EvidenceLocale>): DiagnosisContext {
  return { locale, paint: painter(color), width };
}

function causeLines(cause: Cause, context: DiagnosisContext): string[] {
  const { locale, paint, width } = context;
  const { labels, likelihoods } = locale.diagnosis;
  const heading = (text: Text) => `  ${paint(say(locale, text), 'bold', 'dim')}`;
  const { sign, style } = verdictSigns[toneOf(cause)];
  const likelihood = say(locale, likelihoods[cause.likelihood]);
  const lines = [
    `${paint(`${sign} ${causeName(cause, locale)}: ${likelihood}`, style, 'bold')}  ${paint(cause.cause, 'dim')}`,
    ...wrap(causeMeaning(cause, locale), width, '  '),
  ];
  for (const speaks of ['for', 'against'] as const) {
    const found = cause.because.filter((one) => one.speaks === speaks);
    // Of what is unlikely only the reason why matters.
    if (found.length === 0 || (speaks === 'for' && cause.likelihood === 'unlikely')) continue;
    lines.push(heading(speaks === 'for' ? labels.because : labels.against));
    lines.push(...found.flatMap((one) => becauseLines(one, context)));
  }
  if (cause.likelihood === 'unlikely') return lines;
  if (cause.flows.length > 0) lines.push(heading(labels.flows), ...flowLines(cause, context));
  lines.push(...adviceLines(cause, context));
  if (cause.settleBy) {
    const { sentence, shell } = settleWords(cause.settleBy, locale);
    lines.push(heading(labels.settleBy), ...wrap(sentence, width, '    '), ...wrap(shell, width, '    '));
    lines.push(...cause.settleBy.commands.map((command) => `      ${paint(visible(command), 'blue')}`));
  }
  return lines;
}

function adviceLines(cause: Cause, { locale, paint, width }: DiagnosisContext): string[] {
  const { labels } = locale.diagnosis;
  const advice = adviceWords(cause, locale);
  const lines = [
    `  ${paint(say(locale, labels.remedy), 'bold', 'dim')}`,
    ...wrap(advice.summary, width, '    '),
  ];
  advice.steps.forEach((block, index) => {
    const [first = '', ...more] = wrap(block.words, width, '       ');
    lines.push(`    ${index + 1}. ${first.trimStart()}`, ...more);
    lines.push(...block.commands.map((command) => `       ${paint(visible(command), 'blue')}`));
  });
  if (advice.needsRestart)
    lines.push(...wrap([{ kind: 'words', text: say(locale, locale.report.needsRestart) }], width, '    '));
  return lines;
}

/** `- sentence`, then the text and the place that it stands at. */
function becauseLines(because: Because, { locale, paint, width }: DiagnosisContext): string[] {
  const [first = '', ...more] = wrap(becauseSentence(because, locale), width, '      ');
  const lines = [`    - ${first.trimStart()}`, ...more];
  if (because.text !== undefined) lines.push(`      ${paint(visible(because.text), 'blue')}`);
  const detail = becauseDetail(because, locale);
  lines.push(`      ${paint(visible(piecesText(detail)), 'dim')}`);
  return lines;
}

/** `- went in clear text: 2 messages, from this host, Outbound to Office 365, …` */
function flowLines(cause: Cause, { locale, paint, width }: DiagnosisContext): string[] {
  const { flows } = cause;
  const lines = flows.slice(0, shownUnverbose).flatMap((flow) => {
    const { outcome, likelihood, direction, connector, peer, amount, seen, ongoing } = flowWords(
      flow,
      cause,
      locale,
    );
    const words = (text: string): Piece => ({ kind: 'words', text });
    const names = [connector, peer, piecesText(seen)].filter((text) => text !== '');
    const pieces: Piece[] = [words(`: ${amount}, ${direction}`)];
    for (const text of names) pieces.push(words(', '), { kind: 'literal', text });
    pieces.push(words(`, ${ongoing}${likelihood === '' ? '' : ` (${likelihood})`}`));
    const [first = '', ...more] = wrap([{ kind: 'literal', text: outcome }, ...pieces], width, '      ');
    const rest = first.trimStart().slice(visible(outcome).length);
    return [`    - ${paint(visible(outcome), 'bold')}${rest}`, ...more];
  });
  return [...lines, ...moreLine(flows.length - shownUnverbose, locale)];
}

function moreLine(count: number, locale: EvidenceLocale): string[] {
  return count > 0 ? [`    ${say(locale, locale.diagnosis.more, { count })}`] : [];
}

function notReadLines(
  evidence: EvidenceSummary,
  { locale, paint, width }: DiagnosisContext,
  most: number,
): string[] {
  const found = notReadWords(evidence, locale);
  if (found.length === 0) return [];
  const lines = found.slice(0, most).flatMap((pieces) => {
    const [first = '', ...more] = wrap(pieces, width, '    ');
    return [`  - ${first.trimStart()}`, ...more];
  });
  return [
    paint(say(locale, locale.diagnosis.labels.notRead), 'bold'),
    ...lines,
    ...moreLine(found.length - most, locale),
  ];
}

function evidenceBlocks(evidence: EvidenceSummary, context: DiagnosisContext, verbose: boolean): string[][] {
  const { locale, paint } = context;
  const { labels, kinds } = locale.diagnosis;
  const rows = verbose ? Number.POSITIVE_INFINITY : shownRows;
  const block = (heading: Text, head: readonly Text[], cells: readonly string[][]): string[] => {
    if (cells.length === 0) return [];
    const shown: Cell[][] = cells.slice(0, rows).map((row) => row.map((text) => ({ text })));
    const titles: Cell[] = head.map((text) => ({ text: say(locale, text), styles: ['dim'] }));
    return [
      paint(say(locale, heading), 'bold'),
      ...table([titles, ...shown], paint, '  '),
      ...moreLine(cells.length - shown.length, locale),
    ];
  };
  return [
    block(
      labels.sources,
      [labels.file, labels.kind, labels.records, labels.unreadable],
      evidence.sources.map(({ file, kind, records, unreadable }) => [
        file,
        say(locale, kinds[kind]),
        String(records),
        String(unreadable),
      ]),
    ),
    notReadLines(evidence, context, rows),
    block(
      labels.signals,
      [labels.count, labels.error, labels.last, labels.text],
      evidence.signals.map(({ id, text, count, lastSeen }) => [
        String(count),
        id,
        shortTime(lastSeen ?? ''),
        text,
      ]),
    ),
    block(
      labels.unrecognised,
      [labels.count, labels.text],
      evidence.unrecognised.map(({ count, example }) => [String(count), example]),
    ),
    block(
      labels.usage,
      [labels.peer, labels.names, labels.direction, labels.connector, labels.sessions, labels.protocols],
      (evidence.usage?.peers ?? []).map((peer) => [
        peer.peer ?? '',
        peer.names.join(', '),
        say(locale, locale.diagnosis.directions[peer.direction]),
        peer.connector,
        String(peer.sessions),
        protocolWords(peer.protocols, locale),
      ]),
    ),
  ];
}
