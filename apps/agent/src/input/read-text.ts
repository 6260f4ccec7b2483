// Reads a text file whatever Windows program wrote it: UTF-8 or UTF-16, with or without a byte order mark.
import { open } from 'node:fs/promises';

export type TextFile =
  | { ok: true; text: string }
  | { ok: false; reason: 'notText' }
  | { ok: false; reason: 'tooLarge'; size: number };

/** Throws the system's error when the file cannot be read. Reads nothing of a file that is too large. */
export async function readTextFile(file: string, maxBytes: number): Promise<TextFile> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) return { ok: false, reason: 'tooLarge', size };
    return decode(await handle.readFile());
  } finally {
    await handle.close();
  }
}

/** The same for what comes in on standard input; stops reading at the limit. */
export async function readTextStream(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<TextFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) return { ok: false, reason: 'tooLarge', size };
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks));
}

function decode(bytes: Buffer): TextFile {
  try {
    return { ok: true, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: 'notText' };
  }
}

/** Windows PowerShell's `>` writes UTF-16; without a mark the zero byte beside the first ASCII character tells. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return 'utf-8';
}
