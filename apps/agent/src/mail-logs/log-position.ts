// Knows a log file again, whatever it is called by now, and from where it has to be read on.
import { createHash } from 'node:crypto';
import { type BigIntStats, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SourcePosition } from '@mailflow-tls/core/evidence';

/** A file that was read, up to where. */
export interface KnownFile {
  readonly name: string;
  /** The system's number of the file; empty where it gives none. */
  readonly id: string;
  /** Hash of the first bytes: a number is given to another file some day. */
  readonly head: string;
  readonly headLength: number;
  readonly position: SourcePosition;
}

export interface OpenedLog {
  readonly descriptor: number;
  readonly size: number;
  readonly id: string;
  readonly modified: number;
}

/** Begins with a header that holds a time in milliseconds, so that no two files begin alike. */
const headLength = 1024;

/** Throws the system's error. */
export function openLog(path: string): OpenedLog {
  const descriptor = openSync(path, 'r');
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    return { descriptor, size: Number(stats.size), id: idOf(stats), modified: Number(stats.mtimeMs) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function idOf({ dev, ino }: BigIntStats): string {
  return ino === 0n ? '' : `${dev}:${ino}`;
}

/** The known file that this one is; undefined when it is new, or was written anew from its beginning. */
export function knownAs(known: readonly KnownFile[], log: OpenedLog, name: string): KnownFile | undefined {
  const isSame = (file: KnownFile): boolean =>
    file.headLength > 0 &&
    file.position.offset <= log.size &&
    file.headLength <= log.size &&
    headOf(log.descriptor, file.headLength) === file.head;
  return (
    known.find((file) => file.id !== '' && file.id === log.id && isSame(file)) ??
    known.find((file) => file.name === name && isSame(file))
  );
}

export function toKnownFile(log: OpenedLog, name: string, position: SourcePosition): KnownFile {
  const length = Math.min(headLength, log.size);
  return {
    name,
    id: log.id,
    head: headOf(log.descriptor, length),
    headLength: length,
    position: { offset: position.offset, line: position.line, header: position.header },
  };
}

function headOf(descriptor: number, length: number): string {
  const bytes = Buffer.alloc(length);
  const read = readSync(descriptor, bytes, 0, length, 0);
  return createHash('sha256').update(bytes.subarray(0, read)).digest('base64');
}
