// The public face of the core.
export type { HealthCheckerLabel } from './effective/healthchecker-label.ts';
export {
  type ProtocolName,
  type ProtocolRoleState,
  type ProtocolSource,
  type ProtocolState,
  type RoleName,
  resolveProtocol,
} from './effective/protocol-state.ts';
export { type EvaluateOptions, evaluate, selectRules } from './engine/evaluate.ts';
export type { Evidence, Finding, Message, NotCheckedReason, Params, Verdict } from './engine/finding.ts';
export { verdictOrder } from './engine/finding.ts';
export type { Affects, AnyRule } from './engine/rule.ts';
export type { ProtocolSummary, RoleSummary } from './engine/summarise-protocols.ts';
export * from './facts/index.ts';
export { en } from './locales/en/index.ts';
export type { Locale, RuleText } from './locales/locale.ts';
export { type Piece, piecesText, type Text, textPieces } from './locales/text.ts';
export type { Part, PartInMail } from './part-in-mail/part-in-mail.ts';
export { type ExchangeBuild, identifyExchangeBuild } from './reference/exchange-builds.ts';
export { referenceData } from './reference/index.ts';
export { type MailSoftware, mailSoftware } from './reference/mail-software.ts';
export { type ProtocolDefault, protocolDefault } from './reference/protocol-defaults.ts';
export { type MailRoot, mailRoots } from './reference/roots.ts';
export { identifyWindows, type Windows } from './reference/windows.ts';
export { needsRestart, type Remedy, type Step } from './remediation/remedy.ts';
export { type HostState, hostStates, type Report, reportSchemaVersion } from './report/report.ts';
export {
  findingSentence,
  manualStepWords,
  reasonSentence,
  remedyWords,
  ruleText,
  ruleTitle,
} from './report/words.ts';
export { rules } from './rules/index.ts';
export { coreVersion } from './version.ts';
