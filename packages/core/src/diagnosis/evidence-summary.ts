// What stands around the causes in an answer: what was read, which errors were recognised, what was not, who used what.
import type { SourceCount, Where } from '../mailflow/evidence.ts';
import type { UsageReport } from '../mailflow/usage.ts';
import type { DiagnosisSignal } from './input.ts';
import { earliest, latest } from './traffic.ts';

/** One error as often as it was seen. */
export interface SignalSummary {
  readonly id: string;
  /** The first text of it that was found. */
  readonly text: string;
  readonly count: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Where it was found first. */
  readonly where: Where;
  /** Every text of it that was found is cut off in the middle of its words. */
  readonly truncated?: true;
}

/** Error-like texts that the catalog does not know, grouped by their shape. */
export interface UnrecognisedSummary {
  readonly shape: string;
  readonly count: number;
  readonly example: string;
  readonly where: Where;
}

/** Why a source, or a part of it, was not read. */
export interface ReadProblem {
  readonly file: string;
  /** Stable, for programs. */
  readonly code: string;
  /** The system's own code, a limit, a method. */
  readonly detail?: string;
  /** For people, in the language of the answer. */
  readonly words: string;
}

export interface EvidenceSummary {
  readonly sources: readonly SourceCount[];
  readonly problems: readonly ReadProblem[];
  readonly signals: readonly SignalSummary[];
  readonly unrecognised: readonly UnrecognisedSummary[];
  /** Null when no protocol log was read. */
  readonly usage: UsageReport | null;
}

export const noEvidence: EvidenceSummary = {
  sources: [],
  problems: [],
  signals: [],
  unrecognised: [],
  usage: null,
};

/** The most frequent first. */
export function summariseSignals(signals: readonly DiagnosisSignal[]): SignalSummary[] {
  const found = new Map<string, SignalSummary>();
  for (const signal of signals) {
    const { id, at, count = 1, firstSeen = at, lastSeen = at } = signal;
    const known = found.get(id);
    found.set(id, {
      ...(known === undefined || (known.truncated && !signal.truncated) ? shownOf(signal) : known),
      count: (known?.count ?? 0) + count,
      firstSeen: earliest([known?.firstSeen, firstSeen]),
      lastSeen: latest([known?.lastSeen, lastSeen]),
    });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** A whole text says more than one that is cut. */
function shownOf({
  id,
  text,
  where,
  truncated,
}: DiagnosisSignal): Pick<SignalSummary, 'id' | 'text' | 'where' | 'truncated'> {
  return { id, text, where, ...(truncated ? { truncated } : {}) };
}
