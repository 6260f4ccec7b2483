// What a session amounts to when it is over: counted in the usage, and in full for those who want to see it.
import { textOf } from '../byte-text.ts';
import { isoTime } from '../log-time.ts';
import { isOffice365Address, isOffice365Name, type Office365By } from '../office365-peer.ts';
import { Peer, type SessionOutcome, type Usage } from '../usage.ts';
import { type OpenSession, seen } from './open-session.ts';
import { sessionKind } from './session-kind.ts';
import type { SessionTable } from './session-table.ts';
import {
  certificatesOf,
  type SessionEnd,
  type SessionKind,
  type SmtpSession,
  startTlsOffered,
} from './smtp-session.ts';

export type Counted = {
  readonly kind: SessionKind;
  readonly peer: string;
  readonly via: string | null;
  readonly name: string | null;
  readonly office365: Office365By | null;
  readonly endedAt: number;
  readonly clearAfterFailure: string | null;
  readonly isNotable: boolean;
};

const day = 86_400_000;

export function countSession(session: OpenSession, end: SessionEnd, endedAt: number, usage: Usage): Counted {
  const kind = sessionKind(session);
  const next = session.peer;
  const isBehindProxy = kind === 'proxyLeg' && session.originalPeer !== null;
  const peer = isBehindProxy ? originalPeer(session) : next;
  const via = isBehindProxy ? next.address : null;
  const name = isBehindProxy ? session.originalName : (session.name?.name ?? null);
  // The certificate and the name of a leg are those of another Exchange service.
  const office365 = isBehindProxy ? peer.office365 : office365By(session, peer);
  const last = Number.isNaN(endedAt) ? lastTime(session) : endedAt;
  const failure = session.failure;
  const isStartTlsMissing = startTlsOffered(session) === 'no' && !session.has(seen.anonymousTlsTried);
  if (end === 'unfinished') usage.unfinished++;
  if (end === 'evicted') usage.evicted++;
  usage.missingRecords += session.missing;
  const clearAfterFailure = usage.add(peer, {
    connector: session.connector,
    direction: session.direction,
    kind,
    via,
    name,
    office365,
    outcome: outcomeOf(session),
    suite: session.tls?.suite ?? '',
    encrypted: session.encrypted,
    clear: session.clear,
    refused: session.refused,
    startedAt: session.startedAt,
    endedAt: last,
    failure,
    isStartTlsMissing,
  });
  const isNotable =
    kind === 'mail' &&
    (failure !== null ||
      clearAfterFailure !== null ||
      session.has(seen.tlsReply) ||
      (office365 !== null && (session.clear > 0 || isStartTlsMissing || session.has(seen.errorReply))));
  return { kind, peer: peer.address, via, name, office365, endedAt: last, clearAfterFailure, isNotable };
}

export function smtpSession(
  session: OpenSession,
  table: SessionTable,
  end: SessionEnd,
  counted: Counted,
): SmtpSession {
  const endpoints = endpointsOf(session, table);
  const prefix = table.prefix(session);
  return {
    where: { source: session.source, line: session.line },
    sessionId: textOf(prefix, session.idAt, session.idAt + session.idLength),
    direction: session.direction,
    connector: session.connector,
    localEndpoint: endpoints.local,
    remoteEndpoint: endpoints.remote,
    peer: counted.peer,
    via: counted.via,
    kind: counted.kind,
    announcedName: counted.name,
    office365: counted.office365,
    startTls: {
      offered: startTlsOffered(session),
      tried: session.has(seen.startTlsTried),
      anonymous: session.has(seen.anonymousTlsTried),
    },
    tls: session.tls,
    tlsFailure: session.failure,
    certificates: certificatesOf(session),
    chainStatus: session.chainStatus,
    domainCapabilities: session.capabilities,
    messages: { encrypted: session.encrypted, clear: session.clear, refused: session.refused },
    errors: (session.errors ?? []).map(({ text, at }) => ({ text, at: at === null ? null : isoTime(at) })),
    end,
    endReason: session.endReason,
    startedAt: isoTime(session.startedAt),
    endedAt: isoTime(counted.endedAt),
    startSeen: session.has(seen.start),
    missingRecords: session.missing,
    clearAfterFailure: counted.clearAfterFailure,
  };
}

function originalPeer({ originalPeer: address, originalName: name }: OpenSession): Peer {
  const peer = address ?? '';
  if (isOffice365Address(peer)) return new Peer(peer, 'address');
  return new Peer(peer, isOffice365Name(name ?? peer) ? 'name' : null);
}

function outcomeOf(session: OpenSession): SessionOutcome {
  if (session.tls !== null) return session.tls.protocol;
  if (session.clear > 0) return 'clear text';
  return session.has(seen.tlsFailed) ? 'failed' : 'none';
}

function office365By(session: OpenSession, peer: Peer): Office365By | null {
  if (peer.office365 !== null) return peer.office365;
  if (session.remoteCertificate?.isOffice365) return 'certificate';
  return session.name?.isOffice365 ? 'name' : null;
}

function endpointsOf(session: OpenSession, table: SessionTable): { local: string; remote: string } {
  const bytes = table.endpoints(session);
  return {
    local: textOf(bytes, 0, session.localLength),
    remote: textOf(bytes, session.localLength + 1, bytes.length - 1),
  };
}

/** The time of the last record to the second, from its bytes `HH:MM:SS` and the day of the first record. */
function lastTime(session: OpenSession): number {
  const { startedAt, clock0, clock1 } = session;
  if (Number.isNaN(startedAt)) return startedAt;
  const hours = digit(clock0, 0) * 10 + digit(clock0, 8);
  const minutes = digit(clock0, 24) * 10 + digit(clock1, 0);
  const seconds = digit(clock1, 16) * 10 + digit(clock1, 24);
  const midnight = Math.floor(startedAt / day) * day;
  const time = midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const isNextDay = time < Math.floor(startedAt / 1000) * 1000;
  return Math.max(startedAt, isNextDay ? time + day : time);
}

function digit(word: number, shift: number): number {
  return (word >>> shift) & 0xf;
}
