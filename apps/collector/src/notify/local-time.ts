// Hours of the clock in a time zone: whether it is quiet now, and when a digest is due.

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight. */
function minuteOfDay(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return minutesOf(format.format(ms));
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From the first minute up to the last, over midnight where `to` is earlier than `from`. */
export function isQuiet(ms: number, hours: { from: string; to: string }, timeZone: string): boolean {
  const [now, from, to] = [minuteOfDay(ms, timeZone), minutesOf(hours.from), minutesOf(hours.to)];
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** The first moment after `ms` at which the clock shows this time; the one after where the clock skips it. */
export function nextClock(ms: number, clock: string, timeZone: string): number {
  const start = Math.floor(ms / minuteMs) * minuteMs + minuteMs;
  const wanted = minutesOf(clock);
  let at = start + ((wanted - minuteOfDay(start, timeZone) + 1440) % 1440) * minuteMs;
  // Where the clock was set in between, the distance changed by as much.
  const off = ((wanted - minuteOfDay(at, timeZone) + 2160) % 1440) - 720;
  at += off * minuteMs;
  return at < start ? at + 1440 * minuteMs : at;
}
