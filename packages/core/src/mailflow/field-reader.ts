// Reads logs whose fields are found by their names, since their order differs from version to version.
import { fieldText, splitRecord } from './csv-record.ts';
import { LogClock } from './log-time.ts';
import { RecordReader } from './record-reader.ts';

const mostFields = 64;

export abstract class FieldReader extends RecordReader {
  readonly #clock = new LogClock();
  readonly #usual: readonly string[];
  readonly #ranges = new Int32Array(mostFields * 2);
  #places: ReadonlyMap<string, number> = new Map();
  #count = 0;
  #isIgnored = false;

  /** `usual`: the fields of a file without a header. */
  constructor(usual: readonly string[]) {
    super();
    this.#usual = usual;
  }

  /** Handles the record whose fields can be asked for; `ms` is its time, NaN where it has none. */
  protected abstract fields(ms: number): void;

  /** Whether a file of this kind is read at all. */
  protected abstract isWanted(): boolean;

  /** Text of a field; empty where the file or the record lacks it. */
  protected text(name: string): string {
    const place = this.#places.get(name) ?? -1;
    if (place < 0 || place >= this.#count) return '';
    return fieldText(this.bytes, this.#ranges[place * 2] ?? 0, this.#ranges[place * 2 + 1] ?? 0);
  }

  protected headerRead(): void {
    const names = this.header.fields ?? this.#usual;
    this.#places = new Map(names.map((name, place) => [name, place]));
    this.#isIgnored = !this.isWanted();
  }

  protected record(from: number, to: number): boolean {
    if (this.#isIgnored) return true;
    this.#count = splitRecord(this.bytes, from, to, this.#ranges);
    const dateAt = this.#places.get('date-time') ?? 0;
    // A cut record lacks its last fields; those that a newer Exchange added may be missing.
    if (this.#count < Math.min(this.#usual.length, this.#places.size)) return false;
    const start = this.#ranges[dateAt * 2] ?? 0;
    const isTime = (this.#ranges[dateAt * 2 + 1] ?? 0) - start === 24;
    this.fields(isTime ? this.#clock.at(this.view, start) : Number.NaN);
    return true;
  }
}
