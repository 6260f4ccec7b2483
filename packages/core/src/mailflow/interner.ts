// Turns equal byte ranges into one shared value, so that a text is decoded and understood once, not once a record.
import { sameBytes, textOf } from './byte-text.ts';

/** Both bounds keep the memory flat when every record is different, as on a host that faces the Internet. */
const maxEntries = 1 << 14;
const maxArena = 1 << 22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const none = -1;

/**
 * Each text has a number. Numbers begin anew when the table was emptied because it was full, so an old one may stand
 * for another text: it is a hint and no more. Values stay valid for ever, but the same text may get a second one.
 *
 * A look-up touches a slot and the text itself: with thousands of peers the way to the memory is all that costs.
 */
export class Interner<T> {
  readonly #make: (text: string) => T;
  #arena = new Uint8Array(1 << 12);
  #view = new DataView(this.#arena.buffer);
  #used = 0;
  /** Hash and number + 1 of each text, in pairs; the number is 0 where the slot is free. */
  #slots = new Int32Array(1 << 9);
  #values: T[] = [];
  #offsets: number[] = [];
  #lengths: number[] = [];
  /** Whether the text has no line end. */
  #isPlain: boolean[] = [];
  /** The number of the text that followed each text the last time, and, first of all, of the one that began. */
  #followers: number[] = [none];
  #last = none;

  constructor(make: (text: string) => T) {
    this.#make = make;
  }

  of(bytes: Uint8Array, view: DataView, from: number, to: number): T {
    return this.value(this.numberOf(bytes, view, from, to));
  }

  /** The value of a number that this interner has just given. */
  value(number: number): T {
    // The caller has the number from this interner, so there is a value.
    return this.#values[number] as T;
  }

  /** `view` must show the same memory as `bytes` and go on for at least 7 bytes after `to`. */
  numberOf(bytes: Uint8Array, view: DataView, from: number, to: number): number {
    const length = to - from;
    if (this.#is(this.#last, view, from, length)) return this.#last;
    const hash = hashOf(view, from, length);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = (slots[slot + 1] ?? 0) - 1;
      if (number < 0) break;
      if (slots[slot] === hash && this.#is(number, view, from, length)) {
        this.#last = number;
        return number;
      }
    }
    this.#last = this.#add(bytes, from, to, hash);
    return this.#last;
  }

  /**
   * The number of the text that stands at `at` up to the end of the line, if it is the one that followed text `before`
   * the last time, or began where that is -1; -1 otherwise.
   */
  expected(before: number, view: DataView, at: number): number {
    const number = this.#followers[before + 1] ?? none;
    if (number < 0) return none;
    const length = this.#lengths[number] ?? 0;
    const byte = view.getUint8(at + length);
    const isEnd = byte === newline || (byte === carriageReturn && view.getUint8(at + length + 1) === newline);
    return isEnd && this.#is(number, view, at, length) ? number : none;
  }

  lengthOf(number: number): number {
    return this.#lengths[number] ?? 0;
  }

  /** What `expected` is to expect. Texts with a line end in them cannot be expected. */
  follows(number: number, before: number): void {
    if (this.#isPlain[number] && before + 1 < this.#followers.length) this.#followers[before + 1] = number;
  }

  #is(number: number, view: DataView, from: number, length: number): boolean {
    if (this.#lengths[number] !== length) return false;
    return sameBytes(this.#view, this.#offsets[number] ?? 0, view, from, length);
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const length = to - from;
    if (this.#values.length >= maxEntries || this.#used + length > maxArena) this.#clear();
    if (this.#used + length > this.#arena.length) this.#grow(this.#used + length);
    if (this.#values.length * 4 >= this.#slots.length) this.#rehash();
    const number = this.#values.length;
    const text = textOf(bytes, from, to);
    this.#values.push(this.#make(text));
    this.#isPlain.push(!/[\r\n]/.test(text));
    this.#offsets.push(this.#used);
    this.#lengths.push(length);
    this.#followers.push(none);
    this.#arena.set(bytes.subarray(from, to), this.#used);
    this.#used += length;
    place(this.#slots, hash, number);
    return number;
  }

  #clear(): void {
    this.#slots = new Int32Array(1 << 9);
    this.#values = [];
    this.#offsets = [];
    this.#lengths = [];
    this.#isPlain = [];
    this.#followers = [none];
    this.#used = 0;
    this.#last = none;
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
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2) {
      const number = (old[slot + 1] ?? 0) - 1;
      if (number >= 0) place(this.#slots, old[slot] ?? 0, number);
    }
  }
}

function place(slots: Int32Array, hash: number, number: number): void {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
  slots[slot] = hash;
  slots[slot + 1] = number + 1;
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
