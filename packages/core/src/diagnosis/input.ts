// What a diagnosis is made from: recognised errors, sessions, usage, and what is known of the host.
import type { CauseName, ErrorId, Layer } from '../errors/index.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import type { EvidenceKind, Signal, Where } from '../mailflow/evidence.ts';
import type { Hop } from '../mailflow/ndr/received.ts';
import type { SmtpSession } from '../mailflow/protocol-log/smtp-session.ts';
import type { PeerUsage, UsageReport } from '../mailflow/usage.ts';
import type { Report } from '../report/report.ts';

export type { CauseName, ErrorId };

/** All of them, for lists and schemas. */
export const causeNames = [
  'tls-version',
  'cipher',
  'certificate',
  'starttls-not-offered',
  'connector',
  'network',
  'outdated-server',
  'authentication',
  'policy',
  'unrelated',
  'undetermined',
] as const satisfies readonly CauseName[];

/** A recognised error with what its source tells besides; the more is given, the more can be said. */
export interface DiagnosisSignal extends Signal {
  /** The kind of source. */
  readonly kind?: EvidenceKind;
  /** How often it was seen; 1 when not given. */
  readonly count?: number;
  /** Mails concerned: the length of the queue, 1 for a bounce. */
  readonly messages?: number;
  /** UTC, ISO 8601. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** When no exact time is known: the day (`2024-03-10`), or at least the year. */
  readonly day?: string;
  /** The wrappers around the error, outermost first. */
  readonly layers?: readonly Layer[];
  /** Values by the names that the catalog gives them. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly smtp?: string;
  readonly enhanced?: string;
  /** The text is cut in the middle of the error's words: it can hardly be another one, and is no proof. */
  readonly truncated?: true;
  /** The server that wrote the line, where that is known. */
  readonly reportedBy?: string;
  /** Exchange Online wrote the line about a server that it sent to: a message trace, or its own bounce. */
  readonly byExchangeOnline?: boolean;
  /** Between Exchange servers of one organisation, by the kind of the queue. */
  readonly isInternal?: true;
  /** The mail is still in a queue. */
  readonly waiting?: boolean;
}

/** Of the usage by peer what a diagnosis looks at; a `UsageReport` has it all. */
export type UsageSeen = Pick<UsageReport, 'sessions' | 'unfinished' | 'newest' | 'silentClear'> & {
  readonly peers: readonly Pick<
    PeerUsage,
    | 'peer'
    | 'connector'
    | 'direction'
    | 'kind'
    | 'office365'
    | 'protocols'
    | 'messages'
    | 'startTlsMissing'
    | 'firstSeen'
    | 'lastSeen'
    | 'lastClear'
  >[];
};

/** A Received line of a mail, and where it was found. */
export interface MailHop extends Hop {
  readonly where: Where;
}

export interface DiagnosisInput {
  /** Every recognised error of every source, those of the protocol logs included. */
  readonly signals: readonly DiagnosisSignal[];
  /** Notable sessions, as many as the caller keeps: they show where a thing stood. */
  readonly sessions?: readonly SmtpSession[];
  /** One per protocol log; the exact counts come from here. */
  readonly usage?: readonly UsageSeen[];
  /** The way of mails that were read: bounces, and headers alone. */
  readonly hops?: readonly MailHop[];
  readonly facts?: HostFacts;
  /** Judgement of the facts; made from them when it is not given. */
  readonly report?: Report;
  readonly now: Date;
}
