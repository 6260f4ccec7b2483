// Streams what is inside compressed files. Nothing is ever written, and what swells beyond all measure is ended.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { SourceProblem } from './problem.ts';
import { type Bytes, dataOffset, type ZipMember } from './zip-directory.ts';

const step = 256 * 1024;

/** Logs shrink to a thirtieth, at most to a hundredth. Below the floor nothing can do harm. */
const highestRatio = 250;
const ratioFloor = 64 * 1024 * 1024;

/** Counts what goes in and comes out. */
class Swelling {
  #in = 0;
  #out = 0;

  taken(length: number): void {
    this.#in += length;
  }

  given(length: number): void {
    this.#out += length;
    if (this.#out > ratioFloor && this.#out > this.#in * highestRatio) throw new SourceProblem('archiveBomb');
  }
}

export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const swelling = new Swelling();
  yield* transformed(counted(source, swelling), createGunzip({ chunkSize: step }), swelling, signal);
}

/** @throws SourceProblem when the member cannot be read or is not what the archive's list says. */
export async function* unzip(
  bytes: Bytes,
  member: ZipMember,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (member.isEncrypted) throw new SourceProblem('archiveEncrypted');
  if (member.method !== 0 && member.method !== 8)
    throw new SourceProblem('archiveMethod', String(member.method));
  const offset = await dataOffset(bytes, member);
  const swelling = new Swelling();
  const packed = counted(range(bytes, offset, member.compressedSize), swelling);
  const plain =
    member.method === 0
      ? packed
      : transformed(packed, createInflateRaw({ chunkSize: step }), swelling, signal);
  let size = 0;
  let sum = 0;
  for await (const chunk of plain) {
    size += chunk.length;
    // Its list says how long it is: whatever comes beyond is a trick.
    if (size > member.size) throw new SourceProblem('archiveBomb');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== member.size || sum !== member.crc32) throw new SourceProblem('archiveDamaged', 'checksum');
}

async function* range(bytes: Bytes, offset: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const chunk = await bytes.read(offset + done, Math.min(step, length - done));
    if (chunk.length === 0) throw new SourceProblem('archiveCut');
    done += chunk.length;
    yield chunk;
  }
}

async function* counted(source: AsyncIterable<Uint8Array>, swelling: Swelling): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    swelling.taken(chunk.length);
    yield chunk;
  }
}

async function* transformed(
  source: AsyncIterable<Uint8Array>,
  transform: ReturnType<typeof createGunzip> | ReturnType<typeof createInflateRaw>,
  swelling: Swelling,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let fault: unknown;
  const feeding = pipeline(Readable.from(source), transform, { signal }).catch((error: unknown) => {
    fault = error;
  });
  try {
    for await (const chunk of transform) {
      // A stream of bytes gives buffers.
      const bytes = chunk as Buffer;
      swelling.given(bytes.length);
      yield bytes;
    }
  } finally {
    transform.destroy();
    await feeding;
  }
  if (fault !== undefined) throw fault;
}
