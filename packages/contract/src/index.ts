// What agent and collector say to each other.
export {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  enrolmentAnswerSchema,
  enrolmentFileName,
  openEnrolment,
  type SignedEnrolment,
  signEnrolment,
  signedEnrolmentSchema,
} from './enrolment.ts';
export {
  exportPublicKey,
  importPublicKey,
  isSignedAs,
  type KeyId,
  keyIdOf,
  signAs,
  withPurpose,
} from './host-key.ts';
export { type Refusal, type RefusalCode, refusals } from './refusal.ts';
export {
  digestOf,
  packReport,
  receiptFileSuffix,
  refusalFileSuffix,
  reportContentType,
  reportFileSuffix,
  reportLimits,
  unpackReport,
} from './report-file.ts';
export {
  keyIdSchema,
  type Loss,
  lossSchema,
  type ReportHeader,
  reportFormat,
  reportHeaderSchema,
  reportIdSchema,
} from './report-header.ts';
export { joinFacts, type RunFacts, splitFacts } from './split-facts.ts';
