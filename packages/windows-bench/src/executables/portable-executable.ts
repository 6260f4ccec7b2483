// Writes small 64-bit Windows programs: a few instructions, their imports and a version resource (Microsoft, PE Format).
import { resourceSection, type VersionInfo } from './version-resource.ts';

const FILE_ALIGNMENT = 0x200;
const SECTION_ALIGNMENT = 0x1000;
const IMAGE_BASE = 0x1_4000_0000n;
const TEXT = 0x1000;
const IMPORTS = 0x2000;
const RESOURCES = 0x3000;

/** Where the code finds the address of an imported function, and a text; distances from the start of the image. */
export type Addresses = {
  readonly of: (functionName: string) => number;
  readonly texts: readonly number[];
};

/** A program of a few instructions. */
export type Program = {
  /** Names of imported functions by library. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Texts that the code points to; stored as UTF-16 with a zero at the end. */
  readonly texts: readonly string[];
  /** The instructions; they are placed at 0x1000. */
  readonly code: (addresses: Addresses) => Uint8Array;
  readonly version?: VersionInfo;
};

/** A program that ends at once with code 0, for files of which only the version is read. */
export const EMPTY_PROGRAM: Program = {
  imports: { 'KERNEL32.dll': ['ExitProcess'] },
  texts: [],
  // sub rsp, 28h; xor ecx, ecx; call [ExitProcess]
  code: ({ of }) =>
    Buffer.concat([Buffer.from('4883ec2831c9', 'hex'), callImport(TEXT + 6, of('ExitProcess'))]),
};

/** `call` through an import, for an instruction at this address. */
export function callImport(at: number, target: number): Buffer {
  const call = Buffer.from([0xff, 0x15, 0, 0, 0, 0]);
  call.writeInt32LE(target - (at + call.length), 2);
  return call;
}

/** The bytes of the .exe file. */
export function makeExecutable(program: Program): Uint8Array {
  const imports = importSection(program);
  const sections = [
    { name: '.text', address: TEXT, data: Buffer.from(program.code(imports.addresses)), flags: 0x6000_0020 },
    { name: '.idata', address: IMPORTS, data: imports.data, flags: 0xc000_0040 },
  ];
  const resources = program.version === undefined ? undefined : resourceSection(program.version, RESOURCES);
  if (resources !== undefined)
    sections.push({ name: '.rsrc', address: RESOURCES, data: resources, flags: 0x4000_0040 });

  const header = Buffer.alloc(up(0x80 + 24 + 240 + 40 * sections.length, FILE_ALIGNMENT));
  header.write('MZ', 0, 'latin1');
  header.writeUInt32LE(0x80, 0x3c);
  header.write('PE\0\0', 0x80, 'latin1');
  writeFileHeader(header.subarray(0x84), sections.length);
  writeOptionalHeader(
    header.subarray(0x98),
    header.length,
    up((sections.at(-1)?.address ?? 0) + 1, SECTION_ALIGNMENT) + SECTION_ALIGNMENT,
  );
  const directories = header.subarray(0x98 + 112);
  directories.writeUInt32LE(IMPORTS, 8);
  directories.writeUInt32LE(imports.directorySize, 12);
  if (resources !== undefined) {
    directories.writeUInt32LE(RESOURCES, 16);
    directories.writeUInt32LE(resources.length, 20);
  }

  const bodies: Buffer[] = [];
  let position = header.length;
  for (const [index, section] of sections.entries()) {
    const body = Buffer.alloc(up(section.data.length, FILE_ALIGNMENT));
    section.data.copy(body);
    bodies.push(body);
    const entry = header.subarray(0x98 + 240 + 40 * index);
    entry.write(section.name, 0, 'latin1');
    entry.writeUInt32LE(section.data.length, 8);
    entry.writeUInt32LE(section.address, 12);
    entry.writeUInt32LE(body.length, 16);
    entry.writeUInt32LE(position, 20);
    entry.writeUInt32LE(section.flags, 36);
    position += body.length;
  }
  return Buffer.concat([header, ...bodies]);
}

const up = (value: number, step: number): number => Math.ceil(value / step) * step;

function writeFileHeader(header: Buffer, sections: number): void {
  header.writeUInt16LE(0x8664, 0);
  header.writeUInt16LE(sections, 2);
  header.writeUInt16LE(240, 16);
  // Executable, larger addresses than 2 GB.
  header.writeUInt16LE(0x22, 18);
}

function writeOptionalHeader(header: Buffer, headerSize: number, imageSize: number): void {
  header.writeUInt16LE(0x20b, 0);
  header.writeUInt32LE(TEXT, 16);
  header.writeUInt32LE(TEXT, 20);
  header.writeBigUInt64LE(IMAGE_BASE, 24);
  header.writeUInt32LE(SECTION_ALIGNMENT, 32);
  header.writeUInt32LE(FILE_ALIGNMENT, 36);
  // Needs Windows 6.0 or later, runs without a window of its own (console subsystem).
  header.writeUInt16LE(6, 40);
  header.writeUInt16LE(6, 48);
  header.writeUInt32LE(imageSize, 56);
  header.writeUInt32LE(headerSize, 60);
  header.writeUInt16LE(3, 68);
  header.writeBigUInt64LE(0x10_0000n, 72);
  header.writeBigUInt64LE(0x1000n, 80);
  header.writeBigUInt64LE(0x10_0000n, 88);
  header.writeBigUInt64LE(0x1000n, 96);
  header.writeUInt32LE(16, 108);
}

/** Import directory (one entry a library), their lookup and address tables, names and texts, one behind the other. */
function importSection(program: Program): { data: Buffer; addresses: Addresses; directorySize: number } {
  const libraries = Object.entries(program.imports);
  const directorySize = (libraries.length + 1) * 20;
  let end = directorySize;
  const pieces: { at: number; bytes: Buffer }[] = [];
  const place = (bytes: Buffer): number => {
    const at = end;
    pieces.push({ at, bytes });
    end = up(at + bytes.length, 8);
    return at;
  };
  const directory = Buffer.alloc(directorySize);
  const tables = new Map<string, number>();
  for (const [index, [library, functions]] of libraries.entries()) {
    const names = functions.map((name) => IMPORTS + place(Buffer.from(`\0\0${name}\0`, 'latin1')));
    const table = Buffer.alloc((functions.length + 1) * 8);
    for (const [position, name] of names.entries()) table.writeUInt32LE(name, position * 8);
    const entry = directory.subarray(index * 20);
    entry.writeUInt32LE(IMPORTS + place(table), 0);
    entry.writeUInt32LE(IMPORTS + place(Buffer.from(`${library}\0`, 'latin1')), 12);
    const addressTable = IMPORTS + place(Buffer.from(table));
    entry.writeUInt32LE(addressTable, 16);
    for (const [position, name] of functions.entries()) tables.set(name, addressTable + position * 8);
  }
  const texts = program.texts.map((text) => IMPORTS + place(Buffer.from(`${text}\0`, 'utf16le')));

  const data = Buffer.alloc(end);
  directory.copy(data);
  for (const { at, bytes } of pieces) bytes.copy(data, at);
  const of = (name: string): number => {
    const address = tables.get(name);
    if (address === undefined) throw new Error(`The program does not import ${name}.`);
    return address;
  };
  return { data, addresses: { of, texts }, directorySize };
}
