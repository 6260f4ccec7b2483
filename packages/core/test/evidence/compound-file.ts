// Writes compound files for tests: folders and streams as Outlook's .msg has them, small streams in the mini part.

export type Folder = { readonly [name: string]: Folder | Uint8Array };

const sectorSize = 512;
const miniSize = 64;
const cutoff = 4096;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;

type Entry = { name: string; type: number; right: number; child: number; start: number; size: number };

export function compoundFile(root: Folder): Uint8Array {
  const entries: Entry[] = [];
  const big: { entry: Entry; bytes: Uint8Array }[] = [];
  const mini: number[] = [];
  const miniFat: number[] = [];
  const add = (name: string, item: Folder | Uint8Array, type: number): number => {
    const entry: Entry = { name, type, right: free, child: free, start: endOfChain, size: 0 };
    const index = entries.push(entry) - 1;
    if (item instanceof Uint8Array) {
      entry.size = item.length;
      if (item.length >= cutoff) big.push({ entry, bytes: item });
      else if (item.length > 0) {
        entry.start = miniFat.length;
        const sectors = Math.ceil(item.length / miniSize);
        for (let at = 1; at <= sectors; at++) miniFat.push(at === sectors ? endOfChain : entry.start + at);
        mini.push(...item, ...new Array(sectors * miniSize - item.length).fill(0));
      }
      return index;
    }
    let previous: Entry | null = null;
    for (const [childName, child] of Object.entries(item)) {
      const childIndex = add(childName, child, child instanceof Uint8Array ? 2 : 1);
      if (previous === null) entry.child = childIndex;
      else previous.right = childIndex;
      previous = entries[childIndex] ?? null;
    }
    return index;
  };
  add('Root Entry', root, 5);

  const fat: number[] = [];
  const sectors: Uint8Array[] = [];
  const store = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return endOfChain;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += sectorSize) {
      const sector = new Uint8Array(sectorSize);
      sector.set(bytes.subarray(at, at + sectorSize));
      sectors.push(sector);
      fat.push(at + sectorSize >= bytes.length ? endOfChain : sectors.length);
    }
    return first;
  };
  for (const { entry, bytes } of big) entry.start = store(bytes);
  const rootEntry = entries[0];
  if (rootEntry) {
    rootEntry.start = store(Uint8Array.from(mini));
    rootEntry.size = mini.length;
  }
  const miniFatStart = store(words(miniFat));
  const directory = new Uint8Array(Math.ceil(entries.length / 4) * 512);
  const view = new DataView(directory.buffer);
  for (const [index, entry] of entries.entries()) {
    const at = index * 128;
    for (const [place, character] of [...entry.name].entries())
      view.setUint16(at + place * 2, character.charCodeAt(0), true);
    view.setUint16(at + 64, entry.name.length * 2 + 2, true);
    view.setUint8(at + 66, entry.type);
    view.setUint32(at + 68, free, true);
    view.setUint32(at + 72, entry.right, true);
    view.setUint32(at + 76, entry.child, true);
    view.setUint32(at + 116, entry.start, true);
    view.setUint32(at + 120, entry.size, true);
  }
  const directoryStart = store(directory);
  const fatSectors = Math.ceil((fat.length + 2) / (sectorSize / 4 - 1));
  const fatStart = sectors.length;
  for (let at = 0; at < fatSectors; at++) fat.push(0xfffffffd);
  const table = words(fat, fatSectors * sectorSize);

  const file = new Uint8Array(sectorSize * (1 + sectors.length + fatSectors));
  const header = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.setUint16(26, 3, true);
  header.setUint16(28, 0xfffe, true);
  header.setUint16(30, 9, true);
  header.setUint16(32, 6, true);
  header.setUint32(44, fatSectors, true);
  header.setUint32(48, directoryStart, true);
  header.setUint32(56, cutoff, true);
  header.setUint32(60, miniFatStart, true);
  header.setUint32(68, endOfChain, true);
  for (let at = 0; at < 109; at++)
    header.setUint32(76 + at * 4, at < fatSectors ? fatStart + at : free, true);
  for (const [index, sector] of sectors.entries()) file.set(sector, (index + 1) * sectorSize);
  file.set(table, (fatStart + 1) * sectorSize);
  return file;
}

function words(values: readonly number[], size: number = values.length * 4): Uint8Array {
  const bytes = new Uint8Array(size).fill(0xff);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, true);
  return bytes;
}

export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}
