// Turns the bytes of a file into text, whatever of UTF-8 and UTF-16 it is, with a mark or without, piece by piece.

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** So many bytes tell UTF-16 without a mark from UTF-8. */
const probeSize = 1024;
/** ASCII in UTF-16 has a zero byte in every character: at the odd place for little-endian, at the even for big-endian. */
const zeroShare = 0.3;

/** A byte that fits nothing becomes U+FFFD, so it stays visible and nothing throws. The mark is taken away. */
export class ByteDecoder {
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  #pending: Uint8Array[] = [];
  #pendingLength = 0;
  #encoding: TextEncodingName = 'utf-8';
  #invalid = 0;

  get encoding(): TextEncodingName {
    return this.#encoding;
  }

  /** Characters that stand for bytes that could not be read. */
  get invalid(): number {
    return this.#invalid;
  }

  /** The text that is certain so far; empty until enough bytes are there to tell the encoding. */
  push(bytes: Uint8Array): string {
    if (this.#decoder !== null) return this.#count(this.#decoder.decode(bytes, { stream: true }));
    this.#pending.push(bytes.slice());
    this.#pendingLength += bytes.length;
    return this.#pendingLength < probeSize ? '' : this.#begin(true);
  }

  finish(): string {
    if (this.#decoder === null) return this.#begin(false);
    return this.#count(this.#decoder.decode());
  }

  #begin(more: boolean): string {
    const bytes = joined(this.#pending, this.#pendingLength);
    this.#pending = [];
    this.#encoding = encodingOf(bytes);
    this.#decoder = new TextDecoder(this.#encoding, { fatal: false });
    return this.#count(this.#decoder.decode(bytes, { stream: more }));
  }

  #count(text: string): string {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) this.#invalid++;
    return text;
  }
}

/** By its mark, or by where its zero bytes are. */
function encodingOf(bytes: Uint8Array): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, probeSize) & ~1;
  if (length < 4) return 'utf-8';
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * zeroShare && even <= pairs * 0.05) return 'utf-16le';
  if (even > pairs * zeroShare && odd <= pairs * 0.05) return 'utf-16be';
  return 'utf-8';
}

/** For what is at hand as a whole. */
export function decodeBytes(bytes: Uint8Array): {
  text: string;
  encoding: TextEncodingName;
  invalid: number;
} {
  const decoder = new ByteDecoder();
  const text = decoder.push(bytes) + decoder.finish();
  return { text, encoding: decoder.encoding, invalid: decoder.invalid };
}

export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const only = chunks[0];
  if (chunks.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
