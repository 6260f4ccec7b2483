// Takes a mail apart as far as a delivery report needs it: parts, their text, and the mails inside. Strict in bounds.
import { type Field, field, parameter, readFields } from './headers.ts';

export type MailPart = {
  /** `text/plain`, `message/delivery-status`; in lower case. */
  readonly type: string;
  readonly fields: readonly Field[];
  /** Decoded; of a part with parts, empty. */
  readonly text: string;
  readonly parts: readonly MailPart[];
};

const deepest = 8;
const mostParts = 200;

export function readMail(text: string): MailPart {
  return readPart(text, 'text/plain', 0, { left: mostParts });
}

function readPart(text: string, usual: string, depth: number, budget: { left: number }): MailPart {
  budget.left--;
  const { fields, end } = readFields(text, 0);
  const contentType = field(fields, 'content-type') ?? usual;
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const body = text.slice(end);
  const boundary = type.startsWith('multipart/') ? parameter(contentType, 'boundary') : null;
  if (boundary !== null && depth < deepest) {
    const usualPart = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const parts: MailPart[] = [];
    for (const piece of pieces(body, boundary)) {
      if (budget.left <= 0) break;
      parts.push(readPart(piece, usualPart, depth + 1, budget));
    }
    return { type, fields, text: '', parts };
  }
  const decoded = decodeBody(body, fields, contentType);
  if ((type === 'message/rfc822' || type === 'message/global') && depth < deepest && budget.left > 0)
    return { type, fields, text: '', parts: [readPart(decoded, 'text/plain', depth + 1, budget)] };
  return { type, fields, text: decoded, parts: [] };
}

/** What stands between the boundaries; a last part without its end is taken as it is. */
function* pieces(body: string, boundary: string): Generator<string> {
  const mark = `--${boundary}`;
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const after = body.slice(at + mark.length, at + mark.length + 3);
    const isEnd = after.startsWith('--');
    // A longer boundary that begins alike is another one.
    if (!isEnd && !/^[ \t\r\n]/.test(after) && after !== '') continue;
    if (start >= 0) yield body.slice(start, at).replace(/\r?\n$/, '');
    if (isEnd) return;
    const newline = body.indexOf('\n', at);
    start = newline < 0 ? body.length : newline + 1;
  }
  if (start >= 0) yield body.slice(start);
}

function decodeBody(body: string, fields: readonly Field[], contentType: string): string {
  const encoding = (field(fields, 'content-transfer-encoding') ?? '').trim().toLowerCase();
  const charset = parameter(contentType, 'charset') ?? 'utf-8';
  if (encoding === 'base64') return decodeBytes(fromBase64(body), charset);
  if (encoding === 'quoted-printable') return decodeBytes(fromQuotedPrintable(body), charset);
  return body;
}

function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: false }).decode(bytes);
  } catch {
    // A character set that nobody knows: the codes and literals are ASCII anyway.
    return new TextDecoder('utf-8', { fatal: false }).decode(bytes);
  }
}

/** Characters that are none of Base64 are stepped over, so that a damaged part still gives what is left. */
function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length >> 2) * 3 + 3);
  let length = 0;
  let bits = 0;
  let have = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = base64Digit(text.charCodeAt(at));
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    have += 6;
    if (have >= 8) {
      have -= 8;
      bytes[length++] = (bits >> have) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

function base64Digit(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43) return 62;
  return code === 47 ? 63 : -1;
}

/** Characters beyond a byte stand for themselves, in UTF-8. */
function fromQuotedPrintable(text: string): Uint8Array {
  const unwrapped = text.replace(/=[ \t]{0,20}\r?\n/g, '');
  const bytes = new TextEncoder().encode(unwrapped);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const value = byte === 0x3d ? hexPair(bytes[at + 1], bytes[at + 2]) : -1;
    if (value >= 0) at += 2;
    bytes[length++] = value >= 0 ? value : byte;
  }
  return bytes.subarray(0, length);
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const pair = String.fromCharCode(high ?? 0, low ?? 0);
  return /^[0-9A-Fa-f]{2}$/.test(pair) ? Number.parseInt(pair, 16) : -1;
}
