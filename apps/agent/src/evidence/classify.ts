// Tells from the beginning of a source whether it is one of Exchange's logs, which are read as a whole with their like.
import { emptyHeader, kindOfLog, type LogHeader, withHeaderLine } from '@mailflow-tls/core/evidence';
import { isLogKind, type LogKind } from './log-reader.ts';

export interface LogSeen {
  readonly kind: LogKind;
  /** As the header says, else empty; the time zone is always UTC. */
  readonly date: string;
}

const headerLines = 12;
export const headSize = 4096;

/** Null for everything but Exchange's logs in UTF-8 with their header. */
export function logSeen(head: Uint8Array): LogSeen | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (!text.startsWith('#')) return null;
  let header: LogHeader = emptyHeader;
  for (const line of text.split('\n', headerLines)) {
    if (!line.startsWith('#')) break;
    header = withHeaderLine(header, line);
  }
  const kind = kindOfLog(header);
  return isLogKind(kind) ? { kind, date: header.date ?? '' } : null;
}
