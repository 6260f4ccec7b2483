// JSON: the diagnosis and its evidence as they are, with the sentences of the chosen language beside the keys.
import type { EvidenceLocale } from '../../locales/locale.ts';
import { piecesText } from '../../locales/text.ts';
import { say } from '../../report/format.ts';
import { jsonText } from '../../report/json-text.ts';
import { coreVersion } from '../../version.ts';
import type { Cause, Diagnosis } from '../diagnosis.ts';
import { type EvidenceSummary, noEvidence } from '../evidence-summary.ts';
import type { DiagnosisFormat } from './format.ts';
import { adviceWords, becauseSentence, causeMeaning, causeName, settleWords } from './words.ts';

export const formatDiagnosisJson: DiagnosisFormat = (diagnosis, { locale }, evidence = noEvidence) =>
  jsonText(toDiagnosisDocument(diagnosis, evidence, locale));

export type DiagnosisDocument = ReturnType<typeof toDiagnosisDocument>;

/** Programs use the keys; everything under `words` is for people and may change with any version. */
export function toDiagnosisDocument(diagnosis: Diagnosis, evidence: EvidenceSummary, locale: EvidenceLocale) {
  const { schemaVersion, judgedAt, host, causes } = diagnosis;
  const { sources, problems, signals, unrecognised, usage } = evidence;
  return {
    schemaVersion,
    producer: { name: 'mailflow-tls', version: coreVersion },
    language: locale.language,
    judgedAt,
    host,
    sources,
    problems,
    signals,
    unrecognised,
    causes: causes.map((cause) => causeDocument(cause, locale)),
    usage,
  };
}

function causeDocument(cause: Cause, locale: EvidenceLocale) {
  const { because, settleBy, ...rest } = cause;
  const advice = adviceWords(cause, locale);
  return {
    ...rest,
    because: because.map((one) => ({ ...one, words: piecesText(becauseSentence(one, locale)) })),
    settleBy: settleBy && { ...settleBy, words: piecesText(settleWords(settleBy, locale).sentence) },
    words: {
      name: causeName(cause, locale),
      likelihood: say(locale, locale.diagnosis.likelihoods[cause.likelihood]),
      meaning: piecesText(causeMeaning(cause, locale)),
      remedy: {
        summary: piecesText(advice.summary),
        mayBreak: piecesText(advice.mayBreak),
        needsRestart: advice.needsRestart,
        steps: advice.steps.map(({ words, commands }) => ({ words: piecesText(words), commands })),
      },
    },
  };
}
