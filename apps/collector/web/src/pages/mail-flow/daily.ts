// Days without gaps, and counts laid out on them.

const dayMs = 86_400_000;

/** `count` days up to today, oldest first, in UTC as the API counts them. */
export function lastDays(count: number, now: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(now - (count - 1 - index) * dayMs).toISOString().slice(0, 10),
  );
}

export function onDays(
  days: readonly string[],
  counts: readonly { readonly day: string; readonly count: number }[],
): number[] {
  const byDay = new Map(counts.map(({ day, count }) => [day, count]));
  return days.map((day) => byDay.get(day) ?? 0);
}
