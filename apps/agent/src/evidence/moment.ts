// Reads the times of `--since` and `--until`.

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * Milliseconds since 1970 of a date or time (UTC unless it names a zone), or of a span before now: `30m`, `24h`, `7d`,
 * `2w`. Undefined when it is neither.
 */
export function parseMoment(text: string, now: number): number | undefined {
  const span = /^(\d{1,5})([mhdw])$/i.exec(text);
  if (span) {
    const unit = units[span[2]?.toLowerCase() ?? ''];
    return unit === undefined ? undefined : now - Number(span[1]) * unit;
  }
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text))
    return undefined;
  const iso = text.replace(' ', 'T');
  const time = Date.parse(/T/.test(iso) && !/(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(time) ? undefined : time;
}
