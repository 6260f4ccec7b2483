// The usage by peer as it is shown: who uses which version, who would be cut off, what went in clear text.
import type { Direction } from '../evidence.ts';
import { isoTime, never } from '../log-time.ts';
import type { Office365By } from '../office365-peer.ts';
import type { SessionKind } from '../protocol-log/smtp-session.ts';
import type { TlsVersion } from '../protocol-log/tls-parameters.ts';
import type { ErrorCount } from './error-tally.ts';
import type { SilentClear } from './silent-clear.ts';
import { isOldVersion, type SessionOutcome, type UsageRow } from './usage-row.ts';

export type PeerUsage = {
  /** Address; null for those that were too many to be kept apart. */
  readonly peer: string | null;
  /** The Exchange host that proxied for it. */
  readonly via: string | null;
  /** What it calls itself, the first few names. */
  readonly names: readonly string[];
  readonly moreNames: boolean;
  readonly connector: string;
  readonly direction: Direction;
  readonly kind: SessionKind;
  readonly office365: Office365By | null;
  readonly sessions: number;
  /** Sessions by outcome. */
  readonly protocols: Readonly<Partial<Record<SessionOutcome, number>>>;
  readonly suites: readonly {
    readonly protocol: string;
    readonly suite: string;
    readonly sessions: number;
  }[];
  readonly messages: { readonly encrypted: number; readonly clear: number; readonly refused: number };
  /** Sessions in which the receiving side did not offer STARTTLS. */
  readonly startTlsMissing: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The last session with TLS 1.1 or older. */
  readonly lastOld: string | null;
  readonly lastClear: string | null;
};

/**
 * `all`: nothing newer than TLS 1.1 was ever agreed on. `some`: older and newer side by side, as when several machines
 * share an address. Peers that changed to TLS 1.2 and stayed there are not listed.
 */
export type CutOff = PeerUsage & { readonly extent: 'all' | 'some' };

export type UsageReport = {
  readonly from: string | null;
  readonly to: string | null;
  /** All of them, of every kind. */
  readonly sessions: number;
  /** Sessions that were not closed in the log. */
  readonly unfinished: number;
  /** Sessions that were given up because too many were open at once. */
  readonly evicted: number;
  readonly missingRecords: number;
  /** Real peers and other servers of the organisation, most sessions first. */
  readonly peers: readonly PeerUsage[];
  /** The rest, by connector: exact totals. */
  readonly others: readonly PeerUsage[];
  readonly protocols: Readonly<Partial<Record<SessionOutcome, number>>>;
  readonly messages: { readonly encrypted: number; readonly clear: number; readonly refused: number };
  /**
   * The newest version agreed on in each direction; null when none was. When it is older than TLS 1.2 with every peer,
   * this host is the one that lacks it, not its peers.
   */
  readonly newest: Readonly<Record<Direction, TlsVersion | null>>;
  readonly cutOff: readonly CutOff[];
  readonly clearWithOffice365: readonly PeerUsage[];
  readonly silentClear: readonly SilentClear[];
  /** Sessions that are no conversation with a peer. */
  readonly notPeers: Readonly<Record<'proxyLeg' | 'shadow' | 'probe' | 'connectionCheck', number>>;
  /** Those that another Exchange host proxied, by the peer that it names. */
  readonly proxied: readonly PeerUsage[];
  readonly errors: readonly ErrorCount[];
};

export type UsageTotals = Pick<UsageReport, 'unfinished' | 'evicted' | 'missingRecords'>;

const versionOrder: readonly SessionOutcome[] = [
  'SSL 2.0',
  'SSL 3.0',
  'TLS 1.0',
  'TLS 1.1',
  'TLS 1.2',
  'TLS 1.3',
];

