// The usage by peer as it is shown: who uses which version, who would be cut off, what went in clear text.
import type { Direction } from '../evidence.ts';
import { isoTime } from '../log-time.ts';
import type { Office365By } from '../office365-peer.ts';
import type { SessionKind } from '../protocol-log/smtp-session.ts';
import type { TlsVersion } from '../protocol-log/tls-parameters.ts';
import type { ErrorCount } from './error-tally.ts';
import type { SilentClear } from './silent-clear.ts';
import {
  addName,
  isOldVersion,
  noSecond,
  rowKey,
  type SessionOutcome,
  strongerProof,
  type UsageCell,
} from './usage-cell.ts';

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

/** Cells with one peer on one connector. */
type Row = Omit<UsageCell, 'outcome' | 'suite' | 'name'> & { readonly cells: UsageCell[] };

export function usageReport(
  cells: readonly UsageCell[],
  totals: UsageTotals,
  silentClear: readonly SilentClear[],
  errors: readonly ErrorCount[],
): UsageReport {
  const rows = rowsOf(cells);
  const real = rows.filter(({ kind }) => kind === 'mail' || kind === 'intraExchange');
  const named = real.filter(({ peer }) => peer !== null);
  const sum = (kind: SessionKind): number => total(rows, (row) => (row.kind === kind ? row.sessions : 0));
  return {
    from: timeOf(rows.reduce((low, row) => Math.min(low, row.first), noSecond)),
    to: timeOf(rows.reduce((high, row) => Math.max(high, row.last), -noSecond)),
    sessions: total(rows, (row) => row.sessions),
    ...totals,
    peers: named.map(peerUsage),
    others: real.filter(({ peer }) => peer === null).map(peerUsage),
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
    proxied: rows.filter((row) => row.kind === 'proxyLeg' && row.via !== null).map(peerUsage),
    errors,
  };
}

/** Most sessions first. */
function rowsOf(cells: readonly UsageCell[]): Row[] {
  const rows = new Map<string, Row>();
  for (const cell of cells) {
    const key = rowKey(cell);
    const row = rows.get(key);
    if (row === undefined) {
      const { outcome, suite, name, ...first } = cell;
      rows.set(key, { ...first, names: [...cell.names], cells: [cell] });
    } else {
      addToRow(row, cell);
    }
  }
  return [...rows.values()].sort((a, b) => b.sessions - a.sessions || compare(a, b));
}

function addToRow(row: Row, cell: UsageCell): void {
  row.cells.push(cell);
  row.office365 = strongerProof(row.office365, cell.office365);
  for (const name of cell.names) addName(row, name);
  row.hasMoreNames ||= cell.hasMoreNames;
  row.sessions += cell.sessions;
  row.encrypted += cell.encrypted;
  row.clear += cell.clear;
  row.refused += cell.refused;
  row.startTlsMissing += cell.startTlsMissing;
  row.first = Math.min(row.first, cell.first);
  row.last = Math.max(row.last, cell.last);
  row.lastClear = Math.max(row.lastClear, cell.lastClear);
}

function timeOf(second: number): string | null {
  return Math.abs(second) === noSecond ? null : isoTime(second * 1000);
}

function cutOffExtent(row: Row): 'all' | 'some' | null {
  let lastOld = -noSecond;
  let firstNew = noSecond;
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

function peerUsage(row: Row): PeerUsage {
  let lastOld = -noSecond;
  for (const cell of row.cells) if (isOldVersion(cell.outcome)) lastOld = Math.max(lastOld, cell.last);
  return {
    peer: row.peer,
    via: row.via,
    names: [...row.names],
    moreNames: row.hasMoreNames,
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
    firstSeen: timeOf(row.first),
    lastSeen: timeOf(row.last),
    lastOld: timeOf(lastOld),
    lastClear: timeOf(row.lastClear),
  };
}

function outcomes(rows: readonly Row[]): Partial<Record<SessionOutcome, number>> {
  const counts: Partial<Record<SessionOutcome, number>> = {};
  for (const row of rows) {
    for (const cell of row.cells) counts[cell.outcome] = (counts[cell.outcome] ?? 0) + cell.sessions;
  }
  return counts;
}

function newest(rows: readonly Row[], direction: Direction): TlsVersion | null {
  let best = -1;
  for (const row of rows) {
    if (row.direction !== direction) continue;
    for (const cell of row.cells) best = Math.max(best, versionOrder.indexOf(cell.outcome));
  }
  const found = versionOrder[best];
  // The order holds versions only.
  return found === undefined ? null : (found as TlsVersion);
}

function total(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function compare(a: Row, b: Row): number {
  const [left, right] = [`${a.peer}\n${a.connector}`, `${b.peer}\n${b.connector}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
