// Random numbers that come the same for the same seed.

export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** At least `least`, at most `most`. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the names by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** Time to the next of events that come so often on average. */
  waiting(mean: number): number;
  bytes(count: number): Buffer;
}

/** The generator is mulberry32 (public domain, Tommy Ettinger): fast, and good enough for made-up hosts. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const names = Object.keys(weights) as T[]; // Object.keys forgets the key type
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new RangeError('nothing to pick from');
    },
    waiting: (mean) => -Math.log(1 - next()) * mean,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => Math.floor(next() * 256))),
  };
}
