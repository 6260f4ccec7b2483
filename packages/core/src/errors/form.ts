// Compiles a literal of the catalog and compares it with a squeezed text, value by value.
import type { CatalogEntry } from './catalog/index.ts';
import { isDigit, isWord, readable, type Squeezed, squeeze } from './squeeze.ts';

type HoleType = 'word' | 'number' | 'host' | 'status' | 'text' | 'gap';
type Part =
  | { readonly literal: Uint16Array; readonly words: string }
  | { readonly name: string; readonly type: HoleType };

export interface Form {
  /** Absent for a form that only ends a wrapper. */
  readonly entry: CatalogEntry | undefined;
  readonly anchor: Uint16Array;
  /** The words of the anchor. */
  readonly words: string;
  readonly parts: readonly Part[];
  /** Name of the value that stands before the words, if there is one. */
  readonly protocol?: string;
  /** A form that is only an enhanced code: its class digits. */
  readonly classes?: string;
  /** How much of the text is literal: the longer, the more specific. */
  readonly weight: number;
}

/** What a form found: codes of the squeezed text from `start` to `end`. */
export interface FormMatch {
  start: number;
  /** End of the last literal or short value: a text at the end may hold another error. */
  end: number;
  text: string;
  groups: Record<string, string>;
  /** Of a form whose rest is cut off: how much of its literals is there, and how the cut shows. */
  cut?: { found: number; mark: CutMark };
}

/** `dots`: the three dots that consoles and forms put where they cut a text; `end`: the text just ends. */
export type CutMark = 'dots' | 'end';

const longestText = 400;
/** What is left of a literal must be at least this long to be looked at. */
const leastOfCut = 4;
const longestGap = 100;
const longestTail = 200;
const delimiters = '"\'])}<';

export function compileForm(source: string, entry: CatalogEntry | undefined): Form {
  const parts: Part[] = [];
  let protocol: string | undefined;
  let weight = 0;
  for (const [index, piece] of source.split(/(\{\w+:\w+\})/).entries()) {
    if (piece === '') continue;
    if (index % 2 === 0) {
      const literal = literalCodes(piece);
      weight += literal.length;
      parts.push({ literal, words: piece });
      continue;
    }
    const [name = '', type = ''] = piece.slice(1, -1).split(':');
    if (type === 'protocol') protocol = name;
    else parts.push({ name, type: type as HoleType }); // the catalog's test holds forms to these types
  }
  const first = parts[0];
  const [anchor, words] =
    first && 'literal' in first ? [first.literal, first.words.trim()] : [new Uint16Array(), ''];
  return { entry, anchor, words, parts, weight, ...(protocol === undefined ? {} : { protocol }) };
}

function literalCodes(words: string): Uint16Array {
  const { codes, length } = squeeze(words);
  return codes.slice(0, length);
}

/** The form of an enhanced code alone, whose words may be missing or translated. */
export function compileCode(codes: readonly string[], entry: CatalogEntry): Form[] {
  const classes = new Map<string, string>();
  for (const code of codes) {
    const tail = code.slice(1);
    classes.set(tail, (classes.get(tail) ?? '') + code.charAt(0));
  }
  return [...classes].map(([tail, digits]) => ({
    entry,
    anchor: literalCodes(tail),
    words: tail,
    parts: [{ literal: literalCodes(tail), words: tail }],
    classes: digits,
    weight: 12,
  }));
}

function startsAt(text: Squeezed, literal: Uint16Array, at: number): boolean {
  return at + literal.length <= text.length && common(text, literal, at) === literal.length;
}

/** How many codes of a literal stand at `at`. */
function common(text: Squeezed, literal: Uint16Array, at: number): number {
  const most = Math.min(literal.length, text.length - at);
  for (let index = 0; index < most; index++) if (text.codes[at + index] !== literal[index]) return index;
  return Math.max(0, most);
}

function cutAt(text: Squeezed, original: string, index: number): CutMark | null {
  if (index >= text.length) return 'end';
  const code = text.codes[index];
  if (code === ellipsis) return 'dots';
  return code === dot && original.startsWith('...', text.at[index]) ? 'dots' : null;
}

const dot = 46;
const ellipsis = 0x2026;

/** Whether the codes at `index` and before it stand side by side in the original. */
function adjoins(text: Squeezed, index: number): boolean {
  return index > 0 && (text.at[index] ?? 0) - (text.at[index - 1] ?? 0) === 1;
}

function wordGoesOn(text: Squeezed, index: number): boolean {
  return (
    index < text.length && adjoins(text, index) && isWord(text.codes[index]) && isWord(text.codes[index - 1])
  );
}

