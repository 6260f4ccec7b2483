// Reads the list of members of a zip archive, strictly: what does not fit together is not guessed at.
import type { FileHandle } from 'node:fs/promises';
import { SourceProblem } from './problem.ts';

export interface ZipMember {
  /** As stored; only ever shown, never used as a path. */
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
  readonly isEncrypted: boolean;
}

/** What a random access to bytes needs: a file or memory. */
export interface Bytes {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

export function bytesOfFile(handle: FileHandle, size: number): Bytes {
  return {
    size,
    async read(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      let done = 0;
      while (done < buffer.length) {
        const { bytesRead } = await handle.read(buffer, done, buffer.length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
  };
}

export function bytesOfMemory(memory: Buffer): Bytes {
  return {
    size: memory.length,
    read: async (offset, length) => memory.subarray(offset, offset + length),
  };
}

const signatures = {
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  member: 0x02014b50,
  local: 0x04034b50,
} as const;
const endSize = 22;
const longestComment = 0xffff;
const largestDirectory = 64 * 1024 * 1024;
const all32 = 0xffffffff;

/** @throws SourceProblem when the archive is damaged or its members lie over each other, as those of bombs do. */
export async function readZipDirectory(bytes: Bytes): Promise<ZipMember[]> {
  const { offset, size, count } = await findDirectory(bytes);
  if (size > largestDirectory) throw new SourceProblem('archiveTooLarge');
  const directory = await bytes.read(offset, size);
  if (directory.length !== size) throw damaged('directory');
  const members: ZipMember[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== signatures.member)
      throw damaged('directory entry');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw damaged('directory entry');
    members.push(readMember(directory, at, nameLength, extraLength));
    at = next;
  }
  if (members.length !== count) throw damaged('number of members');
  refuseOverlaps(members, offset);
  return members;
}

function readMember(directory: Buffer, at: number, nameLength: number, extraLength: number): ZipMember {
  const flags = directory.readUInt16LE(at + 8);
  const nameBytes = directory.subarray(at + 46, at + 46 + nameLength);
  const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const sizes = {
    size: directory.readUInt32LE(at + 24),
    compressedSize: directory.readUInt32LE(at + 20),
    offset: directory.readUInt32LE(at + 42),
  };
  return {
    name: nameBytes.toString(flags & 0x800 ? 'utf8' : 'latin1'),
    method: directory.readUInt16LE(at + 10),
    crc32: directory.readUInt32LE(at + 16),
    ...withSizes64(sizes, extra),
    isEncrypted: (flags & 0x2041) !== 0,
  };
}

type Sizes = Pick<ZipMember, 'size' | 'compressedSize' | 'offset'>;

/** Values that do not fit into 32 bits stand in an extra field, in this order, and only those. */
function withSizes64(sizes: Sizes, extra: Buffer): Sizes {
  const found = { ...sizes };
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const end = at + 4 + length;
    if (end > extra.length) throw damaged('extra field');
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      for (const name of ['size', 'compressedSize', 'offset'] as const) {
        if (found[name] !== all32) continue;
        if (from + 8 > end) throw damaged('extra field');
        found[name] = safeNumber(extra, from);
        from += 8;
      }
    }
    at = end;
  }
  return found;
}

async function findDirectory(bytes: Bytes): Promise<{ offset: number; size: number; count: number }> {
  const tailSize = Math.min(bytes.size, endSize + longestComment);
  const tail = await bytes.read(bytes.size - tailSize, tailSize);
  let at = tail.length - endSize;
  // The comment has to reach exactly to the end of the file.
  while (
    at >= 0 &&
    !(tail.readUInt32LE(at) === signatures.end && at + endSize + tail.readUInt16LE(at + 20) === tail.length)
  )
    at--;
  if (at < 0) throw new SourceProblem('archiveCut');
  const endOffset = bytes.size - tailSize + at;
  let directory = {
    count: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const locator = endOffset >= 20 ? await bytes.read(endOffset - 20, 20) : Buffer.alloc(0);
  if (locator.length === 20 && locator.readUInt32LE(0) === signatures.locator64) {
    const end64 = await bytes.read(safeNumber(locator, 8), 56);
    if (end64.length !== 56 || end64.readUInt32LE(0) !== signatures.end64) throw damaged('zip64 end');
    directory = {
      count: safeNumber(end64, 32),
      size: safeNumber(end64, 40),
      offset: safeNumber(end64, 48),
    };
  } else if (tail.readUInt16LE(at + 4) !== 0) throw damaged('several parts');
  if (directory.offset + directory.size > endOffset) throw damaged('end');
  return directory;
}

/** Bombs of one kind let thousands of members share the same bytes. */
function refuseOverlaps(members: readonly ZipMember[], directoryOffset: number): void {
  const sorted = [...members].sort((a, b) => a.offset - b.offset);
  for (const [index, member] of sorted.entries()) {
    const end = sorted[index + 1]?.offset ?? directoryOffset;
    if (member.offset + 30 + member.compressedSize > end) throw new SourceProblem('archiveOverlap');
  }
}

/** Where the member's data begin, from its own header, which has to agree with the list. */
export async function dataOffset(bytes: Bytes, member: ZipMember): Promise<number> {
  const header = await bytes.read(member.offset, 30);
  if (header.length !== 30 || header.readUInt32LE(0) !== signatures.local) throw damaged('member');
  if (header.readUInt16LE(8) !== member.method) throw damaged('member');
  const offset = member.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (offset + member.compressedSize > bytes.size) throw damaged('member');
  return offset;
}

function safeNumber(buffer: Buffer, at: number): number {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('size');
  return Number(value);
}

function damaged(what: string): SourceProblem {
  return new SourceProblem('archiveDamaged', what);
}
