// Says which reference data have grown too old to judge by in silence.
import type { ReferenceData } from './reference-data.ts';

export type StaleReferenceData = {
  readonly name: string;
  readonly asOf: string;
  /** Whole days between the newest source and `now`. */
  readonly ageDays: number;
};

const millisecondsPerDay = 86_400_000;

/**
 * The sets of `all` whose newest source is more than `maxAgeDays` older than `now`; settled ones never are.
 *
 * @throws RangeError when `now` is no date: an unknown age must not pass as a young one.
 */
export function findStaleReferenceData(
  all: Readonly<Record<string, ReferenceData>>,
  now: Date | string,
  maxAgeDays: number,
): readonly StaleReferenceData[] {
  const today = typeof now === 'string' ? Date.parse(now) : now.getTime();
  if (Number.isNaN(today)) throw new RangeError(`Not a date: ${String(now)}`);
  // Days compare as text; every judged host asks, and hardly any set is stale.
  const oldest = new Date(today - maxAgeDays * millisecondsPerDay).toISOString().slice(0, 10);
  const stale: StaleReferenceData[] = [];
  for (const name in all) {
    const { asOf, settled } = all[name] as ReferenceData; // for…in gives only names that are there
    if (settled || asOf >= oldest) continue;
    stale.push({ name, asOf, ageDays: Math.floor((today - Date.parse(asOf)) / millisecondsPerDay) });
  }
  return stale;
}
