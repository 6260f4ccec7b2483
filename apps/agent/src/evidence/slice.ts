// Reads a slice of a log, file by file in time order: here, or in a worker.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SmtpSession, SourceCount } from '@mailflow-tls/core/evidence';
import { createLogReader, type LogKind, type LogReader, type LogState, type Period } from './log-reader.ts';
import { type Problem, problemOf } from './problem.ts';

/** An ordinary file that is not compressed. */
export interface LogFile {
  readonly path: string;
  readonly name: string;
  /** As it was found: what is written after that is left for another time. */
  readonly size: number;
}

export interface Slice extends Period {
  readonly kind: LogKind;
  readonly files: readonly LogFile[];
}

export interface SliceResult {
  readonly state: LogState;
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
  for (const file of slice.files) {
    for (const bytes of readLogFile(reader, file, counts, problems)) onBytes(bytes);
  }
  return { state: reader.save(), counts, sessions: sample.list(), problems };
}

/** What pauses between pieces gives its caller a chance to do other things; each piece is told in bytes. */
export function* readLogFile(
  reader: LogReader,
  { path, name, size }: LogFile,
  counts: SourceCount[],
  problems: Problem[],
): Generator<number> {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    problems.push(problemOf(name, error));
    yield size;
    return;
  }
  const { records } = reader;
  records.openSource(name);
  let left = size;
  let isWritten = false;
  try {
    let sinceYield = 0;
    while (left > 0) {
      const space = records.space();
      const length = readSync(descriptor, space, 0, Math.min(space.length, left), null);
      if (length === 0) break;
      records.advance(length);
      left -= length;
      sinceYield += length;
      if (sinceYield >= pieceSize) {
        yield sinceYield;
        sinceYield = 0;
      }
    }
    isWritten = fstatSync(descriptor).size > size;
    if (left > 0) problems.push({ file: name, code: 'changed' });
    yield sinceYield + left;
  } catch (error) {
    problems.push(problemOf(name, error));
  } finally {
    closeSync(descriptor);
    // The last record of a file that grows while it is read is not cut, only not written yet.
    counts.push(records.closeSource(isWritten ? 'growing' : 'complete').count);
  }
}

const pieceSize = 8 * 1024 * 1024;

function periodOf({ since, until }: Period): Period {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
