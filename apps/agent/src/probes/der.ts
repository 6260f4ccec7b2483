// Reads DER, the form in which certificates are stored (ITU-T X.690).

export interface Der {
  tag: number;
  content: Buffer;
  /** Everything behind this element. */
  rest: Buffer;
}

/** @throws RangeError when the bytes end before the element does. */
export function readDer(bytes: Buffer): Der {
  const tag = bytes.readUInt8(0);
  const first = bytes.readUInt8(1);
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (lengthBytes > 4) throw new RangeError('DER element too long');
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  const start = 2 + lengthBytes;
  if (start + length > bytes.length) throw new RangeError('DER element cut off');
  return { tag, content: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

/** The elements that follow each other. */
export function readDerList(bytes: Buffer): Der[] {
  const list: Der[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const element = readDer(rest);
    list.push(element);
    rest = element.rest;
  }
  return list;
}

/** An object identifier in dotted form. */
export function readOid({ content }: Der): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(value);
    value = 0;
  }
  const [first = 0, ...others] = numbers;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...others].join('.');
}

/** UTCTime or GeneralizedTime as ISO 8601. */
export function readTime({ tag, content }: Der): string {
  const text = content.toString('latin1');
  const digits = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(digits) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toISOString();
}

/** A text in any of the alphabets that names in certificates use. */
export function readText({ tag, content }: Der): string {
  if (tag === 0x1e) return Buffer.from(content).swap16().toString('utf16le');
  return content.toString(tag === 0x0c ? 'utf8' : 'latin1');
}
