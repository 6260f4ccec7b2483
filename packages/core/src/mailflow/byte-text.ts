// Bytes to text: UTF-8 with invalid bytes replaced, and pure ASCII fast.

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** Text of a range; an invalid byte becomes U+FFFD, so nothing throws. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to));
}

/** Bytes of a text, for states that are kept as JSON. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

const encoder = new TextEncoder();
