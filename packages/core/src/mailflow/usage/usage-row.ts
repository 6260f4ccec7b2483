// One line of the usage by peer while it is counted.
import type { Direction } from '../evidence.ts';
import { never } from '../log-time.ts';
import type { Office365By } from '../office365-peer.ts';
import type { SessionKind } from '../protocol-log/smtp-session.ts';
import type { TlsVersion } from '../protocol-log/tls-parameters.ts';

/**
 * How a session went. `clear text`: carried mail without TLS. `failed`: TLS was tried in vain and no mail went. `none`:
 * neither TLS nor mail.
 */
export type SessionOutcome = TlsVersion | 'clear text' | 'failed' | 'none';

/** Sessions of one row with one outcome; `suite` is empty where there is none. Times are milliseconds since 1970. */
export type UsageCell = {
  readonly outcome: SessionOutcome;
  readonly suite: string;
  sessions: number;
  first: number;
  last: number;
};

export type UsageRow = {
  /** Null for those that were too many to be kept apart. */
  readonly peer: string | null;
  /** The Exchange host that proxied for it. */
  readonly via: string | null;
  readonly connector: string;
  readonly direction: Direction;
  readonly kind: SessionKind;
  office365: Office365By | null;
  /** Announced names, the first few. */
  readonly names: string[];
  namesMore: boolean;
  readonly cells: UsageCell[];
  sessions: number;
  encrypted: number;
  clear: number;
  refused: number;
  /** Sessions in which the receiving side did not offer STARTTLS. */
  startTlsMissing: number;
  first: number;
  last: number;
  lastClear: number;
};

export const maxNames = 4;

export function rowKey(row: Pick<UsageRow, 'peer' | 'via' | 'connector' | 'direction' | 'kind'>): string {
  return `${row.direction}\n${row.kind}\n${row.peer ?? ''}\n${row.via ?? ''}\n${row.connector}`;
}

export function emptyRow(
  peer: string | null,
  via: string | null,
  connector: string,
  direction: Direction,
  kind: SessionKind,
): UsageRow {
  return {
    peer,
    via,
    connector,
    direction,
    kind,
    office365: null,
    names: [],
    namesMore: false,
    cells: [],
    sessions: 0,
    encrypted: 0,
    clear: 0,
    refused: 0,
    startTlsMissing: 0,
    first: never,
    last: -never,
    lastClear: -never,
  };
}

export function addName(row: UsageRow, name: string): void {
  if (row.names.includes(name)) return;
  if (row.names.length < maxNames) row.names.push(name);
  else row.namesMore = true;
}

export function cellOf(row: UsageRow, outcome: SessionOutcome, suite: string): UsageCell {
  for (const cell of row.cells) if (cell.outcome === outcome && cell.suite === suite) return cell;
  const cell = {
    outcome,
    suite,
    sessions: 0,
    first: never,
    last: -never,
  };
  row.cells.push(cell);
  return cell;
}

/** Address and certificate prove more than a name does. */
export function strongerProof(a: Office365By | null, b: Office365By | null): Office365By | null {
  if (a === 'address' || b === 'address') return 'address';
  if (a === 'certificate' || b === 'certificate') return 'certificate';
  return a ?? b;
}

/** Adds `from` to `to`; rows of one key, or a row to the bucket of the others. */
export function addRow(to: UsageRow, from: UsageRow): void {
  to.office365 = to.peer === null ? null : strongerProof(to.office365, from.office365);
  if (to.peer !== null) {
    for (const name of from.names) addName(to, name);
    to.namesMore ||= from.namesMore;
  }
  for (const cell of from.cells) {
    const sum = cellOf(to, cell.outcome, to.peer === null ? '' : cell.suite);
    sum.sessions += cell.sessions;
    sum.first = Math.min(sum.first, cell.first);
    sum.last = Math.max(sum.last, cell.last);
  }
  to.sessions += from.sessions;
  to.encrypted += from.encrypted;
  to.clear += from.clear;
  to.refused += from.refused;
  to.startTlsMissing += from.startTlsMissing;
  to.first = Math.min(to.first, from.first);
  to.last = Math.max(to.last, from.last);
  to.lastClear = Math.max(to.lastClear, from.lastClear);
}

const oldVersions: ReadonlySet<SessionOutcome> = new Set(['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1']);

export function isOldVersion(outcome: SessionOutcome): boolean {
  return oldVersions.has(outcome);
}

/** What must not disappear among the others: Office 365, old versions, failures. */
export function weightOf(row: UsageRow): number {
  let weight = row.office365 === null ? 0 : 4e15;
  if (row.cells.some((cell) => isOldVersion(cell.outcome))) weight += 2e15;
  if (row.cells.some((cell) => cell.outcome === 'failed')) weight += 1e15;
  return weight + row.sessions;
}
