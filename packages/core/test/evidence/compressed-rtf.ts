// Writes compressed RTF for tests: with literals alone, which every reader must take, or stored as it is.

export function compressedRtf(text: string, { isStored = false }: { isStored?: boolean } = {}): Uint8Array {
  const content: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isStored && at % 8 === 0) content.push(0);
    content.push(text.charCodeAt(at));
  }
  const bytes = new Uint8Array(16 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length + 12, true);
  view.setUint32(4, text.length, true);
  view.setUint32(8, isStored ? 0x414c454d : 0x75465a4c, true);
  bytes.set(content, 16);
  return bytes;
}
