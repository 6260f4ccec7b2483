// Cuts large logs into pieces that several threads read at a time, and puts together what they found in them.
import { closeSync, openSync, readSync } from 'node:fs';
import type { LogHeader, SourceCount } from '@mailflow-tls/core/evidence';
import { createLogReader, type LogKind, type LogState } from './log-reader.ts';
import { type FilePiece, type LogFile, readSlice, type Slice, type SliceResult } from './slice.ts';

/** A header is shorter, and so is almost every record. */
const searched = 64 * 1024;
/** What begins like this is a record to the reader as well, whatever stands before it. */
const recordStart = /\n(?=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,)/;
const maxUnreadableKept = 20;

/**
 * The files as slices of about `size` bytes in their order: small neighbours together, large ones in pieces. Only
 * protocol logs are cut, for their reader alone can join what a cut parts.
 */
export function slicesOf(files: readonly LogFile[], kind: LogKind, size: number): (LogFile | FilePiece)[][] {
  const slices: (LogFile | FilePiece)[][] = [];
  const canCut = kind === 'smtpSendLog' || kind === 'smtpReceiveLog';
  let left = 0;
  for (const file of files) {
    const pieces = canCut && file.size >= size * 2 ? cutFile(file, kind, size) : [file];
    const last = slices.at(-1);
    if (pieces.length > 1) {
      for (const piece of pieces) slices.push([piece]);
      left = 0;
    } else if (last === undefined || left < file.size) {
      slices.push([file]);
      left = size - file.size;
    } else {
      last.push(file);
      left -= file.size;
    }
  }
  return slices;
}

/** The file alone when it cannot be read: whoever reads it will say so. */
function cutFile(file: LogFile, kind: LogKind, size: number): (LogFile | FilePiece)[] {
  let descriptor: number;
  try {
    descriptor = openSync(file.path, 'r');
  } catch {
    return [file];
  }
  try {
    const buffer = Buffer.allocUnsafe(searched);
    const read = (at: number): Buffer => buffer.subarray(0, readSync(descriptor, buffer, 0, searched, at));
    const reader = createLogReader(kind, {}).records;
    reader.openSource(file.name);
    reader.push(read(0));
    const { header } = reader.closeSource('growing');
    const pieces: FilePiece[] = [];
    let from = 0;
    for (let wanted = size; from < file.size; wanted = from + size) {
      const found = file.size - wanted < size >> 1 ? null : recordStart.exec(read(wanted).toString('latin1'));
      // Where no record begins for so long, this piece is the last.
      const to = found === null ? file.size : wanted + found.index + 1;
      pieces.push({ ...file, from, length: to - from, header: from === 0 ? null : header });
      from = to;
    }
    return pieces;
  } catch {
    return [file];
  } finally {
    closeSync(descriptor);
  }
}

/** Joins the results of slices, given in their order. */
export class Joiner {
  /** Of the file whose pieces come in. */
  #lines = 0;
  #header: LogHeader | null = null;
  #count: SourceCount | null = null;

  /** The result with its lines counted from the head of the file, and without the counts of what is not whole yet. */
  next(slice: Slice, result: SliceResult): SliceResult {
    const [file] = slice.files;
    if (file === undefined || !('from' in file)) return result;
    if (file.from === 0) {
      this.#lines = 0;
      this.#count = null;
    }
    // A header in the middle of the file: what follows it has to be read by it.
    const isRightHeader = file.from === 0 || JSON.stringify(file.header) === JSON.stringify(this.#header);
    const right = isRightHeader
      ? result
      : readSlice({ ...slice, files: [{ ...file, header: this.#header }] }, () => {});
    const moved = movedDown(right, this.#lines);
    this.#lines += right.lines;
    this.#header = right.header;
    for (const count of moved.counts) this.#count = this.#count === null ? count : sum(this.#count, count);
    const isLast = file.from + file.length === file.size;
    return { ...moved, counts: isLast && this.#count !== null ? [this.#count] : [] };
  }
}

function sum(a: SourceCount, b: SourceCount): SourceCount {
  return {
    ...a,
    records: a.records + b.records,
    unreadable: a.unreadable + b.unreadable,
    unreadableAt: [...a.unreadableAt, ...b.unreadableAt].slice(0, maxUnreadableKept),
  };
}

type Located = { readonly where: { readonly source: string; readonly line?: number } };

/** A piece counts its lines from 1. */
function movedDown(result: SliceResult, lines: number): SliceResult {
  const at = <T extends { readonly line?: number }>(where: T): T =>
    where.line === undefined ? where : { ...where, line: where.line + lines };
  const move = <T extends Located>(located: T): T => ({ ...located, where: at(located.where) });
  return {
    ...result,
    state: movedState(result.state, at, move),
    sessions: result.sessions.map(move),
    counts: result.counts.map((count) => ({ ...count, unreadableAt: count.unreadableAt.map(move) })),
  };
}

function movedState(
  from: LogState,
  at: <T extends { readonly line?: number }>(where: T) => T,
  move: <T extends Located>(located: T) => T,
): LogState {
  if (from.kind !== 'smtpSendLog' && from.kind !== 'smtpReceiveLog') return from;
  const { open, usage, deferred } = from.state;
  const state = {
    open: open.map(at),
    usage: { ...usage, errors: usage.errors.map(move) },
    ...(deferred === undefined ? {} : { deferred: deferred.map(at) }),
  };
  return { ...from, state };
}