/** Compares a form whose anchor stands at `at`. Takes time bounded by the form, never by the text. */
export function matchForm(
  form: Form,
  text: Squeezed,
  original: string,
  at: number,
  statuses: readonly Uint16Array[],
): FormMatch | undefined {
  if (form.classes !== undefined) return matchCode(form, text, original, at);
  if (wordGoesOn(text, at)) return undefined;
  const groups: Record<string, string> = {};
  let words = '';
  let index = at;
  let end = at;
  let found = 0;
  for (const [number, part] of form.parts.entries()) {
    if ('literal' in part) {
      const length = common(text, part.literal, index);
      found += length;
      if (length < part.literal.length) {
        const mark = cutAt(text, original, index + length);
        if (mark === null || found < leastOfCut) return undefined;
        end = Math.max(at + 1, length > 0 ? index + length : end);
        const shown = readable(original, text.at[at] ?? 0, (text.at[end - 1] ?? 0) + 1);
        return { start: at, end, text: `${shown}…`, groups, cut: { found, mark } };
      }
      index += length;
      end = index;
      words += part.words;
      continue;
    }
    const following = form.parts[number + 1];
    const until = holeEnd(
      part.type,
      text,
      original,
      index,
      statuses,
      following && 'literal' in following ? following.literal : undefined,
    );
    if (until <= index) return undefined;
    const value = between(text, original, index, until, part.type);
    if (part.type !== 'gap') groups[part.name] = value;
    words += part.type === 'gap' ? ' ' : value;
    index = until;
    if (part.type !== 'text') end = index;
  }
  if (wordGoesOn(text, index)) return undefined;
  if (form.protocol !== undefined) {
    const before = original.slice(Math.max(0, (text.at[at] ?? 0) - 24), text.at[at]);
    const protocol = /(?:TLS|SSL)\s*[\d.]+(?=\s*$)/i.exec(before)?.[0];
    if (protocol !== undefined) {
      groups[form.protocol] = protocol.replace(/\s+/g, ' ');
      words = `${groups[form.protocol]} ${words.trimStart()}`;
    }
  }
  return { start: at, end, text: words.trim(), groups };
}

function matchCode(form: Form, text: Squeezed, original: string, at: number): FormMatch | undefined {
  if (!startsAt(text, form.anchor, at)) return undefined;
  const digit = text.codes[at - 1];
  if (digit === undefined || !form.classes?.includes(String.fromCharCode(digit))) return undefined;
  const end = at + form.anchor.length;
  if (isDigit(text.codes[end]) && adjoins(text, end)) return undefined;
  if (text.codes[end] === 46 && isDigit(text.codes[end + 1]) && adjoins(text, end + 1)) return undefined;
  const before = text.codes[at - 2];
  if (adjoins(text, at - 1) && (isWord(before) || before === 46)) return undefined;
  return {
    start: at - 1,
    end,
    text: between(text, original, end, tailEnd(text, original, end), 'text'),
    groups: {},
  };
}

function holeEnd(
  type: HoleType,
  text: Squeezed,
  original: string,
  from: number,
  statuses: readonly Uint16Array[],
  following: Uint16Array | undefined,
): number {
  if (type === 'text') return textEnd(text, original, from, following);
  if (type === 'gap') return gapEnd(text, from, following ?? new Uint16Array());
  if (type === 'status') {
    const known = statuses.find(
      (name) => startsAt(text, name, from) && !wordGoesOn(text, from + name.length),
    );
    if (known) return from + known.length;
  }
  const most = from + (type === 'number' ? 5 : type === 'host' ? 255 : 64);
  let wraps = 0;
  let end = from;
  while (end < text.length && end < most && fits(type, text.codes[end])) {
    if (end > from && !adjoins(text, end)) {
      // A wrap may cut a host name in two; then its other half is followed by what the form expects.
      if (type !== 'host' || !following || startsAt(text, following, end) || ++wraps > 2) break;
      if (!original.slice(text.at[end - 1], text.at[end]).includes('\n')) break;
    }
    end++;
  }
  return end;
}

function fits(type: HoleType, code: number | undefined): boolean {
  if (code === undefined) return false;
  if (type === 'number') return isDigit(code);
  if (isWord(code) || code === 95) return true;
  // . : - *
  return type === 'host' && (code === 46 || code === 58 || code === 45 || code === 42);
}

function textEnd(text: Squeezed, original: string, from: number, following: Uint16Array | undefined): number {
  if (!following) return tailEnd(text, original, from);
  const last = Math.min(text.length, from + longestText);
  for (let end = from; end < last; end++) {
    if (text.codes[end] === following[0] && startsAt(text, following, end)) return end;
  }
  return -1;
}

/** Where the number of an event begins: after a label or a separator, and never inside a date. */
function gapEnd(text: Squeezed, from: number, number: Uint16Array): number {
  const last = Math.min(text.length, from + longestGap);
  for (let end = from + 1; end < last; end++) {
    if (text.codes[end] !== number[0] || !startsAt(text, number, end)) continue;
    const before = String.fromCharCode(text.codes[end - 2] ?? 0, text.codes[end - 1] ?? 0);
    const after = String.fromCharCode(text.codes[end + number.length] ?? 0);
    if (/[:,;>|="']$|id$/.test(before) && !/[-/.\d]/.test(adjoins(text, end + number.length) ? after : ''))
      return end;
  }
  return -1;
}

/** Where a value at the end of a literal ends: at a delimiter, at the end of its line, or after 200 characters. */
function tailEnd(text: Squeezed, original: string, from: number): number {
  const last = Math.min(text.length, from + longestTail);
  for (let end = from; end < last; end++) {
    if (delimiters.includes(String.fromCharCode(text.codes[end] ?? 0))) return end;
    if (end > from && !adjoins(text, end) && /\n/.test(original.slice(text.at[end - 1], text.at[end])))
      return end;
  }
  return last;
}

function between(text: Squeezed, original: string, from: number, to: number, type: HoleType): string {
  if (to <= from) return '';
  const value = readable(original, text.at[from] ?? 0, (text.at[to - 1] ?? 0) + 1);
  return type === 'text' ? value.replace(/[.,;\s]+$/, '') : value.replaceAll(' ', '');
}