export function usageReport(
  rows: readonly UsageRow[],
  totals: UsageTotals,
  silentClear: readonly SilentClear[],
  errors: readonly ErrorCount[],
): UsageReport {
  const sorted = [...rows].sort((a, b) => b.sessions - a.sessions || compare(a, b));
  const real = sorted.filter((row) => row.kind === 'mail' || row.kind === 'intraExchange');
  const named = real.filter((row) => row.peer !== null);
  const peers = named.map(peerUsage);
  const sum = (kind: SessionKind): number =>
    rows.reduce((total, row) => total + (row.kind === kind ? row.sessions : 0), 0);
  return {
    from: isoTime(rows.reduce((low, row) => Math.min(low, row.first), never)),
    to: isoTime(rows.reduce((high, row) => Math.max(high, row.last), -never)),
    sessions: rows.reduce((total, row) => total + row.sessions, 0),
    ...totals,
    peers,
    others: real.filter((row) => row.peer === null).map(peerUsage),
    protocols: outcomes(real),
    messages: {
      encrypted: total(real, (row) => row.encrypted),
      clear: total(real, (row) => row.clear),
      refused: total(real, (row) => row.refused),
    },
    newest: { send: newest(real, 'send'), receive: newest(real, 'receive') },
    cutOff: named.flatMap((row) => {
      const extent = cutOffExtent(row);
      return extent === null ? [] : [{ ...peerUsage(row), extent }];
    }),
    clearWithOffice365: named.filter((row) => row.office365 !== null && row.clear > 0).map(peerUsage),
    silentClear,
    notPeers: {
      proxyLeg: sum('proxyLeg'),
      shadow: sum('shadow'),
      probe: sum('probe'),
      connectionCheck: sum('connectionCheck'),
    },
    proxied: sorted.filter((row) => row.kind === 'proxyLeg' && row.via !== null).map(peerUsage),
    errors,
  };
}

function cutOffExtent(row: UsageRow): 'all' | 'some' | null {
  let lastOld = -never;
  let firstNew = never;
  let hasOld = false;
  let hasNew = false;
  for (const cell of row.cells) {
    if (isOldVersion(cell.outcome)) {
      hasOld = true;
      lastOld = Math.max(lastOld, cell.last);
    } else if (cell.outcome === 'TLS 1.2' || cell.outcome === 'TLS 1.3') {
      hasNew = true;
      firstNew = Math.min(firstNew, cell.first);
    }
  }
  if (!hasOld) return null;
  if (!hasNew) return 'all';
  return firstNew > lastOld ? null : 'some';
}

function peerUsage(row: UsageRow): PeerUsage {
  let lastOld = -never;
  for (const cell of row.cells) if (isOldVersion(cell.outcome)) lastOld = Math.max(lastOld, cell.last);
  return {
    peer: row.peer,
    via: row.via,
    names: [...row.names],
    moreNames: row.namesMore,
    connector: row.connector,
    direction: row.direction,
    kind: row.kind,
    office365: row.office365,
    sessions: row.sessions,
    protocols: outcomes([row]),
    suites: row.cells
      .filter((cell) => cell.suite !== '')
      .map((cell) => ({ protocol: cell.outcome, suite: cell.suite, sessions: cell.sessions }))
      .sort((a, b) => b.sessions - a.sessions || (a.suite < b.suite ? -1 : 1)),
    messages: { encrypted: row.encrypted, clear: row.clear, refused: row.refused },
    startTlsMissing: row.startTlsMissing,
    firstSeen: isoTime(row.first),
    lastSeen: isoTime(row.last),
    lastOld: isoTime(lastOld),
    lastClear: isoTime(row.lastClear),
  };
}

function outcomes(rows: readonly UsageRow[]): Partial<Record<SessionOutcome, number>> {
  const counts: Partial<Record<SessionOutcome, number>> = {};
  for (const row of rows) {
    for (const cell of row.cells) counts[cell.outcome] = (counts[cell.outcome] ?? 0) + cell.sessions;
  }
  return counts;
}

function newest(rows: readonly UsageRow[], direction: Direction): TlsVersion | null {
  let best = -1;
  for (const row of rows) {
    if (row.direction !== direction) continue;
    for (const cell of row.cells) best = Math.max(best, versionOrder.indexOf(cell.outcome));
  }
  const found = versionOrder[best];
  // The order holds versions only.
  return found === undefined ? null : (found as TlsVersion);
}

function total(rows: readonly UsageRow[], of: (row: UsageRow) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function compare(a: UsageRow, b: UsageRow): number {
  const [left, right] = [`${a.peer}\n${a.connector}`, `${b.peer}\n${b.connector}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
