// What sessions show, those that succeeded among them: clear text after a failure, missing offers, agreed versions.
import { type Group, isConspicuous, isReceiving, isSending } from '../group.ts';
import { isNotTried, isOfferMissing, type TrafficRow, whereSeen } from '../traffic.ts';
import type { Finder, Piece } from './piece.ts';

function total(rows: readonly TrafficRow[], of: (row: TrafficRow) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** The peer took the next session in clear text, so the network works and what failed was TLS. */
export const clearRetry: Finder = ({ silentClear }, { file }) => {
  const [first] = silentClear;
  if (!first) return [];
  const count = silentClear.reduce((sum, { sessions }) => sum + sessions, 0);
  const messages = silentClear.reduce((sum, one) => sum + one.messages, 0);
  const where = file.traffic.sessions.find(({ clearAfterFailure }) => clearAfterFailure !== null)?.where;
  const shared = {
    evidence: 'clearRetry',
    strength: 'circumstance',
    params: { count, messages },
    text: first.failure,
    ...(where ? { where } : {}),
    count,
  } as const;
  return [
    { ...shared, cause: 'tls-version', points: 10 },
    { ...shared, cause: 'cipher', points: 5 },
    { ...shared, cause: 'network', points: -25 },
  ];
};

/** The answer to EHLO holds no STARTTLS: seen, so proven; on the receiving host mostly for want of a certificate. */
export const startTlsMissing: Finder = (group, { file }) => {
  const rows = group.rows.filter((row) => row.startTlsMissing > 0);
  const count = total(rows, (row) => row.startTlsMissing);
  if (count === 0 || !isWorthTelling(group)) return [];
  const where = whereSeen(file.traffic, rows, isOfferMissing);
  const shared = { params: { count }, ...(where ? { where } : {}), count } as const;
  const offered = isReceiving(group) ? 'startTlsMissingHere' : 'startTlsMissing';
  return [
    { ...shared, evidence: offered, cause: 'starttls-not-offered', strength: 'proof', points: 100 },
    ...(isReceiving(group)
      ? [
          {
            ...shared,
            evidence: offered,
            cause: 'certificate' as const,
            strength: 'text' as const,
            points: 35,
          },
        ]
      : []),
  ];
};

/** Plenty of servers have no TLS and nobody minds; it counts with Office 365 and where somebody demanded TLS. */
function isWorthTelling({ hop, signals }: Group): boolean {
  return hop === 'toOnline' || hop === 'fromOnline' || signals.length > 0;
}

/** TLS was on offer and the sending side did not even try. */
export const startTlsNotTried: Finder = (group, { file }) => {
  if (!isSending(group)) return [];
  const rows = group.rows.filter((row) => row.office365 && (row.notTried ?? 0) > 0);
  const count = total(rows, (row) => row.notTried ?? 0);
  if (count === 0) return [];
  const where = whereSeen(file.traffic, rows, isNotTried);
  return [
    {
      evidence: 'startTlsNotTried',
      cause: 'connector',
      strength: 'text',
      points: 70,
      params: { count },
      ...(where ? { where } : {}),
      count,
    },
  ];
};

/** Mail went in clear text and no session that was kept tells why. */
export const clearUnexplained: Finder = ({ rows, silentClear }) => {
  const clear = rows.filter(
    ({ office365, clearMessages, notTried, startTlsMissing: missing }) =>
      office365 && clearMessages > 0 && !notTried && missing === 0,
  );
  if (clear.length === 0 || silentClear.length > 0) return [];
  return [
    {
      evidence: 'clearUnexplained',
      cause: 'undetermined',
      strength: 'text',
      points: 100,
      params: { messages: total(clear, ({ clearMessages }) => clearMessages) },
      ...whereOfRow(clear),
      count: total(clear, (row) => row.clear),
    },
  ];
};

function whereOfRow(rows: readonly TrafficRow[]): Pick<Piece, 'where'> {
  const where = rows.find((row) => row.where)?.where;
  return where === undefined ? {} : { where };
}

/**
 * Exchange Online takes part in newer versions, so the other side had none to offer. A log shows it of this host; the
 * headers of a mail show it of the host that they name.
 */
export const agreedOld: Finder = ({ rows }) => {
  const old = rows.filter((row) => row.office365 && row.agreedOld > 0);
  const [first] = old;
  if (!first) return [];
  const isLogged = old.some(({ where }) => where === undefined);
  const count = total(old, (row) => row.agreedOld);
  return [
    {
      evidence: 'agreedOld',
      cause: 'tls-version',
      strength: isLogged ? 'proof' : 'text',
      points: isLogged ? 100 : 80,
      params: { count, protocol: first.oldest ?? '' },
      ...whereOfRow(old),
      count,
    },
  ];
};

/** The log ends before any session shows whether TLS was used; nothing else is known. */
export const cutShort: Finder = ({ signals, rows }, { file }) => {
  const { total: all, unfinished } = file.traffic;
  if (signals.length > 0 || all === 0 || unfinished < all || rows.some(isConspicuous)) return [];
  return [
    {
      evidence: 'cutShort',
      cause: 'undetermined',
      strength: 'text',
      points: 100,
      params: { count: all },
      count: all,
    },
  ];
};

/** The same peer agreed on TLS 1.2 in the same log. */
export const agreedNew: Finder = ({ rows }) => {
  const count = total(rows, (row) => row.agreedNew);
  if (count === 0) return [];
  const shared = { evidence: 'agreedNew', strength: 'circumstance', params: { count }, count } as const;
  return [
    { ...shared, cause: 'tls-version', points: -30 },
    { ...shared, cause: 'cipher', points: -20 },
    { ...shared, cause: 'starttls-not-offered', points: -10 },
  ];
};

/** With nobody at all was anything newer agreed on than TLS 1.1. */
export const neverNewer: Finder = (group, { file }) => {
  const direction = isSending(group) ? 'send' : isReceiving(group) ? 'receive' : null;
  const newest = direction === null ? null : file.traffic.newest[direction];
  if (newest === null || newest === 'TLS 1.2' || newest === 'TLS 1.3') return [];
  return [
    {
      evidence: 'neverNewer',
      cause: 'tls-version',
      strength: 'circumstance',
      points: 30,
      params: { protocol: newest },
      count: 1,
    },
  ];
};
