// One finished SMTP session in full, for those who look at single sessions.
import type { Direction, Where } from '../evidence.ts';
import type { Office365By } from '../office365-peer.ts';
import type { CertificateSeen } from './certificate-text.ts';
import { type OpenSession, seen } from './open-session.ts';
import type { TlsParameters } from './tls-parameters.ts';

/**
 * `mail`: with a real peer. `proxyLeg`: between two Exchange services, for a session that another one has with the
 * real peer. `intraExchange`: with another server of the organisation. `shadow`: shadow redundancy. `probe`: Exchange's
 * health checks. `connectionCheck`: connected and said nothing, as load balancers do.
 */
export type SessionKind = 'mail' | 'proxyLeg' | 'intraExchange' | 'shadow' | 'probe' | 'connectionCheck';

/** `evicted`: more sessions were open at once than are kept. */
export type SessionEnd = 'closed' | 'unfinished' | 'evicted';

export type SmtpSession = {
  readonly where: Where;
  readonly sessionId: string;
  readonly direction: Direction;
  readonly connector: string;
  readonly localEndpoint: string;
  readonly remoteEndpoint: string;
  /** Address of the real peer: behind a proxying Exchange the one that it names. */
  readonly peer: string;
  /** The Exchange host that proxied; null when the session is with the peer itself. */
  readonly via: string | null;
  readonly kind: SessionKind;
  /** What the peer calls itself; anybody can claim any name. */
  readonly announcedName: string | null;
  readonly office365: Office365By | null;
  readonly startTls: {
    readonly offered: 'yes' | 'no' | 'unknown';
    readonly tried: boolean;
    /** TLS among Exchange servers (`X-ANONYMOUSTLS`) was asked for. */
    readonly anonymous: boolean;
  };
  readonly tls: TlsParameters | null;
  /** The sentence that tells of a failed negotiation, as logged. */
  readonly tlsFailure: string | null;
  readonly certificates: readonly (CertificateSeen & { readonly role: 'local' | 'remote' })[];
  readonly chainStatus: string | null;
  readonly domainCapabilities: string | null;
  readonly messages: { readonly encrypted: number; readonly clear: number; readonly refused: number };
  /** Error replies and failures; the first few. */
  readonly errors: readonly { readonly text: string; readonly at: string | null }[];
  readonly end: SessionEnd;
  /** The context of the closing record: `Local`, `Remote(ConnectionReset)` … */
  readonly endReason: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Whether its first record was read; a log that begins in the middle of a session lacks it. */
  readonly startSeen: boolean;
  /** Records that the sequence numbers show to be missing. */
  readonly missingRecords: number;
  /** The failure of an earlier session with this peer, when this one then carried mail in clear text. */
  readonly clearAfterFailure: string | null;
};

/** Whether STARTTLS was on offer: `unknown` when the reply to `EHLO` was not read. */
export function startTlsOffered(session: OpenSession): 'yes' | 'no' | 'unknown' {
  if (session.has(seen.startTlsOffered)) return 'yes';
  if (session.has(seen.helloReply)) return session.has(seen.helloPending) ? 'unknown' : 'no';
  return session.has(seen.startTlsTried) ? 'yes' : 'unknown';
}

export function certificatesOf(session: OpenSession): SmtpSession['certificates'] {
  const local = session.localCertificate?.certificate ?? session.localParts;
  const remote = session.remoteCertificate?.certificate ?? session.remoteParts;
  return [
    ...(local === null ? [] : [{ ...local, role: 'local' as const }]),
    ...(remote === null ? [] : [{ ...remote, role: 'remote' as const }]),
  ];
}
