// Reads the container of Outlook's .msg files (MS-CFB): named streams in folders. Bounded, never throws.

export type Stream = {
  /** Names of the folders and of the stream, from the outermost. */
  readonly path: readonly string[];
  read(): Uint8Array;
};

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const endOfChain = 0xfffffffe;
const noEntry = 0xffffffff;
const entrySize = 128;
const mostEntries = 65_536;
const deepest = 16;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && signature.every((byte, index) => bytes[index] === byte);
}

type Entry = {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
};

/** All streams; null when it is no such file or its tables are broken. */
export function readCompoundFile(bytes: Uint8Array): Stream[] | null {
  if (!isCompoundFile(bytes)) return null;
  const file = new CompoundFile(bytes);
  return file.streams();
}

class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #miniSize: number;
  readonly #cutoff: number;
  readonly #fat: Uint32Array;
  readonly #entries: Entry[];
  #mini: { fat: Uint32Array; data: Uint8Array } | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorSize = 1 << Math.min(16, Math.max(7, this.#view.getUint16(30, true)));
    this.#miniSize = 1 << Math.min(16, Math.max(4, this.#view.getUint16(32, true)));
    this.#cutoff = this.#view.getUint32(56, true);
    this.#fat = this.#readFat();
    this.#entries = this.#readEntries();
  }

  streams(): Stream[] | null {
    const root = this.#entries[0];
    if (root === undefined || root.type !== 5) return null;
    const found: Stream[] = [];
    const seen = new Set<number>([0]);
    const open: { index: number; path: readonly string[] }[] = [{ index: root.child, path: [] }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const entry = this.#entries[next.index];
      if (entry === undefined || seen.has(next.index)) continue;
      seen.add(next.index);
      const path = [...next.path, entry.name];
      open.push({ index: entry.left, path: next.path }, { index: entry.right, path: next.path });
      if (entry.type === 2) found.push({ path, read: () => this.#streamOf(entry) });
      else if (entry.type === 1 && path.length < deepest) open.push({ index: entry.child, path });
    }
    return found;
  }

  #readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let at = 0; at < 109; at++) sectors.push(this.#view.getUint32(76 + at * 4, true));
    const perSector = this.#sectorSize / 4;
    let next = this.#view.getUint32(68, true);
    const limit = Math.ceil(this.#bytes.length / this.#sectorSize);
    for (let count = 0; next < endOfChain && count < limit; count++) {
      const at = (next + 1) * this.#sectorSize;
      if (at + this.#sectorSize > this.#bytes.length) break;
      for (let index = 0; index < perSector - 1; index++)
        sectors.push(this.#view.getUint32(at + index * 4, true));
      next = this.#view.getUint32(at + (perSector - 1) * 4, true);
    }
    const used = sectors.filter((sector) => sector < limit).slice(0, limit);
    const fat = new Uint32Array(used.length * perSector);
    for (const [index, sector] of used.entries()) {
      const at = (sector + 1) * this.#sectorSize;
      for (let slot = 0; slot < perSector; slot++) {
        const offset = at + slot * 4;
        fat[index * perSector + slot] =
          offset + 4 <= this.#bytes.length ? this.#view.getUint32(offset, true) : noEntry;
      }
    }
    return fat;
  }

  #readEntries(): Entry[] {
    const bytes = this.#chain(this.#view.getUint32(48, true), mostEntries * entrySize);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + entrySize <= bytes.length; at += entrySize) {
      const length = Math.min(64, view.getUint16(at + 64, true));
      entries.push({
        name: utf16(bytes.subarray(at, at + Math.max(0, length - 2))),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  #streamOf(entry: Entry): Uint8Array {
    const size = Math.min(entry.size, this.#bytes.length);
    if (size >= this.#cutoff) return this.#chain(entry.start, size);
    const { fat, data } = this.#miniPart();
    const bytes = new Uint8Array(size);
    let sector = entry.start;
    for (let at = 0; at < size && sector < endOfChain; at += this.#miniSize) {
      const from = sector * this.#miniSize;
      const piece = data.subarray(from, from + Math.min(this.#miniSize, size - at));
      if (piece.length === 0) break;
      bytes.set(piece, at);
      sector = fat[sector] ?? noEntry;
    }
    return bytes;
  }

  #miniPart(): { fat: Uint32Array; data: Uint8Array } {
    if (this.#mini === null) {
      const table = this.#chain(this.#view.getUint32(60, true), this.#bytes.length);
      const fat = new Uint32Array(table.length >> 2);
      const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
      for (let index = 0; index < fat.length; index++) fat[index] = view.getUint32(index * 4, true);
      const root = this.#entries[0];
      this.#mini = {
        fat,
        data: root ? this.#chain(root.start, Math.min(root.size, this.#bytes.length)) : table,
      };
    }
    return this.#mini;
  }

  /** Follows sectors to their end; a chain that runs in a circle ends with the size of the file. */
  #chain(start: number, most: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const limit = Math.min(most, this.#bytes.length);
    for (let sector = start; sector < endOfChain && length < limit; sector = this.#fat[sector] ?? noEntry) {
      const at = (sector + 1) * this.#sectorSize;
      const piece = this.#bytes.subarray(at, Math.min(at + this.#sectorSize, at + limit - length));
      if (piece.length === 0) break;
      pieces.push(piece);
      length += piece.length;
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}

function utf16(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le', { fatal: false }).decode(bytes);
}
