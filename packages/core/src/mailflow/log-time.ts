// Times of Exchange's logs: 24 bytes of ISO 8601 in UTC, read without making a string.

const zero = 0x30;

/** Later than any time and, negated, earlier: unlike Infinity it survives JSON. `isoTime` gives null for it. */
export const never: number = Number.MAX_SAFE_INTEGER;

/** Milliseconds since 1970 of `2023-01-11T15:59:51.433Z` at `at`; NaN where there is no such time. */
export class LogClock {
  /** The bytes of the last day seen, for records of one day follow each other. */
  #day0 = 0;
  #day1 = 0;
  #day2 = 0;
  #dayMs = Number.NaN;

  at(view: DataView, at: number): number {
    const day0 = view.getInt32(at, true);
    const day1 = view.getInt32(at + 4, true);
    const day2 = view.getInt16(at + 8, true);
    if (day0 !== this.#day0 || day1 !== this.#day1 || day2 !== this.#day2) {
      this.#dayMs = dayMs(view, at);
      this.#day0 = day0;
      this.#day1 = day1;
      this.#day2 = day2;
    }
    return (
      this.#dayMs +
      twoDigits(view, at + 11) * 3_600_000 +
      twoDigits(view, at + 14) * 60_000 +
      twoDigits(view, at + 17) * 1000 +
      (view.getUint8(at + 20) - zero) * 100 +
      twoDigits(view, at + 21)
    );
  }
}

/** ISO 8601 in UTC; null where there is no time. */
export function isoTime(ms: number): string | null {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
}

function twoDigits(view: DataView, at: number): number {
  return (view.getUint8(at) - zero) * 10 + view.getUint8(at + 1) - zero;
}

function dayMs(view: DataView, at: number): number {
  const year = twoDigits(view, at) * 100 + twoDigits(view, at + 2);
  const month = twoDigits(view, at + 5);
  const day = twoDigits(view, at + 8);
  if (!(year >= 1990 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31))
    return Number.NaN;
  return Date.UTC(year, month - 1, day);
}
