// When this browser was last here: visits that follow each other closely count as one.
import { keep, recall } from './preferences.ts';

/** Milliseconds of absence after which it is another visit. */
const pauseMs = 30 * 60_000;

let before: string | null | undefined;

/** The end of the visit before this one; null when there was none. */
export function lastVisit(): string | null {
  if (before === undefined) {
    const seen = Number(recall('seen-at') ?? Number.NaN);
    const now = Date.now();
    if (Number.isFinite(seen) && seen <= now) {
      const kept = recall('visited-at');
      before = now - seen > pauseMs ? new Date(seen).toISOString() : kept;
    } else before = null;
    if (before !== null) keep('visited-at', before);
  }
  keep('seen-at', String(Date.now()));
  return before;
}
