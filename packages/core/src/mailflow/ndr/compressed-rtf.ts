// Unpacks the compressed RTF in which Outlook keeps the body of a mail (MS-OXRTFCP). Bounded, never throws.

/** What every body begins with, so that short ones compress as well (MS-OXRTFCP 2.1.2.1). */
const beginning =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const headerSize = 16;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;
const dictionarySize = 4096;

/** One character a byte. Null: nothing of the kind. A stream that is cut gives what came before the cut. */
export function unpackRtf(bytes: Uint8Array, most: number): string | null {
  if (bytes.length < headerSize) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = view.getUint32(8, true);
  const size = Math.min(view.getUint32(4, true), most);
  const end = Math.min(bytes.length, view.getUint32(0, true) + 4);
  if (type === uncompressed) return latin1(bytes.subarray(headerSize, Math.min(end, headerSize + size)));
  if (type !== compressed) return null;
  return latin1(inflate(bytes.subarray(headerSize, end), size));
}

function inflate(bytes: Uint8Array, size: number): Uint8Array {
  const dictionary = new Uint8Array(dictionarySize);
  for (let at = 0; at < beginning.length; at++) dictionary[at] = beginning.charCodeAt(at);
  // A reference of two bytes gives at most 17: a size that promises more is not believed.
  const out = new Uint8Array(Math.min(size, bytes.length * 9));
  let length = 0;
  let write = beginning.length;
  const put = (byte: number): void => {
    out[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % dictionarySize;
  };
  for (let at = 0; at < bytes.length && length < out.length; ) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && length < out.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      if (at + 1 >= bytes.length) return out.subarray(0, length);
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      if (from === write) return out.subarray(0, length);
      const count = (reference & 15) + 2;
      for (let index = 0; index < count && length < out.length; index++)
        put(dictionary[(from + index) % dictionarySize] ?? 0);
    }
  }
  return out.subarray(0, length);
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
