// The time of judging, and what follows from it alone. Hosts are judged many at a time, and dates are slow to work with.
import { type StaleReferenceData, staleReferenceData } from '../reference/index.ts';

export class Moment {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** UTC. */
  readonly text: string;
  readonly #later = new Map<number, string>();
  #stale: readonly StaleReferenceData[] | undefined;

  constructor(time: number) {
    this.time = time;
    this.text = new Date(time).toISOString();
  }

  /** The moment so many days later (UTC). */
  daysLater(days: number): string {
    let text = this.#later.get(days);
    if (text === undefined) {
      text = new Date(this.time + days * millisecondsPerDay).toISOString();
      this.#later.set(days, text);
    }
    return text;
  }

  get staleReferenceData(): readonly StaleReferenceData[] {
    this.#stale ??= staleReferenceData(new Date(this.time));
    return this.#stale;
  }
}

const millisecondsPerDay = 86_400_000;

let last: Moment | undefined;

/** @throws RangeError when `now` is no date. */
export function momentOf(now: Date): Moment {
  const time = now.getTime();
  if (last?.time !== time) last = new Moment(time);
  return last;
}
