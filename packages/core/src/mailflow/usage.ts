// Usage by peer: who talked to this host or was talked to, with which protocol version and suite, or in clear text.
import type { Direction, Where } from './evidence.ts';
import type { Office365By } from './office365-peer.ts';
import type { SessionKind } from './protocol-log/smtp-session.ts';
import { ErrorTally, type ErrorTallyState } from './usage/error-tally.ts';
import { SilentClearFinder, type SilentClearState } from './usage/silent-clear.ts';
import {
  addCell,
  addName,
  type CellKey,
  emptyCell,
  type SessionOutcome,
  strongerProof,
  type UsageCell,
  weightOf,
} from './usage/usage-cell.ts';
import { type UsageReport, type UsageTotals, usageReport } from './usage/usage-report.ts';

export type { ErrorCount } from './usage/error-tally.ts';
export type { SilentClear } from './usage/silent-clear.ts';
export type { SessionOutcome } from './usage/usage-cell.ts';
export type { PeerUsage, UsageReport } from './usage/usage-report.ts';

/** Above this the cells of least weight are counted together with others of their connector. */
const maxCells = 16_384;
const cellsKept = 12_288;

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

/** A peer's address with the cells that its sessions were counted in, so that few need a look-up by text. */
export class Peer {
  readonly address: string;
  readonly office365: Office365By | null;
  last: UsageCell | null = null;
  /** All of this address. */
  cells: UsageCell[] = [];
  generation = 0;

  constructor(address: string, office365: Office365By | null) {
    this.address = address;
    this.office365 = office365;
  }
}

/** JSON: what a usage has counted. */
export type UsageState = UsageTotals & {
  readonly cells: readonly UsageCell[];
  readonly silentClear: SilentClearState;
  readonly errors: ErrorTallyState;
};

/** Can be merged, saved and bounded: totals by connector stay exact when peers are too many to be kept apart. */
export class Usage {
  readonly errors: ErrorTally = new ErrorTally();
  unfinished = 0;
  evicted = 0;
  missingRecords = 0;
  /** By address; null for the others. */
  #cells: Map<string | null, UsageCell[]> = new Map();
  #count = 0;
  /** Grows when cells are dropped: what peers remember is void then. */
  #generation = 1;
  readonly #silentClear = new SilentClearFinder();

  /** Counts a session; what it follows in clear text after TLS had failed, or null. */
  add(peer: Peer, session: CountedSession): string | null {
    const cell = this.#cellFor(peer, session);
    const { startedAt, name } = session;
    cell.sessions++;
    cell.encrypted += session.encrypted;
    cell.clear += session.clear;
    cell.refused += session.refused;
    if (session.isStartTlsMissing) cell.startTlsMissing++;
    if (session.office365 !== cell.office365) {
      cell.office365 = strongerProof(cell.office365, session.office365);
    }
    if (name !== cell.name && name !== null) {
      cell.name = name;
      addName(cell, name);
    }
    // Without a time nothing is earlier or later.
    const start = Math.floor(startedAt / 1000);
    const end = Math.floor(session.endedAt / 1000);
    if (start < cell.first) cell.first = start;
    if (end > cell.last) cell.last = end;
    if (session.clear > 0 && end > cell.lastClear) cell.lastClear = end;
    if (session.kind !== 'mail' || Number.isNaN(startedAt)) return null;
    if (session.failure === null && session.clear === 0) return null;
    return this.#followUp(peer, session);
  }

  /** Takes in the usage of a later part of the same log, or of another log. */
  merge(state: UsageState): void {
    for (const from of state.cells) addCell(cellIn(this.#cellsOf(from.peer), from) ?? this.#add(from), from);
    if (this.#count > maxCells) this.#collapse();
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
      cells: this.#all().map((cell) => ({ ...cell, names: [...cell.names] })),
      errors: this.errors.save(),
      silentClear: this.#silentClear.save(),
    };
  }

  report(): UsageReport {
    const { unfinished, evicted, missingRecords } = this;
    return usageReport(
      this.#all(),
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
      this.#silentClear.failed(what, session.endedAt, session.failure);
      return null;
    }
    return session.clear > 0 ? this.#silentClear.clear({ ...what, messages: session.clear }) : null;
  }

  #cellFor(peer: Peer, session: CountedSession): UsageCell {
    if (peer.generation !== this.#generation) this.#recall(peer);
    const { last } = peer;
    if (last !== null && isOf(last, session)) return last;
    let cell = cellIn(peer.cells, session);
    if (cell === undefined) {
      if (this.#count >= maxCells) {
        this.#collapse();
        this.#recall(peer);
      }
      cell = this.#add({ ...session, peer: peer.address });
    }
    peer.last = cell;
    return cell;
  }

  #recall(peer: Peer): void {
    peer.last = null;
    peer.cells = this.#cellsOf(peer.address);
    peer.generation = this.#generation;
  }

  #cellsOf(peer: string | null): UsageCell[] {
    let cells = this.#cells.get(peer);
    if (cells === undefined) {
      cells = [];
      this.#cells.set(peer, cells);
    }
    return cells;
  }

  #add(key: CellKey): UsageCell {
    const cell = emptyCell(key);
    this.#cellsOf(key.peer).push(cell);
    this.#count++;
    return cell;
  }

  #all(): UsageCell[] {
    return [...this.#cells.values()].flat();
  }

  #collapse(): void {
    const cells = this.#all().sort((a, b) => weightOf(b) - weightOf(a));
    this.#cells = new Map();
    this.#count = 0;
    this.#generation++;
    for (const cell of cells) {
      if (cell.peer !== null && this.#count < cellsKept) {
        this.#cellsOf(cell.peer).push(cell);
        this.#count++;
      } else {
        const key = { ...cell, peer: null, via: null, suite: '' };
        addCell(cellIn(this.#cellsOf(null), key) ?? this.#add(key), cell);
      }
    }
  }
}

function cellIn(cells: readonly UsageCell[], key: Omit<CellKey, 'peer'>): UsageCell | undefined {
  for (const cell of cells) if (isOf(cell, key)) return cell;
  return undefined;
}

function isOf(cell: UsageCell, key: Omit<CellKey, 'peer'>): boolean {
  return (
    cell.outcome === key.outcome &&
    cell.connector === key.connector &&
    cell.suite === key.suite &&
    cell.direction === key.direction &&
    cell.kind === key.kind &&
    cell.via === key.via
  );
}
