// The readers of evidence.
export {
  ConnectivityLogReader,
  type ConnectivityLogState,
} from './connectivity-log/connectivity-log-reader.ts';
export type { EventGroup } from './event/event-tally.ts';
export type {
  Direction,
  EvidenceKind,
  Signal,
  SourceCount,
  Unreadable,
  UnreadableReason,
  Where,
} from './evidence.ts';
export { ByteDecoder, decodeBytes, type TextEncodingName } from './input/decode.ts';
export { utcOf, type WrittenTime } from './input/time.ts';
export type { LogEvidence } from './log-evidence.ts';
export { emptyHeader, kindOfLog, type LogHeader, withHeaderLine } from './log-header.ts';
export type { Hop } from './ndr/received.ts';
export type { Attempt, NonDeliveryReport, ReportRecipient } from './ndr/report.ts';
export { domainOf, withoutPersonalData } from './personal-data.ts';
export {
  type ProtocolLogOptions,
  ProtocolLogReader,
  type ProtocolLogState,
} from './protocol-log/protocol-log-reader.ts';
export type { SmtpSession } from './protocol-log/smtp-session.ts';
export type { QueueRecord } from './queue/queue.ts';
export type { QueuedMessage } from './queue/queued-message.ts';
export {
  type Evidence as SourceEvidence,
  type EvidenceOptions,
  EvidenceReader,
  readEvidence,
} from './read-evidence.ts';
export { type EvidenceForm, type Recognised, type RecognisedBy, recognise } from './recognise.ts';
export type { RecordReader, SourceEnd, SourcePosition } from './record-reader.ts';
export type { TraceRecord } from './trace/trace.ts';
export { TrackingLogReader, type TrackingLogState } from './tracking-log/tracking-log-reader.ts';
export {
  type ErrorCount,
  type PeerUsage,
  type SilentClear,
  Usage,
  type UsageReport,
  type UsageState,
} from './usage.ts';
export { warmUp } from './warm-up.ts';
