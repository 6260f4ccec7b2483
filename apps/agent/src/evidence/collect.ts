// Reads all evidence that was named: each source by its own reader, logs with those that they go on with.
import { setFlagsFromString } from 'node:v8';
import { EvidenceReader } from '@mailflow-tls/core/evidence';
import { headSize, type LogSeen, logSeen } from './classify.ts';
import { Collected } from './collected.ts';
import { byNumbers, findFiles } from './find-files.ts';
import { createLogReader, type Period } from './log-reader.ts';
import { Joiner, slicesOf } from './pieces.ts';
import { problemOf } from './problem.ts';
import { type LogFile, readLogFile, type Slice, type SliceResult } from './slice.ts';
import { drop, eachOfStream, eachSource, peek, type Source } from './sources.ts';
import { readSlices, workersAtHand } from './workers.ts';

export interface CollectWishes extends Period {
  /** Files, folders, patterns; `-` is standard input. */
  readonly args: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** The program's own file, for workers; null where there can be none. */
  readonly program: string | null;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  /** Of the bytes on disk. */
  readonly done: number;
  /** All that was found so far. */
  readonly total: number;
  readonly files: number;
}

interface LogSource extends LogSeen {
  readonly source: Source;
}

/** Below this a thread takes longer to start than to read. */
const worthWorkers = 64 * 1024 * 1024;
/** The smallest slice, and the largest: what is found in one has to be handed over and added up. */
const sliceSizes = { least: 64 * 1024 * 1024, most: 512 * 1024 * 1024 };
/** Enough slices for each thread that all end at about the same time. */
const slicesEach = 4;

export async function collect(wishes: CollectWishes): Promise<Collected> {
  const { signal } = wishes;
  const into = new Collected();
  const logs = new Map<string, LogSource[]>();
  const progress = { done: 0, total: 0, files: 0 };
  const advance = (bytes: number): void => {
    progress.done += bytes;
    wishes.onProgress(progress);
  };
  const found = await findFiles(wishes.args, signal);
  for (const problem of found.problems) into.problem(problem);
  progress.total = found.files.reduce((sum, { size }) => sum + size, 0);
  progress.files = found.files.length;

  const take = async (source: Source, isOnce: boolean): Promise<void> => {
    const { head, rest } = await peek(source.open(signal), headSize);
    if (head.length === 0) {
      into.problem({ file: source.name, code: 'empty' });
      return drop(rest);
    }
    const log = logSeen(head);
    if (log === null) await readEvidence(source, rest, wishes, into);
    else if (isOnce)
      await readLogStream([{ ...log, source: { ...source, open: () => rest } }], wishes, into, advance);
    else {
      await drop(rest);
      const key = `${log.kind}\n${source.place}`;
      const stream = logs.get(key);
      if (stream === undefined) logs.set(key, [{ ...log, source }]);
      else stream.push({ ...log, source });
      return;
    }
    advance(source.size);
  };

  for (const arg of wishes.args) {
    if (arg !== '-') continue;
    const sink = (source: Source) => take(source, true);
    await eachOfStream('stdin', wishes.stdin, sink, (problem) => into.problem(problem), signal);
    break;
  }
  for (const file of found.files) {
    signal.throwIfAborted();
    const sink = (source: Source) => take(source, !file.isOrdinary);
    await eachSource(file, sink, (problem) => into.problem(problem), signal);
  }
  for (const stream of [...logs.values()]) await readLogStream(inTimeOrder(stream), wishes, into, advance);
  return into;
}

/** By the date of the header, which no copying changes, then by name. */
function inTimeOrder(stream: LogSource[]): LogSource[] {
  return stream.sort((a, b) =>
    a.date === b.date ? byNumbers(a.source.name, b.source.name) : a.date < b.date ? -1 : 1,
  );
}

/** The files of one log in one place, in time order. */
async function readLogStream(
  stream: readonly LogSource[],
  wishes: CollectWishes,
  into: Collected,
  advance: (bytes: number) => void,
): Promise<void> {
  const [first] = stream;
  if (first === undefined) return;
  const { kind } = first;
  const { signal } = wishes;
  const period = periodOf(wishes);
  const reader = createLogReader(kind, { ...period, onSession: (session) => into.session(session) });
  const plain = stream.flatMap(({ source: { file, name, size } }) =>
    file === null ? [] : [{ path: file, name, size }],
  );
  const workers = workersAtHand(wishes.program);
  const bytes = plain.reduce((sum, { size }) => sum + size, 0);
  // Node would take tens of megabytes for what is short-lived, and be no quicker for it.
  if (bytes > worthWorkers) setFlagsFromString('--semi-space-growth-factor=1');
  const isForWorkers = workers > 1 && plain.length === stream.length && bytes > worthWorkers;
  const wanted = bytes / (workers * slicesEach);
  const sliceSize = Math.min(sliceSizes.most, Math.max(sliceSizes.least, wanted));
  const files = isForWorkers ? slicesOf(plain, kind, Math.ceil(sliceSize)) : [];
  if (wishes.program !== null && files.length > 1) {
    const slices = files.map((some): Slice => ({ kind, files: some, ...period }));
    const joiner = new Joiner();
    const take = (slice: Slice, part: SliceResult): void => {
      const result = joiner.next(slice, part);
      reader.append(result.state);
      into.sources.push(...result.counts);
      for (const session of result.sessions) into.session(session);
      for (const problem of result.problems) into.problem(problem);
    };
    await readSlices(wishes.program, slices, workers, advance, take, signal);
  } else {
    for (const { source } of stream) {
      signal.throwIfAborted();
      if (source.file === null) await readPacked(source, reader, into, signal);
      else {
        const file: LogFile = { path: source.file, name: source.name, size: source.size };
        for (const piece of readLogFile(reader, file, into.sources, into.problems)) {
          advance(piece);
          await pause();
          signal.throwIfAborted();
        }
        continue;
      }
      advance(source.size);
    }
  }
  reader.finish();
  into.log(reader);
}

async function readPacked(
  source: Source,
  reader: ReturnType<typeof createLogReader>,
  into: Collected,
  signal: AbortSignal,
): Promise<void> {
  reader.records.openSource(source.name);
  try {
    for await (const chunk of source.open(signal)) reader.records.push(chunk);
  } catch (error) {
    signal.throwIfAborted();
    into.problem(problemOf(source.name, error));
  }
  into.sources.push(reader.records.closeSource('complete').count);
}

async function readEvidence(
  source: Source,
  bytes: AsyncIterable<Uint8Array>,
  wishes: CollectWishes,
  into: Collected,
): Promise<void> {
  const reader = new EvidenceReader({ source: source.name, ...isoPeriodOf(wishes) });
  try {
    for await (const chunk of bytes) {
      reader.push(chunk);
      wishes.signal.throwIfAborted();
    }
  } catch (error) {
    wishes.signal.throwIfAborted();
    into.problem(problemOf(source.name, error));
  }
  into.evidence(reader.finish());
}

function periodOf({ since, until }: Period): Period {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

function isoPeriodOf({ since, until }: Period): { since?: string; until?: string } {
  return {
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  };
}

/** Lets signals and timers have their turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
