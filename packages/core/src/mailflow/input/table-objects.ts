// Reads tables as `| Format-Table` prints them, wrapped or shortened, also when a web page has squeezed their blanks.
import { type BagSink, type FormReader, propertyName } from './property-bag.ts';

type Column = { readonly name: string; readonly start: number; readonly end: number };

type Table = {
  readonly columns: readonly Column[];
  /** `ProviderName: Schannel` above a group of rows. */
  readonly group: ReadonlyMap<string, string>;
};

type Row = { readonly line: number; readonly cells: string[]; isCut: boolean };

export const dashes: RegExp = /^\s*-{2,}(?:\s+-{2,})*\s*$/;

export const tableObjects: FormReader = {
  read(text, firstLine, isLast, sink) {
    const reading = new TableReading(sink);
    let line = firstLine - 1;
    // Rows may go on in the next line, and a heading stands above them: a table is read as a whole.
    if (!isLast) return 0;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      line++;
      reading.line(text.slice(start, end).trimEnd(), line);
      start = end + 1;
    }
    reading.finish();
    return text.length;
  },
};

class TableReading {
  readonly #sink: BagSink;
  #table: Table | null = null;
  #row: Row | null = null;
  #before = '';
  #group: ReadonlyMap<string, string> = new Map();

  constructor(sink: BagSink) {
    this.#sink = sink;
  }

  line(content: string, line: number): void {
    if (dashes.test(content) && this.#before.trim() !== '') {
      this.#row = null;
      this.#table = { columns: columnsOf(this.#before, content), group: this.#group };
    } else if (this.#table !== null && content.trim() !== '') this.#tableLine(content, line);
    else if (content.trim() === '') this.finish();
    if (this.#table === null) {
      const group = /^\s*(\w+): (.+)$/.exec(content);
      if (group) this.#group = new Map([[propertyName(group[1] ?? ''), (group[2] ?? '').trim()]]);
    }
    if (content.trim() !== '') this.#before = content;
  }

  finish(): void {
    this.#emit();
    if (this.#row === null && this.#before !== '') this.#endTable();
  }

  /** An empty line ends the rows; in a pasted text with empty lines between all lines, the rows go on. */
  #endTable(): void {
    this.#group = new Map();
  }

  #tableLine(content: string, line: number): void {
    const table = this.#table;
    if (table === null) return;
    if (/^\s?(?:\[PS\]|PS) [A-Za-z]:\\/.test(content)) {
      this.#emit();
      this.#table = null;
      return;
    }
    const cells = cellsOf(content, table.columns);
    if (this.#row !== null && isContinuation(cells, this.#row.cells)) {
      for (const [index, cell] of cells.entries())
        if (cell !== '') this.#row.cells[index] = `${this.#row.cells[index] ?? ''} ${cell}`.trim();
      return;
    }
    this.#emit();
    this.#row = { line, cells, isCut: false };
  }

  #emit(): void {
    const row = this.#row;
    const table = this.#table;
    this.#row = null;
    if (row === null || table === null) return;
    const values = new Map(table.group);
    let isCut = false;
    for (const [index, { name }] of table.columns.entries()) {
      const value = row.cells[index] ?? '';
      if (value === '') continue;
      if (/(?:\.\.\.|…)$/.test(value)) isCut = true;
      values.set(name, value);
    }
    this.#sink.bag({ values, extra: [], isCut, where: { source: '', line: row.line } });
  }
}

function columnsOf(heading: string, dashLine: string): Column[] {
  const columns: { name: string; start: number; end: number }[] = [];
  for (const run of dashLine.matchAll(/-+/g)) {
    columns.push({ name: '', start: run.index, end: run.index + run[0].length });
  }
  const words = heading.trim().split(/\s+/);
  const isAligned = columns.every(({ start }) => start === 0 || isBlank(heading[start - 1]));
  for (const [index, column] of columns.entries()) {
    // A heading of several words is only known by its place.
    const next = columns[index + 1]?.start ?? heading.length;
    const name =
      words.length === columns.length || !isAligned ? (words[index] ?? '') : heading.slice(column.start, next);
    column.name = propertyName(name);
  }
  return columns;
}

/**
 * Values can be wider than the dashes on either side, but a blank stands between two. Where none does, the blanks were
 * squeezed on the way: then every word is a cell, and the last one takes the rest.
 */
function cellsOf(content: string, columns: readonly Column[]): string[] {
  const cuts: number[] = [0];
  for (let index = 1; index < columns.length; index++) {
    const start = columns[index]?.start ?? 0;
    const floor = columns[index - 1]?.end ?? 0;
    if (start >= content.length) {
      cuts.push(content.length);
      continue;
    }
    let cut = start;
    while (cut > floor && !isBlank(content[cut - 1])) cut--;
    if (!isBlank(content[cut - 1])) return squeezedCells(content, columns.length);
    cuts.push(cut);
  }
  return cuts.map((cut, index) => content.slice(cut, cuts[index + 1] ?? content.length).trim());
}

function squeezedCells(content: string, count: number): string[] {
  const words = content.trim().split(/\s+/);
  return words.length <= count ? words : [...words.slice(0, count - 1), words.slice(count - 1).join(' ')];
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || character === '\u00a0';
}

/** A wrapped row leaves cells empty that are filled in every row: the first one, or a number. */
function isContinuation(cells: readonly string[], above: readonly string[]): boolean {
  if (cells[0] === '') return true;
  return above.some((cell, index) => /^-?\d+$/.test(cell) && (cells[index] ?? '') === '');
}
