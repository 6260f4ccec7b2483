// One interface over the readers of Exchange's logs, so that files, workers and incremental runs treat them alike.
import {
  ConnectivityLogReader,
  type ConnectivityLogState,
  type Direction,
  type ErrorCount,
  type EvidenceKind,
  ProtocolLogReader,
  type ProtocolLogState,
  type RecordReader,
  type SmtpSession,
  TrackingLogReader,
  type TrackingLogState,
} from '@mailflow-tls/core/evidence';

export const logKinds = ['smtpSendLog', 'smtpReceiveLog', 'connectivityLog', 'trackingLog'] as const;
export type LogKind = (typeof logKinds)[number];

export function isLogKind(kind: EvidenceKind): kind is LogKind {
  return logKinds.some((log) => log === kind);
}

/** Milliseconds since 1970. */
export interface Period {
  readonly since?: number;
  readonly until?: number;
}

export interface LogReaderOptions extends Period {
  readonly onSession?: (session: SmtpSession) => void;
  /** The files are a slice of a log whose other slices are read elsewhere at the same time. */
  readonly isPart?: boolean;
}

/** What a reader has counted: JSON. */
export type LogState =
  | { readonly kind: 'smtpSendLog' | 'smtpReceiveLog'; readonly state: ProtocolLogState }
  | { readonly kind: 'connectivityLog'; readonly state: ConnectivityLogState }
  | { readonly kind: 'trackingLog'; readonly state: TrackingLogState };

export interface LogReader {
  readonly kind: LogKind;
  readonly records: RecordReader;
  save(): LogState;
  /** Takes in what a reader of the slice that follows has counted. */
  append(state: LogState): void;
  /** Counts what is still open; for the end of everything. */
  finish(): void;
  errors(): readonly ErrorCount[];
}

export function createLogReader(kind: LogKind, options: LogReaderOptions): LogReader {
  switch (kind) {
    case 'connectivityLog': {
      const reader = new ConnectivityLogReader(options);
      return {
        kind,
        records: reader,
        save: () => ({ kind, state: reader.save() }),
        append: (from) => {
          if (from.kind === kind) reader.append(from.state);
        },
        finish: () => reader.finish(),
        errors: () => reader.report().failures,
      };
    }
    case 'trackingLog': {
      const reader = new TrackingLogReader(options);
      return {
        kind,
        records: reader,
        save: () => ({ kind, state: reader.save() }),
        append: (from) => {
          if (from.kind === kind) reader.append(from.state);
        },
        finish: () => reader.finish(),
        errors: () => reader.report().failures,
      };
    }
    default: {
      const direction: Direction = kind === 'smtpSendLog' ? 'send' : 'receive';
      const reader = new ProtocolLogReader({ ...options, direction });
      return {
        kind,
        records: reader,
        save: () => ({ kind, state: reader.save() }),
        append: (from) => {
          if (from.kind === 'smtpSendLog' || from.kind === 'smtpReceiveLog') reader.append(from.state);
        },
        finish: () => reader.finish(),
        errors: () => reader.usage.report().errors,
      };
    }
  }
}
