// Times as programs write them; in UTC only where the text itself says so.

/** `written` as found; `utc` in ISO 8601, null where the zone or the order of day and month is not certain. */
export type WrittenTime = { readonly written: string; readonly utc: string | null };

/** `zone`: what a time without a zone means in this place. */
export function writtenTime(text: string | undefined, zone: 'utc' | 'local'): WrittenTime | null {
  const written = text?.trim().slice(0, 100) ?? '';
  return written === '' ? null : { written, utc: utcOf(written, zone) };
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/;
const mail =
  /^(?:[A-Za-z]{3,9}, ?)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))? ?([+-]\d{4}|GMT|UTC|UT|Z)?/;
const epoch = /^\\?\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))? ([AP])M$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Null where it is no time or not certain. */
export function utcOf(written: string, zone: 'utc' | 'local'): string | null {
  const isoMatch = iso.exec(written);
  if (isoMatch) {
    const [, year, month, day, hour, minute, second, fraction, offset] = isoMatch;
    if (offset === undefined && zone === 'local') return null;
    const ms = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
    return instant(year, Number(month), day, hour, minute, second, ms, offset);
  }
  const mailMatch = mail.exec(written);
  if (mailMatch) {
    const [, day, month, year, hour, minute, second, offset] = mailMatch;
    if (offset === undefined && zone === 'local') return null;
    return instant(
      year,
      months.indexOf((month ?? '').toLowerCase()) + 1,
      day,
      hour,
      minute,
      second,
      0,
      offset,
    );
  }
  const epochMatch = epoch.exec(written);
  if (epochMatch) return isoText(Number(epochMatch[1]));
  // Only English writes AM and PM behind a time with slashes, with the month first.
  const us = zone === 'utc' ? american.exec(written) : null;
  if (us) {
    const [, month, day, year, hour, minute, second, half] = us;
    const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
    return instant(year, Number(month), day, String(hours), minute, second, 0, 'Z');
  }
  return null;
}

function instant(
  year: string | undefined,
  month: number,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  ms: number,
  offset: string | undefined,
): string | null {
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 24) return null;
  const local = Date.UTC(
    Number(year),
    month - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
    ms,
  );
  const sign = offset?.[0] === '-' ? -1 : 1;
  const digits = offset?.replace(/\D/g, '') ?? '';
  const shift = digits.length === 4 ? sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) : 0;
  return isoText(local - shift * 60_000);
}

function isoText(ms: number): string | null {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
}
