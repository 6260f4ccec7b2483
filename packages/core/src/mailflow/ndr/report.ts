// What a non-delivery report says, in whatever form it came, without who wrote what to whom.
import type { Where } from '../evidence.ts';
import type { WrittenTime } from '../input/time.ts';
import type { Hop } from './received.ts';

export type ReportRecipient = {
  readonly domain: string | null;
  readonly action: string | null;
  /** `5.4.317`. */
  readonly status: string | null;
  /** Without personal data. */
  readonly diagnostic: string | null;
  readonly remoteServer: string | null;
  readonly lastAttemptAt: WrittenTime | null;
  readonly retryUntil: WrittenTime | null;
};

/** One line of the history of attempts: `Server at mx.contoso.com (192.0.2.1) returned '…'`. */
export type Attempt = {
  readonly server: string | null;
  readonly address: string | null;
  readonly at: WrittenTime | null;
  readonly text: string;
};

export type NonDeliveryReport = {
  readonly where: Where;
  /** The server that made the report. */
  readonly reportingServer: string | null;
  readonly arrivedAt: WrittenTime | null;
  readonly reportedAt: WrittenTime | null;
  readonly recipients: readonly ReportRecipient[];
  readonly attempts: readonly Attempt[];
  /** The way of the mail that came back, first hop first. */
  readonly hops: readonly Hop[];
  /** The way of the report itself, first hop first. */
  readonly reportHops: readonly Hop[];
};
