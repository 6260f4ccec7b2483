// Reads a text the way errors are compared: without blanks, wraps, doubled quotes and case, so that a line that a
// console or a bounce cut in two is still the same line.

/** Characters that count, and where each of them stands in the text it came from. */
export interface Squeezed {
  readonly codes: Uint16Array;
  /** Offset in the text of each code; one more at the end, the length of the text. */
  readonly at: Int32Array;
  readonly length: number;
}

const quote = 34;
const apostrophe = 39;
const equals = 61;
const backslash = 92;
const ampersand = 38;
const greater = 62;

const entities: readonly (readonly [string, number])[] = [
  ['&quot;', quote],
  ['&#34;', quote],
  ['&apos;', apostrophe],
  ['&#39;', apostrophe],
  ['&amp;', ampersand],
  ['&lt;', 60],
  ['&gt;', greater],
  ['&nbsp;', 0],
  ['&#160;', 0],
];

export function squeeze(text: string): Squeezed {
  const codes = new Uint16Array(text.length);
  const at = new Int32Array(text.length + 1);
  // Quoted-printable writes every equals sign as =3D; a text with bare ones (`LED=45…`) must be left as it is.
  const quotedPrintable = text.includes('=3D');
  let length = 0;
  let lineStart = true;
  for (let index = 0; index < text.length; index++) {
    const offset = index;
    let code = text.charCodeAt(index);
    if (code === 10 || code === 13) {
      lineStart = true;
      continue;
    }
    if (isBlank(code)) continue;
    if (code === greater && lineStart) continue; // the mark of a quoted mail
    if (code === equals) {
      const next = text.charCodeAt(index + 1);
      if (next === 10 || next === 13) continue;
      const decoded = quotedPrintable ? hexByte(text, index + 1) : -1;
      if (decoded >= 0) {
        index += 2;
        code = decoded;
        if (isBlank(code)) continue;
      }
    } else if (code === ampersand) {
      const entity = entities.find(([name]) => text.startsWith(name, index));
      if (entity) {
        index += entity[0].length - 1;
        code = entity[1];
        if (isBlank(code)) continue;
      }
    }
    lineStart = false;
    code = plain(code);
    if (code === backslash && text.charCodeAt(index + 1) === quote) continue;
    if ((code === quote || code === apostrophe) && length > 0 && codes[length - 1] === code) continue;
    codes[length] = code;
    at[length++] = offset;
  }
  at[length] = text.length;
  return { codes, at, length };
}

function isBlank(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0xad ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Lower case, and the plain form of what word processors and mail programs make of quotes and dashes. */
function plain(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 128) return code;
  if ((code >= 0x2018 && code <= 0x201b) || code === 0x2032) return apostrophe;
  if ((code >= 0x201c && code <= 0x201f) || code === 0xab || code === 0xbb) return quote;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return 45;
  if (code === 0xff1a) return 58;
  return code;
}

function hexByte(text: string, index: number): number {
  const high = hexDigit(text.charCodeAt(index));
  const low = hexDigit(text.charCodeAt(index + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 70 ? code - 55 : -1;
}

export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

/** A letter or a digit; letters beyond ASCII count, so that no word is cut inside. */
export function isWord(code: number | undefined): boolean {
  return code !== undefined && (isDigit(code) || (code >= 97 && code <= 122) || code > 127);
}

/** A piece of the original on one line: blanks and wraps become one blank, doubled quotes one quote. */
export function readable(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/=\r?\n/g, '')
    .replace(/\s+/g, ' ')
    .replace(/""+/g, '"')
    .trim();
}
