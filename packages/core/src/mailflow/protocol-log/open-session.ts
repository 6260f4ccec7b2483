// One SMTP session while its records come in: plain numbers and shared texts, made to be used again.
import type { Direction } from '../evidence.ts';
import { Peer } from '../usage.ts';
import type { CertificateSeen } from './certificate-text.ts';
import type { KnownCertificate } from './remark.ts';
import type { AnnouncedName } from './texts.ts';
import type { TlsParameters } from './tls-parameters.ts';

/** What has been seen in a session, one bit each. */
export const seen = {
  /** Its first record. */
  start: 1 << 0,
  /** `EHLO` or `HELO`. */
  hello: 1 << 1,
  /** Bare `HELO`: a dialogue without extensions. */
  plainHello: 1 << 2,
  /** The reply to `EHLO` is awaited. */
  helloPending: 1 << 3,
  /** The reply to `EHLO` was seen whole. */
  helloReply: 1 << 4,
  startTlsOffered: 1 << 5,
  startTlsTried: 1 << 6,
  /** `X-ANONYMOUSTLS`: TLS between Exchange servers of one organisation. */
  anonymousTlsTried: 1 << 7,
  tls: 1 << 8,
  tlsFailed: 1 << 9,
  mailCommand: 1 << 10,
  /** `XPROXY`, `XPROXYFROM`, `XPROXYTO`: a leg between two Exchange services. */
  proxyLeg: 1 << 11,
  shadow: 1 << 12,
  healthMail: 1 << 13,
  /** A sender that is no health mailbox. */
  otherMail: 1 << 14,
  /** An error reply about TLS. */
  tlsReply: 1 << 15,
  errorReply: 1 << 16,
  end: 1 << 17,
  /** Any command but `QUIT`. */
  command: 1 << 18,
  /** `XEXPS`/`X-EXPS EXCHANGEAUTH` accepted in a dialogue between Exchange servers. */
  exchangeAuth: 1 << 19,
} as const;

/** `at`: milliseconds since 1970; null where the log has no time. */
export type SessionError = { readonly text: string; readonly at: number | null };

/** Certificate records of the older layout, one property a record. */
export type CertificateParts = { -readonly [K in keyof CertificateSeen]: CertificateSeen[K] };

/** A session keeps no more: the tallies have them all. */
const maxErrors = 8;

const nobody = new Peer('', null);

export class OpenSession {
  /** Where the arena holds `connector,session-id,` and then both endpoints. */
  readonly base: number;
  next: OpenSession | null = null;
  isOpen = false;
  /** Its records are kept for the reader that has its beginning. */
  isDeferred = false;
  hash = 0;
  prefixLength = 0;
  idAt = 0;
  idLength = 0;
  endpointsLength = 0;
  localLength = 0;
  /** -1 where the endpoint has none. */
  localPort = -1;
  remotePort = -1;
  /** No line end is within its connector, its id or its endpoints. */
  isPlain = false;
  /** The host talks to itself. */
  isOwnAddress = false;
  /** Grows with every record that is read: the least recently used session is evicted first. */
  lastUse = 0;

  direction: Direction = 'receive';
  connector = '';
  peer: Peer = nobody;
  source = '';
  line = 0;
  flags = 0;
  sequence = -1;
  missing = 0;
  startedAt = Number.NaN;
  /** `HH:MM:` and `SS.s` of the last record, as bytes: read as a time only when the session ends. */
  clock0 = 0;
  clock1 = 0;
  /** Commands whose replies are awaited. */
  outstanding = 0;
  /** How many replies until the one that decides about a message; 0 when none is awaited. */
  messageReplyIn = 0;
  encrypted = 0;
  clear = 0;
  refused = 0;
  name: AnnouncedName | null = null;
  tls: TlsParameters | null = null;
  failure: string | null = null;
  endReason: string | null = null;
  chainStatus: string | null = null;
  capabilities: string | null = null;
  localCertificate: KnownCertificate | null = null;
  remoteCertificate: KnownCertificate | null = null;
  localParts: CertificateParts | null = null;
  remoteParts: CertificateParts | null = null;
  /** Which certificate the records of the older layout are about. */
  certificateRole: 'local' | 'remote' = 'local';
  /** The number of the last remark, by which the next one is expected; -1 at the beginning. */
  remark = -1;
  /** The peer that a proxying Exchange names. */
  originalPeer: string | null = null;
  originalName: string | null = null;
  /** Lines so far of an error reply of several lines. */
  partialReply = '';
  errors: SessionError[] | null = null;

  constructor(base: number) {
    this.base = base;
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  /** Forgets the session that was held before. */
  reset(): void {
    this.isDeferred = false;
    this.flags = 0;
    this.sequence = -1;
    this.missing = 0;
    this.remark = -1;
    this.outstanding = 0;
    this.messageReplyIn = 0;
    this.encrypted = 0;
    this.clear = 0;
    this.refused = 0;
    this.name = null;
    this.tls = null;
    this.failure = null;
    this.endReason = null;
    this.chainStatus = null;
    this.capabilities = null;
    this.localCertificate = null;
    this.remoteCertificate = null;
    this.localParts = null;
    this.remoteParts = null;
    this.certificateRole = 'local';
    this.originalPeer = null;
    this.originalName = null;
    this.partialReply = '';
    this.errors = null;
  }

  addError(text: string, ms: number): void {
    this.errors ??= [];
    if (this.errors.length < maxErrors) this.errors.push({ text, at: Number.isNaN(ms) ? null : ms });
  }
}
