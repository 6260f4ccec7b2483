// Makes what a host sent fit the columns: hosts can send any text and any number.

/** PostgreSQL cannot index longer values than some 2,700 bytes; three texts of this length stay below that. */
const longestKey = 255;

export function clip(text: string, longest: number = longestKey): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

export function clipOrNull(text: string | null, longest?: number): string | null {
  return text === null ? null : clip(text, longest);
}

/** A count that is whole, not negative and small enough to be exact. */
export function count(value: number): number {
  if (!(value > 0)) return 0;
  return Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER);
}

/** Milliseconds since 1970; null for what is no time between 1970 and 9999. */
export function timeOrNull(text: string | null): number | null {
  if (text === null) return null;
  const time = Date.parse(text);
  return time >= 0 && time < 253_402_300_800_000 ? time : null;
}

/** The day of a time, `2026-11-24`, UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
