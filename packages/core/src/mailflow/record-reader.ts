// Cuts a stream of bytes into records of Exchange's logs: the part that all log readers share.
import { textOf } from './byte-text.ts';
import type { EvidenceKind, SourceCount, Unreadable, UnreadableReason } from './evidence.ts';
import { emptyHeader, kindOfLog, type LogHeader, withHeaderLine } from './log-header.ts';

/** Where and how to go on with a file that grows. */
export type SourcePosition = {
  /** Bytes of the file that were taken in. */
  readonly offset: number;
  /** Lines that were taken in. */
  readonly line: number;
  readonly header: LogHeader | null;
};

export type SourceEnd = SourcePosition & { readonly count: SourceCount };

const newline = 0x0a;
const comma = 0x2c;
const carriageReturn = 0x0d;
const quote = 0x22;
const hash = 0x23;

/** No record is longer: a longer one is counted as unreadable. */
const capacity = 1 << 20;
/** What is read at once: small, so that it stays in the processor's cache. */
const readSize = 1 << 18;
/** A reader that compares what it expects may look this far over the end. */
export const slack = 1024;
const maxUnreadableKept = 20;

/**
 * A record ends at a line end. When what follows does not begin like a record, line ends within quotes count as text;
 * so a record that was cut inside a quoted field never swallows the good ones after it.
 */
export abstract class RecordReader {
  protected readonly bytes: Uint8Array;
  protected readonly view: DataView;
  protected header: LogHeader = emptyHeader;
  protected source = '';
  /** Of the record at hand, counted from 1. */
  protected line = 1;
  #from = 0;
  #to = 0;
  /** Offset in the source of the byte at `#from`. */
  #offset = 0;
  #records = 0;
  #unreadable = 0;
  #unreadableAt: Unreadable[] = [];
  #isSkipping = false;
  #isOpen = false;
  protected kind: EvidenceKind = 'unknown';

  /** `extra`: bytes after the slack that a reader may use as scratch, within the same memory. */
  constructor(extra = 0) {
    this.bytes = new Uint8Array(capacity + slack + extra);
    this.view = new DataView(this.bytes.buffer);
  }

  /**
   * Handles the record in `[from, to)`, line end excluded. False: it is unreadable. Lines that begin unlike a record
   * come here as well.
   */
  protected abstract record(from: number, to: number): boolean;

  /**
   * Handles records from `from`, where one begins, as long as they are plain: on one line, followed by the beginning
   * of another within `to`. Where it stopped; it has counted the lines up to there.
   */
  protected quick(from: number, to: number): number {
    return Math.min(from, to);
  }

  /** A file begins or its header has changed: see `header` and `kind`. */
  protected abstract headerRead(): void;

