// Reads XML as far as exports of Windows need it: tags, attributes and text, in one pass, and never throws.

export type XmlTag = {
  /** Without a prefix of a name space. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: string;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
};

/** A tag may hold a `>` in a quoted value; so many are looked behind before the first one is taken. */
const mostInQuotes = 8;

/** The next tag from `from` on; comments, declarations and instructions are stepped over. Null: none that is whole. */
export function nextTag(text: string, from: number): XmlTag | null {
  let start = text.indexOf('<', from);
  while (start >= 0) {
    const next = text.charCodeAt(start + 1);
    if (next === 0x21 || next === 0x3f) {
      const end = specialEnd(text, start);
      if (end < 0) return null;
      start = text.indexOf('<', end);
      continue;
    }
    const isClose = next === 0x2f;
    const nameStart = isClose ? start + 2 : start + 1;
    let nameEnd = nameStart;
    while (isNameCharacter(text.charCodeAt(nameEnd))) nameEnd++;
    if (nameEnd === nameStart) {
      start = text.indexOf('<', start + 1);
      continue;
    }
    const close = tagEnd(text, nameEnd);
    if (close < 0) return null;
    const inner = text.indexOf('<', nameEnd);
    if (inner >= 0 && inner < close) {
      // A tag that was cut: the one behind it is whole.
      start = inner;
      continue;
    }
    const isEmpty = !isClose && text.charCodeAt(close - 1) === 0x2f;
    const name = text.slice(nameStart, nameEnd);
    return {
      name: name.slice(name.indexOf(':') + 1),
      kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
      attributes: text.slice(nameEnd, isEmpty ? close - 1 : close),
      start,
      end: close + 1,
    };
  }
  return null;
}

function specialEnd(text: string, start: number): number {
  const [mark, length] = text.startsWith('<!--', start)
    ? ['-->', 3]
    : text.startsWith('<![CDATA[', start)
      ? [']]>', 3]
      : ['>', 1];
  const end = text.indexOf(mark, start + 2);
  return end < 0 ? -1 : end + length;
}

function tagEnd(text: string, from: number): number {
  const first = text.indexOf('>', from);
  let end = first;
  let isQuoted = hasOddQuotes(text, from, first);
  for (let tries = 0; isQuoted && end >= 0 && tries < mostInQuotes; tries++) {
    const next = text.indexOf('>', end + 1);
    if (next < 0 || next - from > 4096) return first;
    isQuoted = isQuoted !== hasOddQuotes(text, end + 1, next);
    end = next;
  }
  return isQuoted ? first : end;
}

function hasOddQuotes(text: string, from: number, to: number): boolean {
  let isOdd = false;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x22) isOdd = !isOdd;
  return isOdd;
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x3a ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2e
  );
}

/** The value of an attribute; null where there is none. */
export function attribute(tag: XmlTag, name: string): string | null {
  const { attributes } = tag;
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && !isBlank(attributes.charCodeAt(at - 1))) continue;
    let next = at + name.length;
    while (isBlank(attributes.charCodeAt(next))) next++;
    if (attributes[next] !== '=') continue;
    next++;
    while (isBlank(attributes.charCodeAt(next))) next++;
    const quote = attributes[next];
    if (quote !== '"' && quote !== "'") continue;
    const end = attributes.indexOf(quote, next + 1);
    return xmlText(attributes.slice(next + 1, end < 0 ? attributes.length : end));
  }
  return null;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was before it was put into XML. */
export function xmlText(text: string): string {
  const plain = text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[|\]\]>/g, '') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
