// Reads a slice of a log, file by file in time order: here, or in a worker.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { LogHeader, SmtpSession, SourceCount, SourceEnd } from '@mailflow-tls/core/evidence';
import { createLogReader, type LogKind, type LogReader, type LogState, type Period } from './log-reader.ts';
import { type Problem, problemOf } from './problem.ts';

/** An ordinary file that is not compressed. */
export interface LogFile {
  readonly path: string;
  readonly name: string;
  /** As it was found: what is written after that is left for another time. */
  readonly size: number;
}

/** A part of a large file. It ends where a record ends. */
export interface FilePiece extends LogFile {
  readonly from: number;
  /** Bytes of the piece. */
  readonly length: number;
  /** What stands at the head of the file, for a piece that does not. */
  readonly header: LogHeader | null;
}

export interface Slice extends Period {
  readonly kind: LogKind;
  /** Whole files, or one piece. */
  readonly files: readonly (LogFile | FilePiece)[];
}

export interface SliceResult {
  readonly state: LogState;
  /** Lines of the last file, and the header that stood before the end of it. */
  readonly lines: number;
  readonly header: LogHeader | null;
  readonly counts: readonly SourceCount[];
  readonly sessions: readonly SmtpSession[];
  readonly problems: readonly Problem[];
}

/** So many notable sessions are kept of a slice: the first ones and the last ones. */
const sessionsKept = 500;

export class SessionSample {
  readonly #first: SmtpSession[] = [];
  readonly #last: SmtpSession[] = [];

  add(session: SmtpSession): void {
    if (this.#first.length < sessionsKept) this.#first.push(session);
    else {
      this.#last.push(session);
      if (this.#last.length >= 2 * sessionsKept) this.#last.splice(0, sessionsKept);
    }
  }

  list(): SmtpSession[] {
    return [...this.#first, ...this.#last.slice(-sessionsKept)];
  }
}

/** Reads all of it without a pause; for workers. */
export function readSlice(slice: Slice, onBytes: (bytes: number) => void): SliceResult {
  const sample = new SessionSample();
  const reader = createLogReader(slice.kind, {
    ...periodOf(slice),
    isPart: true,
    onSession: (session) => sample.add(session),
  });
  const counts: SourceCount[] = [];
  const problems: Problem[] = [];
  let end: SourceEnd | null = null;
  for (const file of slice.files) {
    const reading = readLogFile(reader, file, counts, problems);
    let step = reading.next();
    for (; !step.done; step = reading.next()) onBytes(step.value);
    end = step.value;
  }
  const { line: lines = 0, header = null } = end ?? {};
  return { state: reader.save(), lines, header, counts, sessions: sample.list(), problems };
}

/**
 * What pauses between steps gives its caller a chance to do other things; each step is told in bytes. Null when the
 * file could not be opened.
 */
export function* readLogFile(
  reader: LogReader,
  file: LogFile | FilePiece,
  counts: SourceCount[],
  problems: Problem[],
): Generator<number, SourceEnd | null> {
  const { path, name, size } = file;
  const { from, length: wanted, header } = 'from' in file ? file : { from: 0, length: size, header: null };
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    problems.push(problemOf(name, error));
    yield wanted;
    return null;
  }
  const { records } = reader;
  records.openSource(name, { offset: from, line: 0, header });
  let left = wanted;
  let isWritten = false;
  try {
    let sinceYield = 0;
    while (left > 0) {
      const space = records.space();
      const at = from + wanted - left;
      const length = readSync(descriptor, space, 0, Math.min(space.length, left), at);
      if (length === 0) break;
      records.advance(length);
      left -= length;
      sinceYield += length;
      if (sinceYield >= stepSize) {
        yield sinceYield;
        sinceYield = 0;
      }
    }
    isWritten = from + wanted === size && fstatSync(descriptor).size > size;
    if (left > 0) problems.push({ file: name, code: 'changed' });
    yield sinceYield + left;
  } catch (error) {
    problems.push(problemOf(name, error));
  } finally {
    closeSync(descriptor);
  }
  // The last record of a file that grows while it is read is not cut, only not written yet.
  const end = records.closeSource(isWritten ? 'growing' : 'complete');
  counts.push(end.count);
  return end;
}

const stepSize = 8 * 1024 * 1024;

function periodOf({ since, until }: Period): Period {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
