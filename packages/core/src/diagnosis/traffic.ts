// What sessions show, by hop and peer: agreed versions, clear text, failed handshakes, missing offers of STARTTLS.
import type { Direction, Where } from '../mailflow/evidence.ts';
import type { SmtpSession } from '../mailflow/protocol-log/smtp-session.ts';
import type { PeerUsage, SilentClear } from '../mailflow/usage.ts';
import type { Hop } from './hop.ts';
import type { DiagnosisInput, UsageSeen } from './input.ts';
import { rowsOfHops } from './mail-way.ts';
import type { OwnNames } from './own-names.ts';

/** Sessions with one peer over one connector. */
export interface TrafficRow {
  readonly hop: Hop;
  readonly peer: string | null;
  readonly connector: string;
  readonly office365: boolean;
  /** With TLS 1.2 or newer. */
  readonly agreedNew: number;
  /** With TLS 1.1 or older. */
  readonly agreedOld: number;
  readonly oldest: string | null;
  /** TLS was tried in vain and no mail went. */
  readonly failed: number;
  /** Sessions that carried mail without TLS. */
  readonly clear: number;
  readonly clearMessages: number;
  /** Of those with mail in clear text: STARTTLS was offered and not used; null when only counts are known. */
  readonly notTried: number | null;
  readonly startTlsMissing: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lastClear: string | null;
  /** Of a row that comes from the headers of a mail: where, and the host outside. */
  readonly where?: Where;
  readonly host?: string;
}

export interface Traffic {
  readonly rows: readonly TrafficRow[];
  readonly silentClear: readonly (SilentClear & { readonly hop: Hop })[];
  /** The newest version agreed on with anybody; null when none was. */
  readonly newest: Readonly<Record<Direction, string | null>>;
  readonly sessions: readonly SmtpSession[];
  /** Sessions that were begun and not seen to their end, of all. */
  readonly total: number;
  readonly unfinished: number;
}

/** A name that a peer announces proves nothing where mail arrives. */
function provesOnline(office365: PeerUsage['office365'], direction: Direction): boolean {
  return (
    office365 === 'address' || office365 === 'certificate' || (office365 === 'name' && direction === 'send')
  );
}

function hopOfPeer(office365: boolean, direction: Direction): Hop {
  if (direction === 'send') return office365 ? 'toOnline' : 'toOther';
  return office365 ? 'fromOnline' : 'fromOther';
}

export function trafficOf({ usage = [], sessions = [], hops = [] }: DiagnosisInput, own: OwnNames): Traffic {
  const mail = sessions.filter(({ kind }) => kind === 'mail');
  const isCounted = usage.length > 0;
  return {
    rows: [
      ...(isCounted ? usage.flatMap(({ peers }) => rowsOfUsage(peers, mail)) : rowsOfSessions(mail)),
      ...rowsOfHops(hops, own),
    ],
    silentClear: isCounted ? usage.flatMap(silentOfUsage) : silentOfSessions(mail),
    newest: { send: newest(usage, 'send'), receive: newest(usage, 'receive') },
    sessions: mail,
    total: isCounted ? usage.reduce((sum, one) => sum + one.sessions, 0) : sessions.length,
    unfinished: isCounted
      ? usage.reduce((sum, one) => sum + one.unfinished, 0)
      : sessions.filter(({ end }) => end !== 'closed').length,
  };
}

function rowsOfUsage(peers: UsageSeen['peers'], sessions: readonly SmtpSession[]): TrafficRow[] {
  return peers
    .filter(({ kind }) => kind === 'mail')
    .map((row) => {
      const office365 = provesOnline(row.office365, row.direction);
      const own = sessions.filter(({ peer, connector }) => peer === row.peer && connector === row.connector);
      return {
        hop: hopOfPeer(office365, row.direction),
        peer: row.peer,
        connector: row.connector,
        office365,
        agreedNew: (row.protocols['TLS 1.2'] ?? 0) + (row.protocols['TLS 1.3'] ?? 0),
        ...oldOf(row.protocols),
        failed: row.protocols.failed ?? 0,
        clear: row.protocols['clear text'] ?? 0,
        clearMessages: row.messages.clear,
        notTried: own.length === 0 ? null : own.filter(isNotTried).length,
        startTlsMissing: row.startTlsMissing,
        firstSeen: row.firstSeen,
        lastSeen: row.lastSeen,
        lastClear: row.lastClear,
      };
    });
}

