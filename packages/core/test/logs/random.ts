// Random numbers that are the same for the same seed.

export type Random = {
  /** A whole number from 0 to `n` - 1. */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
};

/** Mulberry32: small, quick, good enough for logs. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  return { below, pick };
}
