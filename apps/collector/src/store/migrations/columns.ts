// What the two databases call the kinds of columns that the tables have.
import { type ColumnDataType, type Expression, type Kysely, SqliteAdapter, sql } from 'kysely';

export interface Columns {
  readonly isSqlite: boolean;
  /** Numbers itself; a number is never given twice. */
  id: { type: ColumnDataType; identity: boolean };
  reference: ColumnDataType;
  /** Milliseconds since 1970, counts, sizes. */
  big: ColumnDataType;
  small: ColumnDataType;
  /** Sorted by code units on both databases, whatever language the server speaks. */
  text: Expression<unknown> | ColumnDataType;
  bytes: ColumnDataType;
}

export function columnsOf(db: Kysely<unknown>): Columns {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  if (isSqlite) {
    return {
      isSqlite,
      id: { type: 'integer', identity: false },
      reference: 'integer',
      big: 'integer',
      small: 'integer',
      text: 'text',
      bytes: 'blob',
    };
  }
  return {
    isSqlite,
    id: { type: 'bigint', identity: true },
    reference: 'bigint',
    big: 'bigint',
    small: 'smallint',
    text: sql`text collate "C"`,
    bytes: 'bytea',
  };
}
