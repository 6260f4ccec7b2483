// A count and a checksum of rows that do not depend on their order or on the database that holds them.
import { hash } from 'node:crypto';

export interface TableSum {
  rows: number;
  /** Sum over the rows of 48 bits of each one's SHA-256, modulo 2^48. */
  checksum: number;
}

export type Value = number | string | Uint8Array | null;

export class TableSummer {
  #rows = 0;
  #checksum = 0;

  add(values: readonly Value[]): void {
    let text = '';
    for (const value of values) text += `${canonical(value)}\n`;
    this.#rows += 1;
    this.#checksum = (this.#checksum + hash('sha256', text, 'buffer').readUIntBE(0, 6)) % 2 ** 48;
  }

  sum(): TableSum {
    return { rows: this.#rows, checksum: this.#checksum };
  }
}

function canonical(value: Value): string {
  if (value === null) return '-';
  if (typeof value === 'number') return `n${value}`;
  // PostgreSQL has no U+0000 in texts.
  if (typeof value === 'string') return `t${JSON.stringify(value.toWellFormed().replaceAll('\0', '\uFFFD'))}`;
  return `b${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
}
