// Makes signals of texts, counted texts and Windows events, with what their wrappers tell.
import {
  type FoundError,
  matchEvent,
  matchText,
  type RestPiece,
  type WindowsEvent,
} from '../errors/index.ts';
import type { EvidenceKind, Where } from '../mailflow/evidence.ts';
import { isOffice365Name } from '../mailflow/office365-peer.ts';
import type { ErrorCount } from '../mailflow/usage.ts';
import type { DiagnosisSignal } from './input.ts';

export interface SignalsFound {
  readonly signals: DiagnosisSignal[];
  readonly rest: readonly RestPiece[];
}

/**
 * Signals of one text (a last error, a bounce's lines, a trace); `known` is what its reader knows besides. `where` may
 * tell the place of each by its offset in the text.
 */
export function signalsFromText(
  text: string,
  where: Where | ((found: FoundError) => Where),
  known: Partial<DiagnosisSignal> = {},
): SignalsFound {
  const { signals, rest } = matchText(text);
  const byExchangeOnline = known.byExchangeOnline ?? isByExchangeOnline(text, signals);
  const day = known.day ?? dayIn(text);
  const shared = { ...known, byExchangeOnline, ...(day === undefined ? {} : { day }) };
  const whereOf = typeof where === 'function' ? where : () => where;
  const found = signals.map((signal) => toSignal(signal, whereOf(signal), shared));
  return { signals: byExchangeOnline ? withOneTarget(found) : found, rest };
}

/** A bounce quotes the server that gave up beside the attempts themselves: all are about the one target. */
function withOneTarget(signals: readonly DiagnosisSignal[]): DiagnosisSignal[] {
  const targets = new Set(signals.flatMap(({ peer }) => peer ?? []));
  const [target] = targets;
  if (target === undefined || targets.size > 1) return [...signals];
  return signals.map((signal) => ({ ...signal, peer: target }));
}

const dates = /\b(20\d\d)-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?=\D|T)|\b\d{1,2}[/.-]\d{1,2}[/.-](20\d\d)\b/g;

/** The latest day that the text tells; of dates whose order of day and month nobody knows, the year. */
function dayIn(text: string): string | undefined {
  let latest: string | undefined;
  for (const [date, , year] of text.matchAll(dates)) {
    const day = year ?? date;
    if (latest === undefined || day > latest) latest = day;
  }
  return latest;
}

/** Signals of the counted errors of a log. */
export function signalsFromErrors(
  errors: readonly ErrorCount[],
  kind: EvidenceKind,
): {
  signals: DiagnosisSignal[];
  rest: { text: string; count: number; where: Where }[];
} {
  const signals: DiagnosisSignal[] = [];
  const rest: { text: string; count: number; where: Where }[] = [];
  for (const error of errors) {
    const found = matchText(error.text);
    for (const one of found.signals) signals.push(...byPeer(one, error, kind));
    const { count, where } = error;
    for (const piece of found.rest) rest.push({ text: piece.text, count, where });
    // The log tells it as a failure, so it is one in whatever words.
    if (found.signals.length + found.rest.length === 0) rest.push({ text: error.text, count, where });
  }
  return { signals, rest };
}

/** The signal of a Windows event; undefined for events that say nothing about TLS or mail. */
export function signalFromEvent(
  event: WindowsEvent,
  where: Where,
  known: Partial<DiagnosisSignal> = {},
): DiagnosisSignal | undefined {
  const found = matchEvent(event);
  const kind: EvidenceKind = event.provider.toLowerCase() === 'schannel' ? 'schannelEvent' : 'transportEvent';
  if (found === undefined) return undefined;
  // What Exchange's own events are about stands among their values.
  const { connector, host } = kind === 'transportEvent' ? found.groups : {};
  const about = {
    ...(connector === undefined ? {} : { connector }),
    ...(host === undefined ? {} : { peer: host }),
  };
  return toSignal(found, where, { kind, ...about, ...known });
}

/** One signal a peer, so that what concerns one of them is not said of the others. */
function byPeer(found: FoundError, error: ErrorCount, kind: EvidenceKind): DiagnosisSignal[] {
  const shared: Partial<DiagnosisSignal> = {
    kind,
    connector: error.connector,
    ...(error.direction === null ? {} : { direction: error.direction }),
    ...(error.firstSeen === null ? {} : { firstSeen: error.firstSeen }),
    ...(error.lastSeen === null ? {} : { lastSeen: error.lastSeen }),
  };
  const named = error.peers.map(({ peer, count }) =>
    toSignal(found, error.where, { ...shared, peer, count }),
  );
  if (error.otherPeers === 0 && named.length > 0) return named;
  const count = named.length === 0 ? error.count : error.otherPeers;
  return [...named, toSignal(found, error.where, { ...shared, count })];
}

function toSignal(found: FoundError, where: Where, known: Partial<DiagnosisSignal>): DiagnosisSignal {
  const { id, text, layers, groups, smtp, enhanced, truncated } = found;
  const target = targetOf(found);
  return {
    ...(target === undefined ? {} : { peer: target }),
    ...known,
    id,
    text,
    where,
    layers,
    groups,
    ...(smtp === undefined ? {} : { smtp }),
    ...(enhanced === undefined ? {} : { enhanced }),
    ...(truncated ? { truncated } : {}),
  };
}

/** The host that a session was tried with: the innermost that a wrapper names, the sender's own servers left out. */
function targetOf({ layers }: FoundError): string | undefined {
  const frontEnd = layers.findIndex(({ id }) => id === 'wrapped-proxy-session');
  for (const [index, { host, ip }] of [...layers.entries()].reverse()) {
    // What stands outside of a proxied session is the front end that did the sending.
    if (index < frontEnd) return undefined;
    const name = [host, ip].find((one) => one !== undefined && !isMailboxServer(one));
    if (name !== undefined) return name;
  }
  return undefined;
}

const mailboxServer = /\.prod\.(?:exchangelabs|outlook|partner\.outlook)\.(?:com|cn)\.?$/i;

/** A server inside Exchange Online, to which nobody outside sends mail. */
export function isMailboxServer(host: string): boolean {
  return mailboxServer.test(host);
}

const traceMark = /OutboundProxyTarget(?:IP|HostName)/i;

/** Wrappers that only Exchange Online writes, when it is the one who sends. */
const onlineWrappers: ReadonlySet<string> = new Set([
  'wrapped-exo-session',
  'wrapped-expired-cannot-connect',
]);

/**
 * Whether Exchange Online is the sender that tells of it. Its name in a reply says nothing, for as a receiver it writes
 * that at the end of its refusals; but only its own bounces quote its inner servers as those who gave up.
 */
function isByExchangeOnline(text: string, signals: readonly FoundError[]): boolean {
  if (traceMark.test(text)) return true;
  return signals.some(
    ({ id, layers }) =>
      id.startsWith('exo-') ||
      id.startsWith('dane-') ||
      onlineWrappers.has(id) ||
      layers.some(
        (layer) =>
          onlineWrappers.has(layer.id) ||
          (layer.id === 'wrapped-server-returned' && layer.host !== undefined && isMailboxServer(layer.host)),
      ),
  );
}

/** An address or a name of Exchange Online as somebody outside meets it. */
export function isOnlineName(name: string): boolean {
  return isOffice365Name(name) && !isMailboxServer(name);
}
