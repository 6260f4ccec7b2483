// SQLite as one end of a copy.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { type CopyEnd, rowsAtOnce } from './copy-end.ts';
import type { Value } from './table-checksum.ts';

/** The caller holds the transaction. */
export function sqliteEnd(database: DatabaseSync): CopyEnd {
  return {
    columns: async (table) =>
      database
        .prepare(`select name from pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => String(name)),
    read: async function* (table, columns) {
      const statement = database.prepare(`select ${quoted(columns)} from ${table}`);
      statement.setReturnArrays(true);
      let page: Value[][] = [];
      for (const row of statement.iterate()) {
        // setReturnArrays makes each row a list, which the types do not know.
        page.push(row as unknown as Value[]);
        if (page.length < rowsAtOnce) continue;
        yield page;
        page = [];
        await setImmediate();
      }
      if (page.length > 0) yield page;
    },
    write: async (table, columns, rows) => {
      const statement = database.prepare(
        `insert into ${table} (${quoted(columns)}) values (${columns.map(() => '?')})`,
      );
      // Values are those that another end read.
      for (const row of rows) statement.run(...(row as SQLInputValue[]));
    },
    lastNumber: async (table) => {
      const row = database.prepare('select seq from sqlite_sequence where name = ?').get(table);
      return row === undefined ? null : Number(row.seq);
    },
    setLastNumber: async (table, number) => {
      const { changes } = database
        .prepare('update sqlite_sequence set seq = ? where name = ?')
        .run(number, table);
      if (changes === 0)
        database.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, number);
    },
    isEmpty: async (table) => database.prepare(`select 1 from ${table} limit 1`).get() === undefined,
  };
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
