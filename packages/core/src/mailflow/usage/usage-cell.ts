// The unit of the usage by peer: sessions with one peer on one connector that went the same way.
import type { Direction } from '../evidence.ts';
import type { Office365By } from '../office365-peer.ts';
import type { SessionKind } from '../protocol-log/smtp-session.ts';
import type { TlsVersion } from '../protocol-log/tls-parameters.ts';

/**
 * How a session went. `clear text`: carried mail without TLS. `failed`: TLS was tried in vain and no mail went. `none`:
 * neither TLS nor mail.
 */
export type SessionOutcome = TlsVersion | 'clear text' | 'failed' | 'none';

/**
 * Times are whole seconds since 1970: with small numbers alone a cell lies in one piece of memory, which is what counts
 * when a host has thousands of peers.
 */
export type UsageCell = {
  /** Null for those that were too many to be kept apart. */
  readonly peer: string | null;
  /** The Exchange host that proxied for it. */
  readonly via: string | null;
  readonly connector: string;
  readonly direction: Direction;
  readonly kind: SessionKind;
  readonly outcome: SessionOutcome;
  /** Empty where there is none. */
  readonly suite: string;
  office365: Office365By | null;
  /** The name announced last. */
  name: string | null;
  /** All of them, the first few. */
  readonly names: string[];
  hasMoreNames: boolean;
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

export type CellKey = Pick<
  UsageCell,
  'peer' | 'via' | 'connector' | 'direction' | 'kind' | 'outcome' | 'suite'
>;

/** Later than any time and, negated, earlier. */
export const noSecond = 0x7fffffff;

const maxNames = 4;

/** Of all that the cells of one row have in common. */
export function rowKey(cell: Omit<CellKey, 'outcome' | 'suite'>): string {
  return `${cell.direction}\n${cell.kind}\n${cell.peer ?? ''}\n${cell.via ?? ''}\n${cell.connector}`;
}

export function emptyCell(key: CellKey): UsageCell {
  return {
    peer: key.peer,
    via: key.via,
    connector: key.connector,
    direction: key.direction,
    kind: key.kind,
    outcome: key.outcome,
    suite: key.suite,
    office365: null,
    name: null,
    names: [],
    hasMoreNames: false,
    sessions: 0,
    encrypted: 0,
    clear: 0,
    refused: 0,
    startTlsMissing: 0,
    first: noSecond,
    last: -noSecond,
    lastClear: -noSecond,
  };
}

export function addName(cell: Pick<UsageCell, 'names' | 'hasMoreNames'>, name: string): void {
  if (cell.names.includes(name)) return;
  if (cell.names.length < maxNames) cell.names.push(name);
  else cell.hasMoreNames = true;
}

/** Address and certificate prove more than a name does. */
export function strongerProof(a: Office365By | null, b: Office365By | null): Office365By | null {
  if (a === b) return a;
  if (a === 'address' || b === 'address') return 'address';
  if (a === 'certificate' || b === 'certificate') return 'certificate';
  return a ?? b;
}

/** Adds one cell to another of its key, or to that of the others, who have no names and belong to nobody. */
export function addCell(to: UsageCell, from: UsageCell): void {
  if (to.peer !== null) {
    to.office365 = strongerProof(to.office365, from.office365);
    to.name = from.name ?? to.name;
    for (const name of from.names) addName(to, name);
    if (from.hasMoreNames) to.hasMoreNames = true;
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

/** What must not disappear among the others: Office 365, old versions, failures; then the many sessions. */
export function weightOf(cell: UsageCell): number {
  let weight = cell.office365 === null ? 0 : 4e15;
  if (isOldVersion(cell.outcome)) weight += 2e15;
  if (cell.outcome === 'failed') weight += 1e15;
  return weight + cell.sessions;
}
