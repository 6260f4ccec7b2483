// What people type into fields, as the API takes it.

const dayMs = 86_400_000;

/** `a, b  c` → `a`, `b`, `c`. */
export function splitWords(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))];
}

/** Null for an empty field; NaN for what is no whole number. */
export function wholeNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

export function emptyToNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** The moment so many days from now; null without a number. */
export function inDays(days: number | null, now: number): string | null {
  return days === null || Number.isNaN(days) ? null : new Date(now + days * dayMs).toISOString();
}

/** Whether a number is from 1 to the most. */
export function isUpTo(value: number | null, most: number): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= most;
}

/** A day of an `<input type="date">` in the zone of the one who looks, as the moment at which it begins. */
export function startOfDay(day: string, plusDays = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays).toISOString();
}
