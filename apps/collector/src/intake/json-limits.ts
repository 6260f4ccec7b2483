// Counts how deep a JSON text nests and how many values it holds without building them, so that a hostile text costs one walk.

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * Names and values in a JSON text, or null when it nests deeper than `maxDepth`. Exact for valid JSON up to empty lists
 * and objects, which count one too many; for anything else it is only bounded, and parsing refuses it.
 */
export function countJsonValues(text: Uint8Array, maxDepth: number): number | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === quote) at = closingQuote(text, at);
    else if (byte === comma || byte === colon) values += 1;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      values += 1;
      if (depth > maxDepth) return null;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  return values;
}

/** Index of the quote that ends the string begun at `from`; the text's length when none does. */
function closingQuote(text: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return text.length;
    let escapes = 0;
    while (text[at - 1 - escapes] === backslash) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
}
