// Reads comma, semicolon and tab separated values: exports of cmdlets, of the Event Viewer, of the Queue Viewer.
import { type BagSink, type FormReader, LineCounter, propertyName } from './property-bag.ts';

/** A quote that is not closed within so many characters was never meant to be one. */
const longestRecord = 1 << 20;

/** Keeps the heading, for a text that comes in pieces. */
export function csvObjects(): FormReader {
  let names: string[] | null = null;
  let separator = ',';
  return {
    read(text, line, isLast, sink) {
      const lines = new LineCounter(text, line);
      let at = 0;
      while (at < text.length) {
        if (text.startsWith('#TYPE', at) || (names === null && isBlankLine(text, at))) {
          const end = text.indexOf('\n', at);
          if (end < 0) {
            if (!isLast) return at;
            break;
          }
          at = end + 1;
          continue;
        }
        if (names === null) separator = separatorOf(text, at);
        const record = splitRecord(text, at, separator, isLast);
        if (record === null) return at;
        const where = { source: '', line: lines.lineAt(at) };
        if (names === null) names = record.fields.map(propertyName);
        else if (!isEmpty(record.fields)) {
          if (record.isCut) sink.broken({ text: text.slice(at, record.end), reason: 'cut', where });
          else if (names.length > 2 && record.fields.length < 2)
            sink.broken({ text: text.slice(at, record.end), reason: 'notARecord', where });
          else emit(names, record.fields, where.line, sink);
        }
        at = record.end;
      }
      return isLast ? text.length : at;
    },
  };
}

function isBlankLine(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function isEmpty(fields: readonly string[]): boolean {
  return fields.every((field) => field === '');
}

function emit(names: readonly string[], fields: readonly string[], line: number, sink: BagSink): void {
  const values = new Map<string, string>();
  const extra: string[] = [];
  for (const [index, field] of fields.entries()) {
    const value = field.trim();
    if (value === '') continue;
    const name = names[index];
    if (name === undefined || name === '') extra.push(value);
    else if (!values.has(name)) values.set(name, value);
  }
  sink.bag({ values, extra, isCut: false, where: { source: '', line } });
}

/** The mark that stands most often in the heading, outside of quotes. */
export function separatorOf(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  const heading = text.slice(at, Math.min(end < 0 ? text.length : end, at + 4096)).replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const mark of [',', ';', '\t']) {
    const count = heading.split(mark).length;
    if (count > most) {
      most = count;
      best = mark;
    }
  }
  return best;
}

type CsvRecord = { readonly fields: string[]; readonly end: number; readonly isCut: boolean };

/** Null: more text is needed. */
function splitRecord(text: string, start: number, separator: string, isLast: boolean): CsvRecord | null {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    let value = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1, start);
      if (close < 0) {
        // Cut within a value: the first line is lost as a record, those after it stand for themselves.
        if (!isLast && text.length - start < longestRecord) return null;
        return firstLine(text, start);
      }
      value = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
    value += text.slice(from, at);
    if (at >= text.length && !isLast) return null;
    fields.push(value.endsWith('\r') ? value.slice(0, -1) : value);
    if (at >= text.length || text[at] === '\n')
      return { fields, end: Math.min(at + 1, text.length), isCut: false };
    at++;
  }
}

function closingQuote(text: string, from: number, start: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"' && at - start <= longestRecord) at = text.indexOf('"', at + 2);
  return at >= 0 && at - start <= longestRecord ? at : -1;
}

function firstLine(text: string, start: number): CsvRecord {
  const end = text.indexOf('\n', start);
  return { fields: ['cut'], end: end < 0 ? text.length : end + 1, isCut: true };
}
