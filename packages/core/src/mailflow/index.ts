// The readers of evidence.
export {
  ConnectivityLogReader,
  type ConnectivityLogState,
} from './connectivity-log/connectivity-log-reader.ts';
export type {
  Direction,
  EvidenceKind,
  Signal,
  SourceCount,
  Unreadable,
  UnreadableReason,
  Where,
} from './evidence.ts';
export { emptyHeader, kindOfLog, type LogHeader, withHeaderLine } from './log-header.ts';
export { domainOf, withoutPersonalData } from './personal-data.ts';
export {
  type ProtocolLogOptions,
  ProtocolLogReader,
  type ProtocolLogState,
} from './protocol-log/protocol-log-reader.ts';
export type { SmtpSession } from './protocol-log/smtp-session.ts';
export type { RecordReader, SourceEnd, SourcePosition } from './record-reader.ts';
export { TrackingLogReader, type TrackingLogState } from './tracking-log/tracking-log-reader.ts';
export {
  type ErrorCount,
  type PeerUsage,
  type SilentClear,
  Usage,
  type UsageReport,
  type UsageState,
} from './usage.ts';
