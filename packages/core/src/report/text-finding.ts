// One finding as text: verdict, sentence, evidence, why it matters, what to do.
import type { Evidence, Finding } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import type { Piece, Text } from '../locales/text.ts';
import { needsRestart } from '../remediation/remedy.ts';
import { rules } from '../rules/index.ts';
import { evidenceBySource, say } from './format.ts';
import { shortTime } from './host-lines.ts';
import { remedyBlocks } from './remedy-blocks.ts';
import { type Cell, type Paint, table, verdictSigns, wrap } from './text-layout.ts';
import { visible } from './visible.ts';
import { findingSentence, rationaleWords, remedyWords, ruleTitle } from './words.ts';

export interface TextContext<L extends ReportLocale = ReportLocale> {
  locale: L;
  paint: Paint;
  width: number;
}

/** Verdict and sentence, and what the rule wants, for those who want no more. */
export function findingHeadline(finding: Finding, { locale, paint, width }: TextContext): string[] {
  const { sign, style } = verdictSigns[finding.verdict];
  const verdict = say(locale, locale.verdicts[finding.verdict]);
  const subject = finding.subject === undefined ? '' : `: ${finding.subject}`;
  const wanted = `${say(locale, locale.report.labels.passesWhen)}: ${ruleTitle(locale, finding.rule)}${subject}`;
  const said = wrap(findingSentence(finding, locale), width, '  ').map((line) =>
    paint(line.trimStart(), 'bold'),
  );
  return [
    `${paint(`${sign} ${verdict}`, style, 'bold')}  ${paint(visible(finding.rule), 'dim')}`,
    ...said.map((line) => `  ${line}`),
    ...wrap([{ kind: 'words', text: visible(wanted) }], width, '  ').map((line) => paint(line, 'dim')),
  ];
}

export function findingDetails(finding: Finding, context: TextContext): string[] {
  const { locale, paint, width } = context;
  const { labels } = locale.report;
  const heading = (text: Text) => `  ${paint(say(locale, text), 'bold', 'dim')}`;
  const sentence = (text: string): Piece[] => [{ kind: 'words', text }];
  const lines = findingHeadline(finding, context);

  if (finding.unweighed !== undefined) {
    const verdict = say(locale, locale.verdicts[finding.unweighed]);
    lines.push(...wrap(sentence(say(locale, locale.report.milder, { verdict })), width, '  '));
  }
  if (finding.evidence.length > 0)
    lines.push(heading(labels.evidence), ...evidenceLines(finding.evidence, context));
  if (finding.verdict === 'info') return lines;

  const rationale = rationaleWords(finding.rule, locale);
  if (rationale.length > 0) lines.push(heading(labels.rationale), ...wrap(rationale, width, '    '));
  if (finding.remedy) {
    const words = remedyWords(finding, finding.remedy, locale);
    lines.push(heading(labels.remedy), ...wrap(words.summary, width, '    '));
    remedyBlocks(finding, finding.remedy, locale).forEach((block, index) => {
      const [first = '', ...more] = wrap(block.words, width, '       ');
      lines.push(`    ${index + 1}. ${first.trimStart()}`, ...more);
      lines.push(...block.commands.map((command) => `       ${paint(visible(command), 'blue')}`));
    });
    if (needsRestart(finding.remedy))
      lines.push(...wrap(sentence(say(locale, locale.report.needsRestart)), width, '    '));
    if (words.mayBreak.length > 0)
      lines.push(heading(labels.mayBreak), ...wrap(words.mayBreak, width, '    '));
  }
  const references = rules.find((rule) => rule.id === finding.rule)?.references ?? [];
  if (references.length > 0)
    lines.push(
      heading(labels.references),
      ...references.map((reference) => `    ${paint(reference, 'dim')}`),
    );
  return lines;
}

function evidenceLines(evidence: readonly Evidence[], { locale, paint }: TextContext): string[] {
  return evidenceBySource(evidence).flatMap(([source, items]) => [
    `    ${visible(source)}`,
    ...table(
      items.map((item) =>
        evidenceRow(item, locale).slice(items.some(({ name }) => name !== undefined) ? 0 : 1),
      ),
      paint,
      '      ',
    ),
  ]);
}

function evidenceRow(item: Evidence, locale: ReportLocale): Cell[] {
  const { labels, absent } = locale.report;
  const value = item.value === null ? say(locale, absent) : String(item.value);
  const labelled = (label: Text, text: string | undefined) =>
    text === undefined ? '' : `${say(locale, label)}: ${text}`;
  const written = item.writtenAt === undefined ? undefined : shortTime(item.writtenAt);
  return [
    { text: item.name ?? '' },
    { text: value, styles: ['bold'] },
    { text: item.kind ?? '' },
    { text: labelled(labels.expected, item.expected) },
    { text: labelled(labels.written, written), styles: ['dim'] },
  ];
}
