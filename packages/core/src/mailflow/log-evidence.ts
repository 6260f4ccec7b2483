// Reads one of Exchange's logs that comes as a single source; whole folders are read by the log readers themselves.
import { signalsFromErrors } from '../diagnosis/signals.ts';
import { ConnectivityLogReader } from './connectivity-log/connectivity-log-reader.ts';
import type { EvidenceKind, SourceCount } from './evidence.ts';
import type { EvidenceTally, Period } from './evidence-tally.ts';
import { ProtocolLogReader } from './protocol-log/protocol-log-reader.ts';
import type { SmtpSession } from './protocol-log/smtp-session.ts';
import type { RecordReader } from './record-reader.ts';
import { TrackingLogReader } from './tracking-log/tracking-log-reader.ts';
import type { ErrorCount, UsageState } from './usage.ts';

const mostSessions = 2000;

/** What a single log says besides its errors, which are among the signals. */
export type LogEvidence = {
  readonly count: SourceCount;
  /** Null for logs that are no protocol logs; `Usage` takes it in. */
  readonly usage: UsageState | null;
  /** The notable ones, as many as are kept. */
  readonly sessions: readonly SmtpSession[];
};

export class LogEvidenceReader {
  readonly #reader: RecordReader;
  readonly #finish: () => { errors: readonly ErrorCount[]; usage: UsageState | null };
  readonly #sessions: SmtpSession[] = [];
  readonly #kind: EvidenceKind;

  constructor(kind: EvidenceKind, source: string, period: Period) {
    this.#kind = kind;
    const options = {
      ...(period.since === undefined ? {} : { since: Date.parse(period.since) }),
      ...(period.until === undefined ? {} : { until: Date.parse(period.until) }),
    };
    if (kind === 'trackingLog') {
      const reader = new TrackingLogReader(options);
      this.#reader = reader;
      this.#finish = () => ({ errors: reader.report().failures, usage: null });
    } else if (kind === 'connectivityLog') {
      const reader = new ConnectivityLogReader(options);
      this.#reader = reader;
      this.#finish = () => ({ errors: reader.report().failures, usage: null });
    } else {
      const reader = new ProtocolLogReader({
        ...options,
        direction: kind === 'smtpSendLog' ? 'send' : 'receive',
        onSession: (session) => {
          if (this.#sessions.length < mostSessions) this.#sessions.push(session);
        },
      });
      this.#reader = reader;
      this.#finish = () => {
        reader.finish();
        return { errors: reader.usage.report().errors, usage: reader.usage.save() };
      };
    }
    this.#reader.openSource(source);
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** `text`: the whole source where it is short; what is no record in it is still searched for errors. */
  finish(tally: EvidenceTally, text: string): LogEvidence {
    const { count } = this.#reader.closeSource('complete');
    const { errors, usage } = this.#finish();
    const { signals, rest } = signalsFromErrors(errors, this.#kind);
    for (const signal of signals) tally.signal(signal);
    for (const { text, where } of rest) tally.rest(text, where);
    if (text !== '' && count.unreadableAt.length > 0) {
      const lines = text.split('\n');
      for (const { where } of count.unreadableAt)
        tally.text(lines[(where.line ?? 0) - 1] ?? '', where, { kind: this.#kind });
    }
    // Without a header the log's own reader cannot name its kind; the records did.
    const kind = count.kind === 'unknown' ? this.#kind : count.kind;
    return { count: { ...count, kind }, usage, sessions: this.#sessions };
  }
}
