// How long to wait before the next attempt, so that a fleet never comes back at once.

const firstMs = 1000;
const longestMs = 120_000;

/** Full jitter: anything from nothing to the limit, which doubles with each failure (AWS, Exponential Backoff And Jitter). */
export function backoffMs(failures: number, random: () => number): number {
  return Math.round(random() * Math.min(longestMs, firstMs * 2 ** failures));
}