function rowsOfSessions(sessions: readonly SmtpSession[]): TrafficRow[] {
  const byPeer = new Map<string, SmtpSession[]>();
  for (const session of sessions) {
    const key = `${session.direction}\n${session.connector}\n${session.peer}`;
    const known = byPeer.get(key);
    if (known) known.push(session);
    else byPeer.set(key, [session]);
  }
  return [...byPeer.values()].flatMap((group) => {
    const [first] = group;
    return first ? [rowOfSessions(first, group)] : [];
  });
}

function rowOfSessions(first: SmtpSession, group: readonly SmtpSession[]): TrafficRow {
  const office365 = group.some((session) => provesOnline(session.office365, session.direction));
  const clear = group.filter((session) => session.tls === null && session.messages.clear > 0);
  return {
    hop: hopOfPeer(office365, first.direction),
    peer: first.peer,
    connector: first.connector,
    office365,
    agreedNew: group.filter(({ tls }) => tls?.protocol === 'TLS 1.2' || tls?.protocol === 'TLS 1.3').length,
    ...oldOf(countBy(group.flatMap(({ tls }) => tls?.protocol ?? []))),
    failed: group.filter(({ tlsFailure, messages }) => tlsFailure !== null && messages.clear === 0).length,
    clear: clear.length,
    clearMessages: clear.reduce((sum, { messages }) => sum + messages.clear, 0),
    notTried: clear.filter(isNotTried).length,
    startTlsMissing: group.filter(isOfferMissing).length,
    firstSeen: earliest(group.map(({ startedAt }) => startedAt)),
    lastSeen: latest(group.map(({ endedAt }) => endedAt)),
    lastClear: latest(clear.map(({ endedAt }) => endedAt)),
  };
}

function silentOfUsage({ silentClear }: UsageSeen): Traffic['silentClear'] {
  return silentClear.map((one) => ({ ...one, hop: hopOfPeer(one.office365, one.direction) }));
}

function silentOfSessions(sessions: readonly SmtpSession[]): Traffic['silentClear'] {
  return sessions.flatMap((session) => {
    if (session.clearAfterFailure === null) return [];
    const office365 = provesOnline(session.office365, session.direction);
    return [
      {
        hop: hopOfPeer(office365, session.direction),
        direction: session.direction,
        connector: session.connector,
        peer: session.peer,
        name: session.announcedName,
        office365,
        failure: session.clearAfterFailure,
        sessions: 1,
        messages: session.messages.clear,
        firstSeen: session.startedAt,
        lastSeen: session.endedAt,
      },
    ];
  });
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of names) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

const oldVersions = ['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1'];

function oldOf(protocols: Readonly<Record<string, number>>): Pick<TrafficRow, 'agreedOld' | 'oldest'> {
  return {
    agreedOld: oldVersions.reduce((sum, version) => sum + (protocols[version] ?? 0), 0),
    oldest: oldVersions.find((version) => (protocols[version] ?? 0) > 0) ?? null,
  };
}

const versions = ['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'];

function newest(usage: readonly UsageSeen[], direction: Direction): string | null {
  const found = usage.map((one) => one.newest[direction]).filter((one) => one !== null);
  return found.sort((a, b) => versions.indexOf(b) - versions.indexOf(a))[0] ?? null;
}

export function isOfferMissing({ startTls }: SmtpSession): boolean {
  return startTls.offered === 'no' && !startTls.anonymous;
}

/** Mail in clear text although TLS was on offer, and not because it had failed just before. */
export function isNotTried({ startTls, tls, messages, clearAfterFailure }: SmtpSession): boolean {
  const isClear = tls === null && messages.clear > 0 && clearAfterFailure === null;
  return isClear && startTls.offered === 'yes' && !startTls.tried;
}

/** Where in the log the first session of a hop stands that shows something. */
export function whereSeen(
  traffic: Traffic,
  rows: readonly TrafficRow[],
  shows: (session: SmtpSession) => boolean,
): Where | undefined {
  return traffic.sessions.find(
    (session) =>
      shows(session) &&
      rows.some(({ peer, connector }) => peer === session.peer && connector === session.connector),
  )?.where;
}

export function earliest(times: readonly (string | null | undefined)[]): string | null {
  return times.reduce<string | null>(
    (low, time) => (time && (low === null || time < low) ? time : low),
    null,
  );
}

export function latest(times: readonly (string | null | undefined)[]): string | null {
  return times.reduce<string | null>(
    (high, time) => (time && (high === null || time > high) ? time : high),
    null,
  );
}
