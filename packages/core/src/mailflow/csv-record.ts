// Splits one record of comma-separated fields (RFC 4180 quoting) into ranges of bytes; reads single fields as text.
import { textOf } from './byte-text.ts';

const comma = 0x2c;
const quote = 0x22;

/**
 * Where the field that begins at `from` ends: the position of its comma, or `to`. Within quotes commas do not count;
 * a quote that is never closed runs to the end of the record, as in a record that was cut.
 */
export function fieldEnd(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  if (bytes[i] === quote) {
    i++;
    while (i < to) {
      if (bytes[i] === quote) {
        if (bytes[i + 1] !== quote || i + 1 >= to) break;
        i++;
      }
      i++;
    }
  }
  while (i < to && bytes[i] !== comma) i++;
  return i;
}

/** Start and end of each field, in pairs, written into `ranges`; the number of fields, at most half its length. */
export function splitRecord(bytes: Uint8Array, from: number, to: number, ranges: Int32Array): number {
  const most = ranges.length >> 1;
  let count = 0;
  let start = from;
  while (count < most) {
    const end = fieldEnd(bytes, start, to);
    ranges[count * 2] = start;
    ranges[count * 2 + 1] = end;
    count++;
    if (end >= to) break;
    start = end + 1;
  }
  return count;
}

/** A field's text, without its quotes and with doubled quotes made single. */
export function fieldText(bytes: Uint8Array, from: number, to: number): string {
  if (bytes[from] !== quote) return textOf(bytes, from, to);
  const isClosed = to - from >= 2 && bytes[to - 1] === quote;
  const text = textOf(bytes, from + 1, isClosed ? to - 1 : to);
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}
