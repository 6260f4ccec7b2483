// An open session as JSON and back, so that reading can go on in another process.
import type { Direction } from '../evidence.ts';
import { hostEnd, isSameHost, portAfter } from './endpoint.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionTable } from './session-table.ts';
import type { Texts } from './texts.ts';

/** What is kept as it is: numbers, and texts without personal data. */
const kept = [
  'line',
  'flags',
  'sequence',
  'missing',
  'clock0',
  'clock1',
  'outstanding',
  'messageReplyIn',
  'encrypted',
  'clear',
  'refused',
  'name',
  'tls',
  'failure',
  'endReason',
  'chainStatus',
  'capabilities',
  'localCertificate',
  'remoteCertificate',
  'localParts',
  'remoteParts',
  'certificateRole',
  'originalPeer',
  'originalName',
  'partialReply',
  'errors',
  'direction',
  'source',
] as const satisfies readonly (keyof OpenSession)[];

export type OpenSessionState = Pick<OpenSession, (typeof kept)[number]> & {
  /** Connector and id as logged, one character a byte. */
  readonly prefix: string;
  readonly idAt: number;
  readonly idLength: number;
  readonly endpoints: string;
  readonly localLength: number;
  readonly direction: Direction;
  /** Null where the log has no time. */
  readonly startedAt: number | null;
};

export function sessionState(session: OpenSession, table: SessionTable): OpenSessionState {
  const { line, flags, sequence, missing, clock0, clock1, outstanding, messageReplyIn } = session;
  const { encrypted, clear, refused, name, tls, failure, endReason, chainStatus, capabilities } = session;
  const { localCertificate, remoteCertificate, localParts, remoteParts, certificateRole } = session;
  const { originalPeer, originalName, partialReply, errors, direction, source } = session;
  return {
    prefix: latin1(table.prefix(session)),
    idAt: session.idAt,
    idLength: session.idLength,
    endpoints: latin1(table.endpoints(session)),
    localLength: session.localLength,
    startedAt: Number.isNaN(session.startedAt) ? null : session.startedAt,
    ...{ line, flags, sequence, missing, clock0, clock1, outstanding, messageReplyIn },
    ...{ encrypted, clear, refused, name, tls, failure, endReason, chainStatus, capabilities },
    ...{ localCertificate, remoteCertificate, localParts, remoteParts, certificateRole },
    ...{ originalPeer, originalName, partialReply, direction, source },
    errors: errors === null ? null : [...errors],
  };
}

export function restoreSession(state: OpenSessionState, table: SessionTable, texts: Texts): OpenSession {
  const prefix = padded(state.prefix);
  const view = new DataView(prefix.buffer);
  const session = table.open(view, 0, state.idAt, state.idLength);
  session.connector = texts.connectors.of(prefix, view, 0, state.idAt - 1);
  setEndpoints(session, state, table, texts);
  const { prefix: _, idAt, idLength, endpoints, localLength, startedAt, ...rest } = state;
  Object.assign(session, rest);
  session.startedAt = startedAt ?? Number.NaN;
  session.errors = state.errors === null ? null : [...state.errors];
  return session;
}

function setEndpoints(
  session: OpenSession,
  state: OpenSessionState,
  table: SessionTable,
  texts: Texts,
): void {
  const endpoints = padded(state.endpoints);
  const view = new DataView(endpoints.buffer);
  const remote = state.localLength + 1;
  const remoteEnd = state.endpoints.length - 1;
  const localHost = hostEnd(endpoints, 0, state.localLength);
  const remoteHost = hostEnd(endpoints, remote, remoteEnd);
  table.setEndpoints(session, view, 0, state.endpoints.length, state.localLength);
  session.isPlain = !`${state.prefix}${state.endpoints}`.includes('\n');
  session.localPort = portAfter(endpoints, localHost, state.localLength);
  session.remotePort = portAfter(endpoints, remoteHost, remoteEnd);
  session.isOwnAddress = isSameHost(endpoints, 0, localHost, remote, remoteHost);
  session.peer = texts.peers.of(endpoints, view, remote, remoteHost);
}

/** Reads of whole words may run over the end. */
const padding = 8;

function padded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length + padding);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
