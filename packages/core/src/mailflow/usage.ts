// Usage by peer: who talked to this host or was talked to, with which protocol version and suite, or in clear text.
import type { Direction, Where } from './evidence.ts';
import type { Office365By } from './office365-peer.ts';
import type { SessionKind } from './protocol-log/smtp-session.ts';
import { ErrorTally, type ErrorTallyState } from './usage/error-tally.ts';
import { SilentClearFinder, type SilentClearState } from './usage/silent-clear.ts';
import { type UsageReport, type UsageTotals, usageReport } from './usage/usage-report.ts';
import {
  addName,
  addRow,
  cellOf,
  emptyRow,
  rowKey,
  type SessionOutcome,
  strongerProof,
  type UsageRow,
  weightOf,
} from './usage/usage-row.ts';

export type { ErrorCount } from './usage/error-tally.ts';
export type { SilentClear } from './usage/silent-clear.ts';
export type { CutOff, PeerUsage, UsageReport } from './usage/usage-report.ts';
export type { SessionOutcome } from './usage/usage-row.ts';

/** Above this the rows of least weight are counted together with others of their connector. */
const maxRows = 8192;
const rowsKept = 4096;

/** What the usage counts of one session. */
export type CountedSession = {
  readonly connector: string;
  readonly direction: Direction;
  readonly kind: SessionKind;
  readonly via: string | null;
  readonly name: string | null;
  readonly office365: Office365By | null;
  readonly outcome: SessionOutcome;
  readonly suite: string;
  readonly encrypted: number;
  readonly clear: number;
  readonly refused: number;
  /** Milliseconds since 1970; NaN where the log has no time. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly failure: string | null;
  /** `EHLO` was answered without STARTTLS. */
  readonly isStartTlsMissing: boolean;
};

/** A peer's address with the rows found for it lately, so that most sessions need no look-up by text. */
export class Peer {
  readonly address: string;
  readonly office365: Office365By | null;
  rows: UsageRow[] = [];
  generation = 0;

  constructor(address: string, office365: Office365By | null) {
    this.address = address;
    this.office365 = office365;
  }
}

/** JSON: what a usage has counted. */
export type UsageState = UsageTotals & {
  readonly rows: readonly UsageRow[];
  readonly silentClear: SilentClearState;
  readonly errors: ErrorTallyState;
};

/** Can be merged, saved and bounded: totals by connector stay exact when peers are too many to be kept apart. */
export class Usage {
  readonly errors: ErrorTally = new ErrorTally();
  unfinished = 0;
  evicted = 0;
  missingRecords = 0;
  #rows: Map<string, UsageRow> = new Map();
  /** Grows when rows are dropped: what peers remember is void then. */
  #generation = 1;
  readonly #silentClear = new SilentClearFinder();

  /** Counts a session; what it follows in clear text after TLS had failed, or null. */
  add(peer: Peer, session: CountedSession): string | null {
    const row = this.#row(peer, session);
    const { startedAt, endedAt } = session;
    row.sessions++;
    row.encrypted += session.encrypted;
    row.clear += session.clear;
    row.refused += session.refused;
    if (session.isStartTlsMissing) row.startTlsMissing++;
    row.office365 = strongerProof(row.office365, session.office365);
    if (session.name !== null && row.peer !== null) addName(row, session.name);
    const cell = cellOf(row, session.outcome, session.suite);
    cell.sessions++;
    // Without a time nothing is earlier or later.
    if (startedAt < row.first) row.first = startedAt;
    if (startedAt < cell.first) cell.first = startedAt;
    if (endedAt > row.last) row.last = endedAt;
    if (endedAt > cell.last) cell.last = endedAt;
    if (session.clear > 0 && endedAt > row.lastClear) row.lastClear = endedAt;
    if (session.kind !== 'mail' || Number.isNaN(startedAt)) return null;
    if (session.failure === null && session.clear === 0) return null;
    return this.#followUp(peer, session);
  }

  /** Takes in the usage of a later part of the same log, or of another log. */
  merge(state: UsageState): void {
    for (const from of state.rows) addRow(this.#rowFor(from), from);
    if (this.#rows.size > maxRows) this.#collapse();
    this.unfinished += state.unfinished;
    this.evicted += state.evicted;
    this.missingRecords += state.missingRecords;
    this.errors.merge(state.errors);
    this.#silentClear.merge(state.silentClear);
  }

  save(): UsageState {
    return {
      unfinished: this.unfinished,
      evicted: this.evicted,
      missingRecords: this.missingRecords,
      rows: [...this.#rows.values()].map((row) => ({
        ...row,
        names: [...row.names],
        cells: row.cells.map((cell) => ({ ...cell })),
      })),
      errors: this.errors.save(),
      silentClear: this.#silentClear.save(),
    };
  }

  report(): UsageReport {
    const { unfinished, evicted, missingRecords } = this;
    return usageReport(
      [...this.#rows.values()],
      { unfinished, evicted, missingRecords },
      this.#silentClear.report(),
      this.errors.report(),
    );
  }

  /** Counts an error reply or failure of a session. */
  error(
    text: string,
    direction: Direction | null,
    connector: string,
    peer: string,
    ms: number,
    where: () => Where,
  ): void {
    this.errors.add(text, direction, connector, peer, ms, where);
  }

  #followUp(peer: Peer, session: CountedSession): string | null {
    const what = {
      direction: session.direction,
      connector: session.connector,
      peer: peer.address,
      name: session.name,
      office365: session.office365 !== null,
      startedAt: session.startedAt,
    };
    if (session.failure !== null && session.outcome === 'failed') {
      this.#silentClear.failed(what, session.failure);
      return null;
    }
    return session.clear > 0 ? this.#silentClear.clear({ ...what, messages: session.clear }) : null;
  }

  #row(peer: Peer, session: CountedSession): UsageRow {
    if (peer.generation !== this.#generation) {
      peer.rows = [];
      peer.generation = this.#generation;
    }
    const { connector, direction, kind, via } = session;
    for (const row of peer.rows) {
      if (
        row.connector === connector &&
        row.direction === direction &&
        row.kind === kind &&
        row.via === via
      ) {
        return row;
      }
    }
    if (this.#rows.size >= maxRows) {
      this.#collapse();
      peer.rows = [];
      peer.generation = this.#generation;
    }
    const row = this.#rowFor({ peer: peer.address, via, connector, direction, kind });
    peer.rows.push(row);
    return row;
  }

  #rowFor(of: Pick<UsageRow, 'peer' | 'via' | 'connector' | 'direction' | 'kind'>): UsageRow {
    const key = rowKey(of);
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = emptyRow(of.peer, of.via, of.connector, of.direction, of.kind);
      this.#rows.set(key, row);
    }
    return row;
  }

  #collapse(): void {
    const rows = [...this.#rows.values()].sort((a, b) => weightOf(b) - weightOf(a));
    this.#rows = new Map();
    this.#generation++;
    let kept = 0;
    for (const row of rows) {
      if (row.peer === null || kept < rowsKept) {
        if (row.peer !== null) kept++;
        addRow(this.#rowFor(row), row);
      } else {
        addRow(this.#rowFor({ ...row, peer: null, via: null }), row);
      }
    }
  }
}
