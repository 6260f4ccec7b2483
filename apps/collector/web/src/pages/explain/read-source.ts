// Reads pasted text and files of any size in the browser, in pieces, so that the page stays alive meanwhile.
import { EvidenceReader, type SourceEvidence } from '@mailflow-tls/core/evidence';

/** Bytes that are read between two looks at the clock. */
const pieceSize = 64 * 1024;
/** Milliseconds of work after which the page may breathe. */
const longestWork = 12;

export interface Reading {
  /** Called with the bytes that were read since the last call. */
  onProgress?: (bytes: number) => void;
  signal: AbortSignal;
}

/** Fails when the file cannot be read, and with the signal's reason when it is no longer wanted. */
export async function readFile(file: Blob, name: string, reading: Reading): Promise<SourceEvidence> {
  const reader = new EvidenceReader({ source: name });
  const breathe = breather(reading.signal);
  const stream = file.stream().getReader();
  try {
    for (let read = await stream.read(); !read.done; read = await stream.read()) {
      const bytes: Uint8Array = read.value;
      for (let at = 0; at < bytes.length; at += pieceSize) {
        const piece = bytes.subarray(at, at + pieceSize);
        reader.push(piece);
        reading.onProgress?.(piece.length);
        await breathe();
      }
    }
  } finally {
    await stream.cancel().catch(() => undefined);
  }
  return reader.finish();
}

export async function readPasted(text: string, name: string, reading: Reading): Promise<SourceEvidence> {
  const reader = new EvidenceReader({ source: name });
  const breathe = breather(reading.signal);
  for (let at = 0; at < text.length; at += pieceSize) {
    reader.pushText(text.slice(at, at + pieceSize));
    await breathe();
  }
  return reader.finish();
}

function breather(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - since < longestWork) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    since = performance.now();
  };
}
