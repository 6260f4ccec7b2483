// Tables of a Windows Installer database in the text form that is imported (Microsoft, "Text Archive Files").

export type Cell = string | number | null;

export interface Table {
  name: string;
  /** Name and type of each column, such as `s72` for a text of at most 72 characters that must be there. */
  columns: readonly (readonly [name: string, type: string])[];
  /** How many of the columns, from the left, make the key. */
  keys: number;
  rows: readonly (readonly Cell[])[];
}

/** Throws on what the form cannot hold. */
export function toIdt(table: Table): string {
  const lines = [
    table.columns.map(([name]) => name),
    table.columns.map(([, type]) => type),
    [table.name, ...table.columns.slice(0, table.keys).map(([name]) => name)],
    ...table.rows.map((row) => {
      if (row.length !== table.columns.length)
        throw new Error(`${table.name}: a row with ${row.length} cells`);
      return row.map((cell, index) => cellText(table, index, cell));
    }),
  ];
  return lines.map((cells) => `${cells.join('\t')}\r\n`).join('');
}

function cellText(table: Table, index: number, cell: Cell): string {
  const [name, type] = table.columns[index] ?? ['', ''];
  const text = cell === null ? '' : String(cell);
  const longest = Number(type.slice(1));
  const isText = /^[sl]/i.test(type);
  if (/[\t\r\n\0]/.test(text))
    throw new Error(`${table.name}.${name}: a character that the form cannot hold`);
  if (text === '' && /^[a-z]/.test(type))
    throw new Error(`${table.name}.${name}: nothing where something must be`);
  if (isText && longest > 0 && text.length > longest)
    throw new Error(`${table.name}.${name}: too long: ${text}`);
  if (!isText && text !== '' && !/^-?\d+$/.test(text)) throw new Error(`${table.name}.${name}: not a number`);
  return text;
}
