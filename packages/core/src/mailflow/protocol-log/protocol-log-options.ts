// What a reader of protocol logs can be told, and what it can go on with.
import type { Direction } from '../evidence.ts';
import type { UsageState } from '../usage.ts';
import type { DeferredRecord } from './deferred-records.ts';
import type { OpenSessionState } from './session-state.ts';
import type { SmtpSession } from './smtp-session.ts';

export type ProtocolLogOptions = {
  /** For files without a header, as the name (`SEND…`, `RECV…`) tells. */
  readonly direction?: Direction;
  /** Milliseconds since 1970; by the start of a session. */
  readonly since?: number;
  readonly until?: number;
  /**
   * Which sessions are handed over. `notable`: TLS failed, mail in clear text with Office 365 or after TLS had failed,
   * error replies about TLS or by Office 365.
   */
  readonly sessions?: 'notable' | 'all';
  readonly onSession?: (session: SmtpSession) => void;
  readonly state?: ProtocolLogState;
  /**
   * The files are a part of a log that is read in parts at the same time: records of sessions that began before it are
   * left to the reader that appends the state. Give parts in time order to `append`.
   */
  readonly isPart?: boolean;
  /** How many sessions may be open at once before the oldest is given up. */
  readonly maxOpenSessions?: number;
};

/** JSON: what to go on with. */
export type ProtocolLogState = {
  readonly open: readonly OpenSessionState[];
  readonly usage: UsageState;
  /** Only of a part: never to be stored, for the records are as logged. */
  readonly deferred?: readonly DeferredRecord[];
};
