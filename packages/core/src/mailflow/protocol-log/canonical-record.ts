// Writes a record whose fields are in another order, or whose time has another form, as Exchange usually writes it.
import { textOf } from '../byte-text.ts';
import { splitRecord } from '../csv-record.ts';
import { slack } from '../record-reader.ts';

export const scratchSize: number = (1 << 16) + slack;

const usual = [
  'date-time',
  'connector-id',
  'session-id',
  'sequence-number',
  'local-endpoint',
  'remote-endpoint',
  'event',
  'data',
  'context',
] as const;

/** Stands for a time that cannot be read: no clock takes it for one. */
const noTime = '0000-00-00T00:00:00.000Z';
const comma = 0x2c;
const newline = 0x0a;

export class CanonicalRecord {
  /** Where the written record begins. */
  readonly from: number;
  /** True when the fields of the file at hand are not in the usual order. */
  isNeeded = false;
  readonly #bytes: Uint8Array;
  readonly #ranges = new Int32Array(64);
  /** For each usual field its place in the file; -1 where the file lacks it. */
  #places: readonly number[] = usual.map((_, place) => place);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.from = bytes.length - scratchSize;
  }

  setFields(fields: readonly string[] | null): void {
    this.#places = usual.map((field, place) => (fields === null ? place : fields.indexOf(field)));
    this.isNeeded = this.#places.some((found, place) => found !== place);
  }

  /** Writes the record and gives its end; -1 when it has too few fields or is too long. */
  write(from: number, to: number): number {
    const bytes = this.#bytes;
    if (to - from + 64 > scratchSize - slack) return -1;
    const count = splitRecord(bytes, from, to, this.#ranges);
    const needed = this.#places.slice(0, 8);
    if (needed.some((place) => place >= count)) return -1;
    let at = this.from;
    for (const [field, place] of this.#places.entries()) {
      if (field > 0) bytes[at++] = comma;
      if (field === 0) {
        const time = place < 0 || place >= count ? noTime : this.#time(place);
        for (let i = 0; i < time.length; i++) bytes[at++] = time.charCodeAt(i);
      } else if (place >= 0 && place < count) {
        const start = this.#ranges[place * 2] ?? 0;
        const end = this.#ranges[place * 2 + 1] ?? 0;
        bytes.copyWithin(at, start, end);
        at += end - start;
      }
    }
    // Ends every search for a line end.
    bytes[at] = newline;
    return at;
  }

  /** Fractions and a blank for the `T` vary; a time without a zone is UTC, as all of Exchange's logs are. */
  #time(place: number): string {
    const start = this.#ranges[place * 2] ?? 0;
    const text = textOf(this.#bytes, start, Math.min(this.#ranges[place * 2 + 1] ?? 0, start + 40));
    const found = /^"?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,7}))?Z?"?$/.exec(text);
    if (found === null) return noTime;
    return `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  }
}
