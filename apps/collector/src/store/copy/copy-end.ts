// One end of a copy: reads all rows of a table in pages, or takes them, inside one transaction.
import type { TableName } from '../tables.ts';
import type { Value } from './table-checksum.ts';

export interface CopyEnd {
  columns(table: TableName): Promise<readonly string[]>;
  read(table: TableName, columns: readonly string[]): AsyncIterable<readonly (readonly Value[])[]>;
  write(table: TableName, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void>;
  /** The highest number that the table gave to a row so far, also to rows that are gone; null when it numbers none. */
  lastNumber(table: TableName): Promise<number | null>;
  setLastNumber(table: TableName, number: number): Promise<void>;
  isEmpty(table: TableName): Promise<boolean>;
}

export const rowsAtOnce = 2000;
