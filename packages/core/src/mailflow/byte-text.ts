// Bytes to text, UTF-8 with invalid bytes replaced, and bytes compared without making them text.

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

/**
 * Whether two ranges hold the same bytes. Eight at a time, as numbers; the end first, for names and ids of one kind
 * differ there.
 */
export function sameBytes(a: DataView, aFrom: number, b: DataView, bFrom: number, length: number): boolean {
  if (length < 8) {
    for (let i = 0; i < length; i++) if (a.getUint8(aFrom + i) !== b.getUint8(bFrom + i)) return false;
    return true;
  }
  const last = length - 8;
  if (!isSameWord(a, aFrom + last, b, bFrom + last)) return false;
  for (let i = 0; i < last; i += 8) if (!isSameWord(a, aFrom + i, b, bFrom + i)) return false;
  return true;
}

function isSameWord(a: DataView, aFrom: number, b: DataView, bFrom: number): boolean {
  const low = a.getInt32(aFrom, true) ^ b.getInt32(bFrom, true);
  const high = a.getInt32(aFrom + 4, true) ^ b.getInt32(bFrom + 4, true);
  return (low | high) === 0;
}

/** Copies a short range, without the views that `set` would need; up to three bytes more may be written. */
export function copyBytes(
  to: DataView,
  toFrom: number,
  from: DataView,
  fromFrom: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 4) to.setInt32(toFrom + i, from.getInt32(fromFrom + i, true), true);
}
