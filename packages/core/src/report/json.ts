// JSON: the reports as they are, with the sentences of the chosen language beside the keys.
import type { Finding } from '../engine/finding.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { piecesText } from '../locales/text.ts';
import { needsRestart } from '../remediation/remedy.ts';
import { coreVersion } from '../version.ts';
import { type Format, say } from './format.ts';
import { jsonText } from './json-text.ts';
import { remedyBlocks } from './remedy-blocks.ts';
import type { Report } from './report.ts';
import { findingSentence, rationaleWords, reasonSentence, remedyWords, ruleTitle } from './words.ts';

/** Version of the document around the reports; raised only when an older reader would misunderstand. */
export const documentSchemaVersion = 1 as const;

export const formatJson: Format = (reports, { locale }) => jsonText(toDocument(reports, locale));

export type ReportDocument = ReturnType<typeof toDocument>;

/** Programs use the keys; everything under `words` is for people and may change with any version. */
export function toDocument(reports: readonly Report[], locale: ReportLocale) {
  return {
    schemaVersion: documentSchemaVersion,
    producer: { name: 'mailflow-tls', version: coreVersion },
    language: locale.language,
    reports: reports.map((report) => ({
      ...report,
      words: {
        state: say(locale, locale.states[report.state]),
        reason: piecesText(reasonSentence(report, locale)),
        parts: report.part.parts.map((part) => say(locale, locale.parts[part])),
      },
      findings: report.findings.map((finding) => ({ ...finding, words: findingWords(finding, locale) })),
    })),
  };
}

function findingWords(finding: Finding, locale: ReportLocale) {
  const { remedy } = finding;
  return {
    verdict: say(locale, locale.verdicts[finding.verdict]),
    title: ruleTitle(locale, finding.rule),
    sentence: piecesText(findingSentence(finding, locale)),
    rationale: piecesText(rationaleWords(finding.rule, locale)),
    ...(remedy ? { remedy: wordsOfRemedy(finding, remedy, locale) } : {}),
  };
}

function wordsOfRemedy(finding: Finding, remedy: NonNullable<Finding['remedy']>, locale: ReportLocale) {
  const words = remedyWords(finding, remedy, locale);
  return {
    summary: piecesText(words.summary),
    mayBreak: piecesText(words.mayBreak),
    needsRestart: needsRestart(remedy),
    steps: remedyBlocks(finding, remedy, locale).map((block) => ({
      words: piecesText(block.words),
      commands: block.commands,
    })),
  };
}
