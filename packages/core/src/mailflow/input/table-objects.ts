// Reads tables as `| Format-Table` prints them, wrapped or shortened, also when a web page has squeezed their blanks.
import { type BagSink, type FormReader, propertyName } from './property-bag.ts';

type Column = { readonly name: string; readonly start: number; readonly end: number };

type Table = {
  readonly columns: readonly Column[];
  /** `ProviderName: Schannel` above a group of rows. */
  readonly group: ReadonlyMap<string, string>;
};

type Row = { readonly line: number; readonly cells: string[] };

export const dashes: RegExp = /^\s*-{2,}(?:\s+-{2,})*\s*$/;

/** Rows may go on in the next line, and a heading stands above them: a table is read as a whole. */
export const tableObjects: FormReader = {
  read(text, firstLine, isLast, sink) {
    if (!isLast) return 0;
    const lines = text.split('\n').map((content) => content.trimEnd());
    let table: Table | null = null;
    let row: Row | null = null;
    let group: ReadonlyMap<string, string> = new Map();
    const next = nextFilled(lines);
    for (const [index, content] of lines.entries()) {
      if (content === '' || dashes.test(content)) continue;
      const below = next[index] ?? -1;
      const underline = lines[below];
      const found: ReadonlyMap<string, string> | null = groupOf(content);
      if (underline !== undefined && dashes.test(underline)) {
        emit(table, row, sink);
        row = null;
        table = { columns: columnsOf(content, underline), group };
      } else if (found !== null && dashes.test(lines[next[below] ?? -1] ?? '')) {
        emit(table, row, sink);
        row = null;
        table = null;
        group = found;
      } else if (isPrompt(content)) {
        emit(table, row, sink);
        row = null;
        table = null;
        group = new Map();
      } else if (table !== null) row = withLine(table, row, content, firstLine + index, sink);
      else sink.aside(content, { source: '', line: firstLine + index });
    }
    emit(table, row, sink);
    return text.length;
  },
};

/** For each line the next one that is not empty; -1 where there is none. */
function nextFilled(lines: readonly string[]): number[] {
  const next: number[] = new Array(lines.length).fill(-1);
  let filled = -1;
  for (let index = lines.length - 1; index >= 0; index--) {
    next[index] = filled;
    if (lines[index] !== '') filled = index;
  }
  return next;
}

function groupOf(content: string): ReadonlyMap<string, string> | null {
  const match = /^\s*(\w+): (\S.*)$/.exec(content);
  return match ? new Map([[propertyName(match[1] ?? ''), match[2] ?? '']]) : null;
}

function isPrompt(content: string): boolean {
  return /^\s?(?:\[PS\]|PS) [A-Za-z]:\\/.test(content);
}

function withLine(table: Table, row: Row | null, content: string, line: number, sink: BagSink): Row {
  const cells = cellsOf(content, table.columns);
  if (row !== null && isContinuation(cells, row.cells)) {
    for (const [index, cell] of cells.entries())
      if (cell !== '') row.cells[index] = `${row.cells[index] ?? ''} ${cell}`.trim();
    return row;
  }
  emit(table, row, sink);
  return { line, cells };
}

function emit(table: Table | null, row: Row | null, sink: BagSink): void {
  if (row === null || table === null) return;
  const values = new Map(table.group);
  let isCut = false;
  for (const [index, { name }] of table.columns.entries()) {
    const value = row.cells[index] ?? '';
    if (value === '') continue;
    if (/(?:\.\.\.|…)$/.test(value)) isCut = true;
    values.set(name, value);
  }
  sink.bag({ values, extra: [], isCut, where: { source: '', line: row.line } });
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
      words.length === columns.length || !isAligned
        ? (words[index] ?? '')
        : heading.slice(column.start, next);
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