  /** Begins a file, or goes on with one from where `closeSource` said. */
  openSource(name: string, position?: SourcePosition): void {
    if (this.#isOpen) throw new Error('The source before this one is still open.');
    this.#isOpen = true;
    this.source = name;
    this.line = (position?.line ?? 0) + 1;
    this.#from = 0;
    this.#to = 0;
    this.#offset = position?.offset ?? 0;
    this.#records = 0;
    this.#unreadable = 0;
    this.#unreadableAt = [];
    this.#isSkipping = false;
    this.#setHeader(position?.header ?? emptyHeader);
  }

  /** Takes bytes in, cut anywhere. */
  push(chunk: Uint8Array): void {
    let taken = 0;
    while (taken < chunk.length) {
      const space = this.space();
      const length = Math.min(space.length, chunk.length - taken);
      space.set(chunk.subarray(taken, taken + length));
      taken += length;
      this.advance(length);
    }
  }

  /** Memory to read the next bytes into, never empty; then tell `advance` how many there are. */
  space(): Uint8Array {
    if (this.#from > 0) {
      this.bytes.copyWithin(0, this.#from, this.#to);
      this.#to -= this.#from;
      this.#from = 0;
    }
    return this.bytes.subarray(this.#to, Math.min(capacity, this.#to + readSize));
  }

  advance(length: number): void {
    this.#to += length;
    this.#drain('more');
    if (this.#from === 0 && this.#to === capacity) this.#skip('tooLong');
  }

  /** `growing`: a last line without its end is left for the next time. */
  closeSource(end: 'complete' | 'growing'): SourceEnd {
    this.#drain(end);
    const taken = this.#offset;
    const count: SourceCount = {
      file: this.source,
      kind: this.kind,
      records: this.#records,
      unreadable: this.#unreadable,
      unreadableAt: this.#unreadableAt,
    };
    this.#isOpen = false;
    return { count, offset: taken, line: this.line - 1, header: this.header };
  }

  #drain(end: 'more' | 'complete' | 'growing'): void {
    const { bytes } = this;
    const to = this.#to;
    // Ends every search for a line end.
    bytes[to] = newline;
    let from = this.#from;
    let records = 0;
    // Whether the record at `from` begins like one, where the look behind the one before it has told.
    let isPeeked: boolean = false;
    while (from < to) {
      if (this.#isSkipping) {
        const lineEnd = this.lineEnd(from);
        if (lineEnd >= to) {
          from = to;
          break;
        }
        this.#isSkipping = false;
        this.line++;
        from = lineEnd + 1;
        continue;
      }
      const isRecord: boolean = isPeeked || (from + 25 <= to && this.beginsRecord(from));
      if (isRecord) {
        const line = this.line;
        from = this.quick(from, to);
        records += this.line - line;
      }
      let lineEnd: number = this.lineEnd(from);
      if (lineEnd >= to && end !== 'complete') break;
      const next = lineEnd + 1;
      let lines = 1;
      isPeeked = next + 25 <= to && this.beginsRecord(next);
      if (!isRecord || !isPeeked) {
        // The rare line: a header, the last one so far, or one whose end has to be looked at.
        if (end === 'more' && next + 25 > to) break;
        if (this.#isHeaderLine(from, lineEnd)) {
          from = next;
          this.line++;
          continue;
        }
        const whole = this.#wholeEnd(from, lineEnd, to, end);
        if (whole < 0) break;
        if (whole !== lineEnd) {
          lines = this.#countLines(lineEnd, whole) + 1;
          lineEnd = whole;
          isPeeked = false;
        }
      }
      const last = bytes[lineEnd - 1] === carriageReturn && lineEnd > from ? lineEnd - 1 : lineEnd;
      if (this.record(from, last)) records++;
      else this.#countUnreadable(isRecord ? 'cut' : 'notARecord');
      this.line += lines;
      from = lineEnd + 1;
    }
    // At the very end the last record has no line end to step over.
    if (from > to) from = to;
    this.#records += records;
    this.#offset += from - this.#from;
    this.#from = from;
  }

  /** Exchange's records begin with a time: `2023-01-11T15:59:51.433Z,`. */
  protected beginsRecord(at: number): boolean {
    const { bytes } = this;
    if (bytes[at + 4] !== 0x2d || bytes[at + 10] !== 0x54 || bytes[at + 24] !== 0x2c) return false;
    // A line end within the time makes it two lines, and the look at it must not depend on what follows.
    const { view } = this;
    for (let word = at; word < at + 24; word += 4) {
      const bits = view.getInt32(word, true) ^ 0x0a0a0a0a;
      if (((bits - 0x01010101) & ~bits & 0x80808080) !== 0) return false;
    }
    return true;
  }

  /** Whether a record begins at `at`, as one does at `before`: their times have most digits in common. */
  protected beginsLike(before: number, at: number): boolean {
    const { view } = this;
    const differs =
      (view.getInt32(at, true) ^ view.getInt32(before, true)) |
      (view.getInt32(at + 4, true) ^ view.getInt32(before + 4, true)) |
      (view.getInt32(at + 8, true) ^ view.getInt32(before + 8, true)) |
      (view.getInt32(at + 12, true) ^ view.getInt32(before + 12, true));
    if (differs !== 0) return this.beginsRecord(at);
    const a = view.getInt32(at + 16, true) ^ 0x0a0a0a0a;
    const b = view.getInt32(at + 20, true) ^ 0x0a0a0a0a;
    const lineEnds = ((a - 0x01010101) & ~a) | ((b - 0x01010101) & ~b);
    return (lineEnds & 0x80808080) === 0 && view.getUint8(at + 24) === comma;
  }

  /**
   * The next line end, or the one that is set behind the last byte. Eight bytes at a time: as fast as what Node offers
   * for such short ways, and the same in browsers.
   */
  protected lineEnd(from: number): number {
    const { view } = this;
    for (let at = from; ; at += 8) {
      const a = view.getInt32(at, true) ^ 0x0a0a0a0a;
      const b = view.getInt32(at + 4, true) ^ 0x0a0a0a0a;
      // The highest bit of each byte that is a line end; above the first one there may be false ones.
      const inA = (a - 0x01010101) & ~a & 0x80808080;
      const inB = (b - 0x01010101) & ~b & 0x80808080;
      if ((inA | inB) === 0) continue;
      if (inA !== 0) return at + ((31 - Math.clz32(inA & -inA)) >> 3);
      return at + 4 + ((31 - Math.clz32(inB & -inB)) >> 3);
    }
  }

  /** Where a record really ends, given its first line end; -1 when more has to be read to know. */
  #wholeEnd(from: number, firstEnd: number, to: number, end: 'more' | 'complete' | 'growing'): number {
    let isQuoted = this.#hasOpenQuote(from, firstEnd, false);
    let lineEnd = firstEnd;
    while (isQuoted) {
      const next = lineEnd + 1;
      if (next + 25 > to) {
        const isAll = end === 'complete' || (this.#from === 0 && to === capacity);
        if (!isAll) return -1;
        // Nothing closes it: the first line is a record that was cut, the others stand for themselves.
        return firstEnd;
      }
      if (this.beginsRecord(next) || this.bytes[next] === hash) return firstEnd;
      const nextEnd = this.lineEnd(next);
      isQuoted = this.#hasOpenQuote(next, nextEnd, true);
      lineEnd = nextEnd;
      if (lineEnd >= to && end !== 'complete') return -1;
    }
    return lineEnd;
  }

  #hasOpenQuote(from: number, to: number, before: boolean): boolean {
    let isOpen = before;
    for (let at = from; at < to; at++) if (this.bytes[at] === quote) isOpen = !isOpen;
    return isOpen;
  }

  #countLines(from: number, to: number): number {
    let lines = 0;
    for (let at = from; at < to; at++) if (this.bytes[at] === newline) lines++;
    return lines;
  }

  /** True when the line is no record by its nature: empty, or part of a header. */
  #isHeaderLine(from: number, lineEnd: number): boolean {
    const { bytes } = this;
    let start = from;
    if (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3;
    let end = lineEnd;
    if (end > start && bytes[end - 1] === carriageReturn) end--;
    if (start >= end) return true;
    const isBareFieldList = bytes[start] === 0x64 && textOf(bytes, start, start + 10) === 'date-time,';
    if (bytes[start] !== hash && !isBareFieldList) return false;
    const text = textOf(bytes, start, Math.min(end, start + 4096));
    const header = withHeaderLine(this.header, isBareFieldList ? `Fields: ${text}` : text);
    if (header !== this.header) this.#setHeader(header);
    return true;
  }

  #setHeader(header: LogHeader): void {
    this.header = header;
    this.kind = kindOfLog(header);
    this.headerRead();
  }

  #skip(reason: UnreadableReason): void {
    this.#countUnreadable(reason);
    this.#offset += this.#to - this.#from;
    this.#from = 0;
    this.#to = 0;
    this.#isSkipping = true;
  }

  #countUnreadable(reason: UnreadableReason): void {
    this.#unreadable++;
    if (this.#unreadableAt.length < maxUnreadableKept) {
      this.#unreadableAt.push({ where: { source: this.source, line: this.line }, reason });
    }
  }
}
