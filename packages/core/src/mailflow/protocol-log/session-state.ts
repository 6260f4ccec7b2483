// An open session as JSON and back, so that reading can go on in another process.
import { bytesOf } from '../byte-text.ts';
import type { Direction } from '../evidence.ts';
import type { Interned } from '../interner.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { hostEnd, isSameHost, portAfter } from './endpoint.ts';
import type { CertificateParts, OpenSession, SessionError } from './open-session.ts';
import type { SessionTable } from './session-table.ts';
import type { Texts } from './texts.ts';

/** Numbers that are kept as they are. */
const numbers = [
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
] as const satisfies readonly (keyof OpenSession)[];

/** Shared texts, by the table that they come from. */
const shared = {
  name: 'names',
  tls: 'tls',
  failure: 'notes',
  endReason: 'endReasons',
  chainStatus: 'chainStatuses',
  capabilities: 'capabilities',
  localCertificate: 'certificates',
  remoteCertificate: 'certificates',
} as const satisfies Partial<Record<keyof OpenSession, keyof Texts>>;

export type OpenSessionState = {
  /** Connector and id as logged, one character a byte. */
  readonly prefix: string;
  readonly idAt: number;
  readonly idLength: number;
  readonly endpoints: string;
  readonly localLength: number;
  readonly direction: Direction;
  readonly source: string;
  /** Null where the log has no time. */
  readonly startedAt: number | null;
  readonly counts: readonly number[];
  readonly texts: Readonly<Partial<Record<keyof typeof shared, string>>>;
  readonly localParts: CertificateParts | null;
  readonly remoteParts: CertificateParts | null;
  readonly certificateRole: 'local' | 'remote';
  readonly originalPeer: string | null;
  readonly originalName: string | null;
  readonly partialReply: string;
  readonly errors: readonly SessionError[] | null;
};

export function sessionState(session: OpenSession, table: SessionTable): OpenSessionState {
  const texts: Partial<Record<keyof typeof shared, string>> = {};
  for (const key of sharedKeys) {
    const text = session[key]?.text;
    if (text !== undefined) texts[key] = withoutPersonalData(text);
  }
  return {
    prefix: latin1(table.prefix(session)),
    idAt: session.idAt,
    idLength: session.idLength,
    endpoints: latin1(table.endpoints(session)),
    localLength: session.localLength,
    direction: session.direction,
    source: session.source,
    startedAt: Number.isNaN(session.startedAt) ? null : session.startedAt,
    counts: numbers.map((key) => session[key]),
    texts,
    localParts: session.localParts,
    remoteParts: session.remoteParts,
    certificateRole: session.certificateRole,
    originalPeer: session.originalPeer,
    originalName: session.originalName,
    partialReply: session.partialReply,
    errors: session.errors,
  };
}

export function restoreSession(state: OpenSessionState, table: SessionTable, texts: Texts): OpenSession {
  const prefix = padded(fromLatin1(state.prefix));
  const view = new DataView(prefix.buffer);
  const session = table.open(prefix, view, 0, state.idAt, state.idLength);
  const endpoints = padded(fromLatin1(state.endpoints));
  const remoteEnd = state.endpoints.length - 1;
  const remote = state.localLength + 1;
  table.setEndpoints(session, endpoints, 0, state.endpoints.length, state.localLength);
  const localHost = hostEnd(endpoints, 0, state.localLength);
  const remoteHost = hostEnd(endpoints, remote, remoteEnd);
  session.localPort = portAfter(endpoints, localHost, state.localLength);
  session.remotePort = portAfter(endpoints, remoteHost, remoteEnd);
  session.isOwnAddress = isSameHost(endpoints, 0, localHost, remote, remoteHost);
  session.peer = texts.peers.of(endpoints, new DataView(endpoints.buffer), remote, remoteHost);
  session.connector = texts.connectors.of(prefix, view, 0, state.idAt - 1);
  session.direction = state.direction;
  session.source = state.source;
  session.startedAt = state.startedAt ?? Number.NaN;
  for (const [index, key] of numbers.entries()) session[key] = state.counts[index] ?? 0;
  session.name = internedText(texts.names, state.texts.name);
  session.tls = internedText(texts.tls, state.texts.tls);
  session.failure = internedText(texts.notes, state.texts.failure);
  session.endReason = internedText(texts.endReasons, state.texts.endReason);
  session.chainStatus = internedText(texts.chainStatuses, state.texts.chainStatus);
  session.capabilities = internedText(texts.capabilities, state.texts.capabilities);
  session.localCertificate = internedText(texts.certificates, state.texts.localCertificate);
  session.remoteCertificate = internedText(texts.certificates, state.texts.remoteCertificate);
  session.localParts = state.localParts;
  session.remoteParts = state.remoteParts;
  session.certificateRole = state.certificateRole;
  session.originalPeer = state.originalPeer;
  session.originalName = state.originalName;
  session.partialReply = state.partialReply;
  session.errors = state.errors === null ? null : [...state.errors];
  return session;
}

// Object.keys gives strings only; the object's own keys are what its type says.
const sharedKeys = Object.keys(shared) as (keyof typeof shared)[];

type Table<T> = { of(bytes: Uint8Array, view: DataView, from: number, to: number): Interned<T> };

function internedText<T>(table: Table<T>, text: string | undefined): Interned<T> | null {
  if (text === undefined) return null;
  const bytes = padded(bytesOf(text));
  return table.of(bytes, new DataView(bytes.buffer), 0, bytes.length - padding);
}

/** Reads of whole words may run over the end. */
const padding = 8;

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length + padding);
  copy.set(bytes);
  return copy;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
