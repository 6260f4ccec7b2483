// Makes sources of evidence of files: a file is one, an archive has one for each of its members.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { withoutPersonalData } from '@mailflow-tls/core/evidence';
import { byNumbers, type FoundFile } from './find-files.ts';
import { type Problem, problemOf, SourceProblem } from './problem.ts';
import { gunzip, unzip } from './unpack.ts';
import { type Bytes, bytesOfFile, bytesOfMemory, readZipDirectory, type ZipMember } from './zip-directory.ts';

export interface Source {
  /** As shown to the user, without personal data. */
  readonly name: string;
  /** What it stands in: files of one place may go on with each other. */
  readonly place: string;
  /** An ordinary, uncompressed file of this path; null for all else. */
  readonly file: string | null;
  /** Bytes on disk. */
  readonly size: number;
  /** Its plain bytes; may be asked for more than once, except of what is no ordinary file. */
  open(signal: AbortSignal): AsyncIterable<Uint8Array>;
}

export type SourceSink = (source: Source) => Promise<void>;

const step = 256 * 1024;
/** An archive that comes through a pipe has to be held in memory, for its list stands at its end. */
const largestPipedArchive = 256 * 1024 * 1024;
const magic = { gzip: [0x1f, 0x8b, 0x08], zip: [0x50, 0x4b, 0x03, 0x04], emptyZip: [0x50, 0x4b, 0x05, 0x06] };

/** Hands over each source of a file; what cannot be read is a problem, and the next one follows. */
export async function eachSource(
  found: FoundFile,
  sink: SourceSink,
  problem: (problem: Problem) => void,
  signal: AbortSignal,
): Promise<void> {
  const { path, name, size } = found;
  try {
    if (!found.isOrdinary)
      return await eachOfStream(name, createReadStream(path, { signal }), sink, problem, signal);
    const head = await headOf(path);
    if (isZip(head)) return await eachMember(name, size, fileOpener(path, size), sink, problem, signal);
    const place = placeOf(path);
    const file = isGzip(head) ? null : path;
    await sink({
      name,
      place,
      file,
      size,
      open: (ended) => {
        // What is written meanwhile is another day's evidence.
        const bytes = size === 0 ? nothing() : createReadStream(path, { end: size - 1, highWaterMark: step });
        return file === null ? gunzip(bytes, ended) : bytes;
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    problem(problemOf(name, error));
  }
}

/** Standard input, or what a pipe gives. */
export async function eachOfStream(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  problem: (problem: Problem) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { head, rest } = await peek(stream, 4);
    if (isZip(head)) {
      const memory = await gather(rest, largestPipedArchive);
      const opener = async () => ({ bytes: bytesOfMemory(memory), close: async () => {} });
      return await eachMember(name, memory.length, opener, sink, problem, signal);
    }
    const bytes = isGzip(head) ? gunzip(rest, signal) : rest;
    await sink({ name, place: name, file: null, size: 0, open: () => bytes });
  } catch (error) {
    signal.throwIfAborted();
    problem(problemOf(name, error));
  }
}

type Opener = () => Promise<{ bytes: Bytes; close: () => Promise<void> }>;

function fileOpener(path: string, size: number): Opener {
  return async () => {
    const handle = await open(path, 'r');
    return { bytes: bytesOfFile(handle, size), close: () => handle.close() };
  };
}

async function eachMember(
  archive: string,
  archiveSize: number,
  opener: Opener,
  sink: SourceSink,
  problem: (problem: Problem) => void,
  signal: AbortSignal,
): Promise<void> {
  if (archiveSize === 0) return;
  const { bytes, close } = await opener();
  let members: ZipMember[];
  try {
    members = await readZipDirectory(bytes);
  } finally {
    await close();
  }
  members.sort((a, b) => byNumbers(a.name, b.name));
  for (const member of members) {
    signal.throwIfAborted();
    if (/[\\/]$/.test(member.name)) continue;
    const stored = member.name.replaceAll('\\', '/');
    const name = `${archive}/${withoutPersonalData(stored)}`;
    // Nothing is unpacked to disk, so such a name does no harm here; who made the archive meant some.
    if (climbs(stored)) problem({ file: name, code: 'archiveNameClimbs' });
    await sink({
      name,
      place: placeOf(name),
      file: null,
      size: member.compressedSize,
      open: (ended) => memberBytes(opener, member, ended),
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      problem(problemOf(name, error));
    });
  }
}

async function* memberBytes(
  opener: Opener,
  member: ZipMember,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { bytes, close } = await opener();
  try {
    const { head, rest } = await peek(unzip(bytes, member, signal), 4);
    if (isZip(head)) throw new SourceProblem('archiveNested');
    yield* isGzip(head) ? gunzip(rest, signal) : rest;
  } finally {
    await close();
  }
}

function climbs(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
}

function placeOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function isGzip(head: Uint8Array): boolean {
  return startsWith(head, magic.gzip);
}

function isZip(head: Uint8Array): boolean {
  return startsWith(head, magic.zip) || startsWith(head, magic.emptyZip);
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The first bytes of a stream, fewer only where it ends, and all of it. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(chunks).subarray(0, length), rest: all() };
}

/** Ends what `peek` left open without reading it. */
export async function drop(rest: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of rest) break;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function gather(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new SourceProblem('archiveTooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
