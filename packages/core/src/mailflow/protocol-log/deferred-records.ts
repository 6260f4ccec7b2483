// Records of sessions that began before the part of the log at hand: kept as they are for the one who has the rest.
import { textOf } from '../byte-text.ts';
import type { Direction } from '../evidence.ts';
import { emptyHeader, type LogHeader } from '../log-header.ts';

/** One record as logged, with the addresses in it: never to be stored. */
export type DeferredRecord = {
  readonly source: string;
  readonly line: number;
  readonly direction: Direction;
  readonly text: string;
};

/** Sessions that never end would fill the memory otherwise. */
const maxBytes = 32 << 20;

export class DeferredRecords {
  readonly records: DeferredRecord[] = [];
  #bytes = 0;

  get isFull(): boolean {
    return this.#bytes >= maxBytes;
  }

  add(source: string, line: number, direction: Direction, bytes: Uint8Array, from: number, to: number): void {
    this.#bytes += to - from;
    this.records.push({ source, line, direction, text: textOf(bytes, from, to) });
  }
}

/** The header under which a deferred record is read. */
export function deferredHeader(direction: Direction): LogHeader {
  const type = direction === 'send' ? 'Send' : 'Receive';
  return { ...emptyHeader, logType: `SMTP ${type} Protocol Log` };
}
