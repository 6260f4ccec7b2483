// Looks at a JSON text before and after it is parsed: how deeply it nests, and where exactly it breaks.

const quote = 0x22;
const backslash = 0x5c;

/**
 * Whether a text nests deeper than `limit`. Looks only at brackets outside strings, so it is cheap enough to run before
 * every parse; engines that parse by recursion would overflow their stack on a hostile text.
 */
export function nestsDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = closingQuote(text, at);
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** Index of the quote that ends the string begun at `from`; the text's length when none does. */
function closingQuote(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
}

export interface JsonError {
  /** Index of the first character that does not fit; the text's length when the text just ends too early. */
  position: number;
  /** From 1, as editors count. */
  line: number;
  column: number;
  /** The text is the beginning of valid JSON. */
  truncated: boolean;
}

const token =
  /[ \t\n\r]*(?:([{}[\],:])|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-]))|((?:true|false|null)(?!\w))|("))/y;
/** Bounded, so that a long string cannot exhaust the stack of an engine that matches by backtracking. */
const stringPart = /[^"\\\p{Cc}]{1,4096}|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;

/** What may come next: a value, a value or the end of a list, a key, a key or the end of an object, … */
type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/**
 * Where a text stops being JSON. Engines word and place this differently, or not at all, so it is found by reading
 * the text again; only called once parsing has failed. Null when the text is valid JSON.
 */
export function locateJsonError(text: string): JsonError | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const after = (): Expected => (open.length > 0 ? 'commaOrEnd' : 'nothing');
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) break;
    const [whole, mark, , , string] = match;
    const start = at + whole.length - (mark ?? string ?? '').length;
    const value: boolean = expected === 'value' || expected === 'valueOrEnd';
    const key: boolean = expected === 'key' || expected === 'keyOrEnd';
    if (mark === '{' && value) {
      open.push('}');
      expected = 'keyOrEnd';
    } else if (mark === '[' && value) {
      open.push(']');
      expected = 'valueOrEnd';
    } else if (mark !== undefined && mark === open.at(-1) && mayEnd(expected, mark)) {
      open.pop();
      expected = after();
    } else if (mark === ',' && expected === 'commaOrEnd') expected = open.at(-1) === '}' ? 'key' : 'value';
    else if (mark === ':' && expected === 'colon') expected = 'value';
    else if (string !== undefined && (value || key)) {
      const end = stringEnd(text, start);
      if (text[end] !== '"') return errorAt(text, end);
      expected = key ? 'colon' : after();
      at = end + 1;
      continue;
    } else if (mark === undefined && string === undefined && value) expected = after();
    else return errorAt(text, mark === undefined && string === undefined ? skipBlanks(text, at) : start);
    at += whole.length;
  }
  const rest = skipBlanks(text, at);
  if (rest === text.length && expected === 'nothing') return null;
  return errorAt(text, rest);
}

function mayEnd(expected: Expected, mark: string): boolean {
  return expected === 'commaOrEnd' || expected === (mark === '}' ? 'keyOrEnd' : 'valueOrEnd');
}

/** Index of the closing quote, or of the first character that may not stand in a string. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    stringPart.lastIndex = at;
    if (!stringPart.test(text)) return at;
    at = stringPart.lastIndex;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

const unfinished =
  /^(?:-|-?\d[\d.eE+-]*|t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?|\\(?:u[0-9a-fA-F]{0,3})?)$/;

function errorAt(text: string, position: number): JsonError {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const rest = text.slice(position, position + 40);
  return {
    position,
    line,
    column: position - before.lastIndexOf('\n'),
    truncated: rest === '' || (position + rest.length === text.length && unfinished.test(rest)),
  };
}
