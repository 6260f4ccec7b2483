// What every reader of evidence hands on: where something stood, and one recognised error.

/** Stable id of an entry of the error catalog. */
export type ErrorId = string;

/** Where a record stood. */
export type Where = {
  /** The file's name, or `stdin`. */
  readonly source: string;
  /** Counted from 1, in lines of the source. */
  readonly line?: number;
  /** Counted from 1, for sources that are not made of lines. */
  readonly record?: number;
};

/** As seen from the host: `send` is mail that leaves it. */
export type Direction = 'send' | 'receive';

/** One recognised error and where it was found. */
export type Signal = {
  readonly id: ErrorId;
  /** As found, without personal data. */
  readonly text: string;
  readonly where: Where;
  /** UTC, ISO 8601. */
  readonly at?: string;
  readonly connector?: string;
  /** Address or host name of the other side. */
  readonly peer?: string;
  readonly direction?: Direction;
  /** What stood around the text, without personal data. */
  readonly context?: string;
};

/** The kinds of evidence, told from the content. */
export type EvidenceKind =
  | 'smtpSendLog'
  | 'smtpReceiveLog'
  | 'connectivityLog'
  | 'trackingLog'
  | 'queue'
  | 'queueMessage'
  | 'nonDeliveryReport'
  | 'messageTrace'
  | 'mailHeaders'
  | 'schannelEvent'
  | 'transportEvent'
  | 'errorText'
  | 'foreign'
  | 'unknown';

/** How one source was read, for the answer's list of sources. */
export type SourceCount = {
  readonly file: string;
  readonly kind: EvidenceKind;
  readonly records: number;
  readonly unreadable: number;
  /** The first places that could not be read; their number is bounded, `unreadable` is exact. */
  readonly unreadableAt: readonly Unreadable[];
};

export type Unreadable = {
  readonly where: Where;
  readonly reason: UnreadableReason;
};

/** `cut`: the record ends too early; `tooLong`: longer than a record may be; `notARecord`: no such fields. */
export type UnreadableReason = 'cut' | 'tooLong' | 'notARecord';
