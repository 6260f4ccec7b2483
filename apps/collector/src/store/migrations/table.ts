// A short way to write down a table: its columns in a line each, its key, its indexes.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

type Kind = 'id' | 'reference' | 'big' | 'small' | 'text' | 'bytes';
/** `text` may not be null; `text?` may. */
type ColumnKind = Kind | `${Kind}?`;

export interface TableShape {
  columns: Readonly<Record<string, ColumnKind>>;
  /** Columns of the primary key; absent when the table has an `id` column of its own kind, or no key at all. */
  key?: readonly string[];
  unique?: readonly (readonly string[])[];
  /** Column → table whose `id` it names. */
  references?: Readonly<Record<string, string>>;
  indexes?: readonly IndexShape[];
  /** Kept in the order of its key (SQLite), which saves the second tree of small rows. */
  clustered?: boolean;
  /** Percent of a page that is filled at first (PostgreSQL), so that a changed row stays on its page. */
  fill?: number;
}

export interface IndexShape {
  on: readonly string[];
  /** Where the one made of the columns would be longer than the 63 characters that PostgreSQL keeps. */
  name?: string;
  /** Only rows in which this column is set. */
  whereSet?: string;
  /** Only on this database. */
  only?: 'sqlite' | 'postgres';
}

export async function createTable(
  db: Kysely<unknown>,
  columns: Columns,
  name: string,
  shape: TableShape,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(shape.columns)) table = addColumn(table, columns, column, kind);
  if (shape.key) table = table.addPrimaryKeyConstraint(`${name}_key`, [...shape.key]);
  for (const unique of shape.unique ?? [])
    table = table.addUniqueConstraint(`${name}_${unique.join('_')}_unique`, [...unique]);
  for (const [column, target] of Object.entries(shape.references ?? {}))
    table = table.addForeignKeyConstraint(`${name}_${column}_reference`, [column], target, ['id']);
  if (shape.clustered && columns.isSqlite) table = table.modifyEnd(sql`without rowid`);
  if (shape.fill !== undefined && !columns.isSqlite)
    table = table.modifyEnd(sql`with (fillfactor = ${sql.lit(shape.fill)})`);
  await table.execute();
  for (const index of shape.indexes ?? []) await createIndex(db, columns, name, index);
}

function addColumn(
  table: CreateTableBuilder<string, string>,
  columns: Columns,
  name: string,
  kind: ColumnKind,
): CreateTableBuilder<string, string> {
  const nullable = kind.endsWith('?');
  // Without its question mark it is one of the kinds.
  const plain = kind.replace('?', '') as Kind;
  if (plain === 'id') {
    const { type, identity } = columns.id;
    return table.addColumn(name, type, (column) =>
      identity ? column.primaryKey().generatedByDefaultAsIdentity() : column.primaryKey().autoIncrement(),
    );
  }
  const type = columns[plain];
  return table.addColumn(name, type, (column) => (nullable ? column : column.notNull()));
}

async function createIndex(
  db: Kysely<unknown>,
  columns: Columns,
  table: string,
  index: IndexShape,
): Promise<void> {
  if (index.only !== undefined && (index.only === 'sqlite') !== columns.isSqlite) return;
  const builder = db.schema
    .createIndex(index.name ?? `${table}_by_${index.on.join('_')}`)
    .on(table)
    .columns([...index.on]);
  const { whereSet } = index;
  await (whereSet === undefined ? builder : builder.where(sql.ref(whereSet), 'is not', null)).execute();
}
