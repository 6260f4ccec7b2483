// Reads lists as `| Format-List` prints them and people paste them: `Name : value`, wrapped, with empty lines between.
import { propertyNames } from './known-names.ts';
import { type BagSink, type FormReader, propertyName } from './property-bag.ts';

/** No property is longer: what follows is taken as another text. */
const longestValue = 1 << 18;

/** A console wraps lines near its width; what follows a shorter line is no part of it, unless it stands far inside. */
const shortestWrapped = 50;
const wrapIndent = 10;

type Open = {
  readonly line: number;
  readonly start: number;
  readonly values: Map<string, string[]>;
  last: string;
  length: number;
  /** Of the last line of the last value. */
  lineLength: number;
  /** Whether the second property followed the first without an empty line; then an empty line is its end. */
  isDense: boolean | null;
  isBehindEmpty: boolean;
  /** Lines after its properties that belong to none: told with it, for it may have to be read again. */
  readonly asides: { line: number; text: string }[];
};

export const listObjects: FormReader = {
  read(text, firstLine, isLast, sink) {
    let open: Open | null = null;
    let line = firstLine - 1;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      if (newline < 0 && !isLast) break;
      const end = newline < 0 ? text.length : newline;
      line++;
      const content = text.slice(start, end).trimEnd();
      const found = propertyOf(content);
      if (found !== null) {
        const isNext = open !== null && open.isDense === true && open.isBehindEmpty;
        if (open === null || isNext || open.values.has(found.name)) {
          close(open, sink);
          open = {
            line,
            start,
            values: new Map(),
            last: '',
            length: 0,
            lineLength: 0,
            isDense: null,
            isBehindEmpty: false,
            asides: [],
          };
        }
        if (open.values.size === 1) open.isDense = !open.isBehindEmpty;
        open.isBehindEmpty = false;
        open.values.set(found.name, [found.value]);
        open.last = found.name;
        open.length = found.value.length;
        open.lineLength = content.length;
      } else if (isPrompt(content)) {
        close(open, sink);
        open = null;
      } else if (content.trim() === '') {
        if (open !== null) open.isBehindEmpty = true;
      } else if (!continues(open, content)) {
        if (open === null) sink.aside(content, { source: '', line });
        else open.asides.push({ line, text: content });
      }
      start = end + 1;
    }
    if (!isLast) return open === null ? doneLines(text) : open.start;
    close(open, sink);
    return text.length;
  },
};

function doneLines(text: string): number {
  return text.lastIndexOf('\n') + 1;
}

/**
 * The console pads names so that all colons stand in one column, at least one blank behind the longest name. What people
 * type or a form shows has no blank there: it counts when the name is a known one.
 */
export function propertyOf(content: string): { name: string; value: string } | null {
  const colon = content.indexOf(':');
  if (colon <= 0 || colon > 60) return null;
  const before = content.slice(0, colon);
  const name = before.trim();
  const next = content[colon + 1];
  if (next !== undefined && next !== ' ' && next !== '\t' && next !== '\u00a0') return null;
  const value = content.slice(colon + 1).trim();
  const isPadded = before.length > before.trimEnd().length;
  if (isPadded && /^[A-Za-z_]\w*$/.test(name) && leading(before) <= 8)
    return { name: propertyName(name), value };
  if (!/^[A-Za-z][A-Za-z ]*$/.test(name)) return null;
  const squeezed = propertyName(name);
  return propertyNames.has(squeezed) ? { name: squeezed, value } : null;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function isPrompt(content: string): boolean {
  return /^\s?(?:\[PS\]|PS) [A-Za-z]:\\/.test(content);
}

/** Takes the line into the last value, where it goes on with it. */
function continues(open: Open | null, content: string): boolean {
  if (open === null) return false;
  const isOver = open.lineLength < shortestWrapped || (open.isDense === true && open.isBehindEmpty);
  if (isOver && leading(content) < wrapIndent) return false;
  const piece = content.trim();
  if (open.length + piece.length > longestValue) return false;
  open.values.get(open.last)?.push(piece);
  open.length += piece.length + 1;
  open.lineLength = content.length;
  open.isBehindEmpty = false;
  return true;
}

function close(open: Open | null, sink: BagSink): void {
  if (open === null) return;
  const values = new Map<string, string>();
  for (const [name, pieces] of open.values) {
    const value = pieces.join(' ').trim();
    if (value !== '' && value !== '{}') values.set(name, value);
  }
  sink.bag({ values, extra: [], isCut: isShortened(values), where: { source: '', line: open.line } });
  const [first] = open.asides;
  if (first !== undefined)
    sink.aside(open.asides.map(({ text }) => text).join('\n'), { source: '', line: first.line });
}

/** Long lists end in `...` or `…`, inside the braces that the console puts around a list. */
function isShortened(values: ReadonlyMap<string, string>): boolean {
  for (const value of values.values()) if (/(?:\.\.\.|…)\}?$/.test(value)) return true;
  return false;
}
