// The diagnosis: what happened to the mail, how sure that is, and what to do.
export { diagnose } from './diagnose.ts';
export {
  type Advice,
  type Because,
  type Cause,
  type Diagnosis,
  type FindingLink,
  type Flow,
  type FlowDirection,
  type FlowOutcome,
  type Likelihood,
  likelihoods,
  type SettleBy,
  type Strength,
  standsAt,
} from './diagnosis.ts';
export {
  type EvidenceSummary,
  type ReadProblem,
  type SignalSummary,
  summariseSignals,
  type UnrecognisedSummary,
} from './evidence-summary.ts';
export { type FactsSignalsOptions, signalsOfFacts } from './facts-signals.ts';
export { usageOfFacts } from './facts-usage.ts';
export { type DiagnosisFormat, toneOf } from './format/format.ts';
export { type DiagnosisFormatName, diagnosisFormats } from './format/formats.ts';
export {
  type AdviceWords,
  adviceWords,
  becauseDetail,
  becauseSentence,
  causeMeaning,
  causeName,
  flowWords,
  settleWords,
} from './format/words.ts';
export type { DiagnosisInput, DiagnosisSignal, MailHop, UsageSeen } from './input.ts';
export { signalFromEvent, signalsFromErrors, signalsFromText } from './signals.ts';
