// Times as people read them: in their zone and language, how long ago, and in UTC.

/** The browser's own variant of the language, which knows how its user writes dates. */
export function formatTag(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}

export function localTime(at: number, tag: string, zone?: string): string {
  return new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone !== undefined && { timeZone: zone }),
  }).format(at);
}

/** `2026-11-25 08:03:09` */
export function utcTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `5 minutes ago`, `in 3 days`. */
export function relativeTime(at: number, now: number, tag: string): string {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const distance = at - now;
  for (const [unit, size] of units) {
    // In Hebrew the dual form repeats its number in parentheses.
    if (Math.abs(distance) >= size) {
      return format.format(Math.trunc(distance / size), unit).replace(/ \(2\)$/, '');
    }
  }
  return format.format(0, 'minute');
}
