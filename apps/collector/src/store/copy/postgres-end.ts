// PostgreSQL as one end of a copy.
import type pg from 'pg';
import { type CopyEnd, rowsAtOnce } from './copy-end.ts';
import type { Value } from './table-checksum.ts';

/** The caller holds the transaction on this connection. */
export function postgresEnd(client: pg.ClientBase): CopyEnd {
  const typesOf = async (table: string): Promise<Map<string, string>> => {
    const { rows } = await client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    return new Map(rows.map(({ name, type }) => [name, type]));
  };
  const sequenceOf = async (table: string): Promise<string | null> => {
    if (!(await typesOf(table)).has('id')) return null;
    const { rows } = await client.query<{ sequence: string | null }>(
      `select pg_get_serial_sequence($1, 'id') as sequence`,
      [table],
    );
    return rows[0]?.sequence ?? null;
  };
  return {
    columns: async (table) => [...(await typesOf(table)).keys()],
    read: async function* (table, columns) {
      await client.query(`declare copied no scroll cursor for select ${quoted(columns)} from ${table}`);
      for (;;) {
        const { rows } = await client.query<Value[]>({
          text: `fetch ${rowsAtOnce} from copied`,
          rowMode: 'array',
        });
        if (rows.length === 0) break;
        yield rows;
      }
      await client.query('close copied');
    },
    write: async (table, columns, rows) => {
      const types = await typesOf(table);
      const arrays = columns.map((column, index) => `$${index + 1}::${types.get(column) ?? 'text'}[]`);
      await client.query(
        `insert into ${table} (${quoted(columns)}) select * from unnest(${arrays})`,
        columns.map((_, index) => rows.map((row) => row[index])),
      );
    },
    lastNumber: async (table) => {
      const sequence = await sequenceOf(table);
      if (sequence === null) return null;
      const { rows } = await client.query<{ last_value: number; is_called: boolean }>(
        `select last_value, is_called from ${sequence}`,
      );
      return rows[0]?.is_called ? rows[0].last_value : null;
    },
    setLastNumber: async (table, number) => {
      const sequence = await sequenceOf(table);
      if (sequence !== null) await client.query('select setval($1, $2)', [sequence, number]);
    },
    isEmpty: async (table) => (await client.query(`select 1 from ${table} limit 1`)).rows.length === 0,
  };
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
