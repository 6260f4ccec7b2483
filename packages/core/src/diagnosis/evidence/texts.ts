// Weighs what recognised texts say by themselves: the weights are those of the error catalog.
import { type CatalogEntry, errorEntry, isErrorId } from '../../errors/index.ts';
import { type Group, isHostEvent } from '../group.ts';
import type { CauseName, DiagnosisSignal, ErrorId } from '../input.ts';
import type { Finder, Piece } from './piece.ts';

/** A text whose weight for one cause is at least this names it and no other. */
const named = 90;
/** Windows logs its events about the whole host, so they make a cause in mail likely and never certain. */
const mostOfEvent = 80;
/** What is left of a text that is cut off may hide what would have told otherwise. */
const mostOfCut = 75;

/** Finds texts by their ids; `evidence` is the key of the sentence that goes with them. */
export function textKind(evidence: string, isKind: (id: ErrorId, entry: CatalogEntry) => boolean): Finder {
  return (group) =>
    textsOf(group).flatMap(({ signal, id, count }) => {
      const entry = errorEntry(id);
      return isKind(id, entry) ? piecesOf(evidence, signal, entry, count) : [];
    });
}

interface Counted {
  readonly signal: DiagnosisSignal;
  readonly id: ErrorId;
  readonly count: number;
}

/** One a kind of error: the first that was found whole stands for all. */
function textsOf({ signals, events }: Group): Counted[] {
  const found = new Map<ErrorId, { signal: DiagnosisSignal; readonly id: ErrorId; count: number }>();
  for (const signal of [...signals, ...events]) {
    if (!isErrorId(signal.id)) continue;
    const known = found.get(signal.id);
    if (known === undefined) found.set(signal.id, { signal, id: signal.id, count: signal.count ?? 1 });
    else {
      known.count += signal.count ?? 1;
      if (known.signal.truncated && !signal.truncated) known.signal = signal;
    }
  }
  return [...found.values()];
}

function piecesOf(evidence: string, signal: DiagnosisSignal, entry: CatalogEntry, count: number): Piece[] {
  const isEvent = isHostEvent(signal) && signal.id !== 'transport-no-starttls-certificate';
  // Object.entries forgets the names of the causes.
  const weights = Object.entries(entry.causes) as [CauseName, number][];
  const most = isEvent ? mostOfEvent : signal.truncated ? mostOfCut : 100;
  return weights.map(([cause, weight]) => {
    const isProof = weight >= named && cause !== 'undetermined' && most === 100;
    return {
      evidence: isEvent ? 'hostEvent' : evidence,
      cause,
      strength: isProof ? 'proof' : 'text',
      points: isProof ? 100 : Math.min(weight, most),
      text: signal.text,
      where: signal.where,
      error: entry.id,
      count,
    };
  });
}
