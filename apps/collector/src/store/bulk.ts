// Many rows at once: a prepared statement row by row on SQLite, one statement over arrays on PostgreSQL.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { CompiledQuery } from 'kysely';
import type { Tx } from './transaction.ts';

/** A column's type as PostgreSQL names it. */
type ColumnType = 'bigint' | 'smallint' | 'text' | 'bytea';

export interface RowShape<T extends object> {
  table: string;
  /** Those that are written; a row may hold more. */
  columns: { readonly [K in keyof T & string]?: ColumnType };
}

/** Rows that PostgreSQL takes in one statement: arrays are cheap, but their text must be built in memory. */
const rowsAtOnce = 5000;

/**
 * `onConflict`: what happens to a row whose key is there already. With columns of a key the new row takes its place,
 * with `whenOther` only if it differs in one of these columns.
 */
export async function insertRows<T extends object>(
  tx: Tx,
  shape: RowShape<T>,
  rows: readonly T[],
  onConflict: OnConflict<T> = 'fail',
): Promise<void> {
  if (rows.length === 0) return;
  const names = columnNames(shape);
  const conflict = conflictClause(shape, names, onConflict);
  const into = `insert into ${shape.table} (${names.join(', ')})`;
  if (tx.store.kind === 'sqlite') {
    const statement = prepared(tx.store.connection, `${into} values (${names.map(() => '?')})${conflict}`);
    for (const row of rows) statement.run(...values(row, names));
    return;
  }
  const arrays = names.map((name, index) => `$${index + 1}::${shape.columns[name]}[]`);
  const text = `${into} select * from unnest(${arrays})${conflict}`;
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await execute(tx, text, columnsOf(rows.slice(from, from + rowsAtOnce), names));
}

type OnConflict<T> =
  | 'fail'
  | 'ignore'
  | { key: readonly (keyof T & string)[]; whenOther?: readonly (keyof T & string)[] };

function conflictClause<T extends object>(
  shape: RowShape<T>,
  names: readonly (keyof T & string)[],
  onConflict: OnConflict<T>,
): string {
  if (onConflict === 'fail') return '';
  if (onConflict === 'ignore') return ' on conflict do nothing';
  const { key, whenOther = [] } = onConflict;
  const set = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`);
  const others = whenOther.map((name) => `${shape.table}.${name} <> excluded.${name}`);
  const where = others.length === 0 ? '' : ` where ${others.join(' or ')}`;
  return ` on conflict (${key.join(', ')}) do update set ${set.join(', ')}${where}`;
}

/** Sets all other columns of the rows that have these keys. */
export async function updateRows<T extends object>(
  tx: Tx,
  shape: RowShape<T>,
  key: keyof T & string,
  rows: readonly T[],
): Promise<void> {
  if (rows.length === 0) return;
  const set = columnNames(shape).filter((name) => name !== key);
  const names = [...set, key];
  if (tx.store.kind === 'sqlite') {
    const changes = set.map((name) => `${name} = ?`).join(', ');
    const statement = prepared(tx.store.connection, `update ${shape.table} set ${changes} where ${key} = ?`);
    for (const row of rows) statement.run(...values(row, names));
    return;
  }
  const arrays = names.map((name, index) => `$${index + 1}::${shape.columns[name]}[]`);
  const changes = set.map((name) => `${name} = given.${name}`).join(', ');
  const text = `update ${shape.table} set ${changes} from unnest(${arrays}) as given (${names}) where ${shape.table}.${key} = given.${key}`;
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await execute(tx, text, columnsOf(rows.slice(from, from + rowsAtOnce), names));
}

/** Removes the rows that have all of these values in these columns. */
export async function deleteRows<T extends object>(
  tx: Tx,
  shape: RowShape<T>,
  rows: readonly T[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columnNames(shape);
  if (tx.store.kind === 'sqlite') {
    const same = names.map((name) => `${name} = ?`).join(' and ');
    const statement = prepared(tx.store.connection, `delete from ${shape.table} where ${same}`);
    for (const row of rows) statement.run(...values(row, names));
    return;
  }
  const arrays = names.map((name, index) => `$${index + 1}::${shape.columns[name]}[]`);
  const same = names.map((name) => `${shape.table}.${name} = given.${name}`).join(' and ');
  const text = `delete from ${shape.table} using unnest(${arrays}) as given (${names}) where ${same}`;
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await execute(tx, text, columnsOf(rows.slice(from, from + rowsAtOnce), names));
}

/**
 * Rows by many keys. `text` is a query with `{key}` where the condition on the key goes; SQLite asks it once a key,
 * PostgreSQL once for all.
 */
export async function selectByKeys<R>(
  tx: Tx,
  text: { sqlite: string; postgres: string },
  keys: readonly (number | string | Uint8Array)[],
): Promise<R[]> {
  if (keys.length === 0) return [];
  if (tx.store.kind === 'postgres') return (await execute<R>(tx, text.postgres, [keys])).rows;
  const statement = prepared(tx.store.connection, text.sqlite);
  const rows: R[] = [];
  // The caller says what the columns of its own query are.
  for (const key of keys) for (const row of statement.all(key)) rows.push(row as R);
  return rows;
}

function execute<R>(tx: Tx, text: string, parameters: readonly unknown[]): Promise<{ rows: R[] }> {
  return tx.db.executeQuery<R>(CompiledQuery.raw(text, [...parameters]));
}

function columnNames<T extends object>(shape: RowShape<T>): (keyof T & string)[] {
  // Object.keys forgets what the keys are.
  return Object.keys(shape.columns) as (keyof T & string)[];
}

function values<T extends object>(row: T, names: readonly (keyof T & string)[]): SQLInputValue[] {
  // A shape has only columns of numbers, texts and bytes; node:sqlite itself refuses all else.
  return names.map((name) => row[name] as SQLInputValue);
}

function columnsOf<T extends object>(rows: readonly T[], names: readonly (keyof T & string)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

function prepared(connection: DatabaseSync, text: string): StatementSync {
  let known = statements.get(connection);
  if (!known) {
    known = new Map();
    statements.set(connection, known);
  }
  let statement = known.get(text);
  if (!statement) {
    statement = connection.prepare(text);
    known.set(text, statement);
  }
  return statement;
}
