// Which error of the catalog a text is, and its likeliest cause when nothing else is known.
import { type ErrorId, errorEntry, matchText } from '@mailflow-tls/core/evidence';

export interface Recognised {
  id: ErrorId | 'unrecognised';
  cause: string | null;
}

const unrecognised: Recognised = { id: 'unrecognised', cause: null };
/** The same errors come again with every report. */
const known = new Map<string, Recognised>();
const mostKnown = 5000;
const longest = 4000;

export function recogniseError(text: string): Recognised {
  const kept = known.get(text);
  if (kept) return kept;
  const found = recognise(text.slice(0, longest));
  if (known.size >= mostKnown) known.clear();
  known.set(text, found);
  return found;
}

function recognise(text: string): Recognised {
  const { signals } = matchText(text);
  // What only carries another error or tells of waiting says less than the error itself.
  const found = signals.find(({ id }) => errorEntry(id).role === undefined) ?? signals[0];
  if (found === undefined) return unrecognised;
  const causes = Object.entries(errorEntry(found.id).causes);
  causes.sort(([, a], [, b]) => b - a);
  return { id: found.id, cause: causes[0]?.[0] ?? null };
}
