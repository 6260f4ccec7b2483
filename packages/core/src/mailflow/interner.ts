// Turns equal byte ranges into one shared entry, so that a text is decoded and understood once, not once a record.
import { sameBytes, textOf } from './byte-text.ts';

export type Interned<T> = {
  readonly text: string;
  readonly value: T;
};

type Entry<T> = Interned<T> & {
  readonly hash: number;
  readonly offset: number;
  readonly length: number;
};

/** Both bounds keep the memory flat when every record is different, as on a host that faces the Internet. */
const maxEntries = 1 << 14;
const maxArena = 1 << 22;

/**
 * Entries stay valid for ever, but the same bytes may get a second entry after the table was emptied because it was
 * full: compare by `text` where identity would be wrong then.
 */
export class Interner<T> {
  readonly #make: (text: string) => T;
  #arena = new Uint8Array(1 << 12);
  #view = new DataView(this.#arena.buffer);
  #used = 0;
  #count = 0;
  #table: (Entry<T> | undefined)[] = new Array(1 << 8).fill(undefined);
  /** The last few that were asked for: most texts come in runs. */
  readonly #recent: (Entry<T> | undefined)[];
  #turn = 0;

  /** `recent`: how many different texts come in turns, if they are few. */
  constructor(make: (text: string) => T, recent = 1) {
    this.#make = make;
    this.#recent = new Array(recent).fill(undefined);
  }

  /** `view` must show the same memory as `bytes` and go on for at least 3 bytes after `to`. */
  of(bytes: Uint8Array, view: DataView, from: number, to: number): Interned<T> {
    const length = to - from;
    for (const recent of this.#recent) {
      if (recent !== undefined && recent.length === length && this.#equals(recent, view, from)) return recent;
    }
    const hash = hashOf(view, from, length);
    const mask = this.#table.length - 1;
    let index = hash & mask;
    for (;;) {
      const entry = this.#table[index];
      if (entry === undefined) break;
      if (entry.hash === hash && entry.length === length && this.#equals(entry, view, from)) {
        this.#remember(entry);
        return entry;
      }
      index = (index + 1) & mask;
    }
    return this.#add(bytes, from, to, hash);
  }

  #equals(entry: Entry<T>, view: DataView, from: number): boolean {
    return sameBytes(this.#view, entry.offset, view, from, entry.length);
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number): Interned<T> {
    const length = to - from;
    if (this.#count >= maxEntries || this.#used + length > maxArena) this.#clear();
    if (this.#used + length > this.#arena.length) this.#grow(this.#used + length);
    if (this.#count * 2 >= this.#table.length) this.#rehash();
    const text = textOf(bytes, from, to);
    const entry = { text, value: this.#make(text), hash, offset: this.#used, length };
    this.#arena.set(bytes.subarray(from, to), this.#used);
    this.#used += length;
    this.#place(entry);
    this.#count++;
    this.#remember(entry);
    return entry;
  }

  #remember(entry: Entry<T>): void {
    this.#recent[this.#turn] = entry;
    this.#turn = (this.#turn + 1) % this.#recent.length;
  }

  #place(entry: Entry<T>): void {
    const mask = this.#table.length - 1;
    let index = entry.hash & mask;
    while (this.#table[index] !== undefined) index = (index + 1) & mask;
    this.#table[index] = entry;
  }

  #clear(): void {
    this.#table = new Array(1 << 8).fill(undefined);
    this.#used = 0;
    this.#count = 0;
    this.#recent.fill(undefined);
  }

  #grow(wanted: number): void {
    let size = this.#arena.length;
    while (size < wanted) size *= 2;
    const arena = new Uint8Array(size);
    arena.set(this.#arena.subarray(0, this.#used));
    this.#arena = arena;
    this.#view = new DataView(arena.buffer);
  }

  #rehash(): void {
    const old = this.#table;
    this.#table = new Array(old.length * 2).fill(undefined);
    for (const entry of old) if (entry !== undefined) this.#place(entry);
  }
}

/** A quick hash of a range, eight bytes at a time in two lanes that do not wait for each other. */
export function hashOf(view: DataView, from: number, length: number): number {
  let even = length ^ 0x3c6ef372;
  let odd = 0x1b873593;
  const whole = length & ~7;
  for (let i = 0; i < whole; i += 8) {
    even = Math.imul(even ^ view.getInt32(from + i, true), 0x9e3779b1);
    odd = Math.imul(odd ^ view.getInt32(from + i + 4, true), 0x85ebca6b);
  }
  for (let i = whole; i < length; i++) even = Math.imul(even ^ view.getUint8(from + i), 0x9e3779b1);
  let hash = even ^ (odd << 13) ^ (odd >>> 19);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
