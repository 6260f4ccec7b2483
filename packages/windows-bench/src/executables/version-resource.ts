// Writes the version resource of a Windows program, from which its file version is read (Microsoft, VS_VERSIONINFO).

/** What the version resource says. */
export type VersionInfo = {
  /** Four numbers with dots, such as 15.1.2507.27. */
  readonly fileVersion: string;
  /** Texts such as ProductName; FileVersion and ProductVersion are added. */
  readonly texts?: Readonly<Record<string, string>>;
};

const ENGLISH_UNICODE = '040904B0';

/** The whole resource section, to be placed at this address of the image. */
export function resourceSection(info: VersionInfo, address: number): Buffer {
  const version = versionInfo(info);
  // Three levels of directories with one entry each: type 16 (version), name 1, language 0x409; then the data's place.
  const directories = Buffer.alloc(3 * 24 + 16);
  for (const [level, id] of [16, 1, 0x409].entries()) {
    const at = level * 24;
    directories.writeUInt16LE(1, at + 14);
    directories.writeUInt32LE(id, at + 16);
    directories.writeUInt32LE(level < 2 ? 0x8000_0000 + at + 24 : 72, at + 20);
  }
  directories.writeUInt32LE(address + directories.length, 72);
  directories.writeUInt32LE(version.length, 76);
  return Buffer.concat([directories, version]);
}

function versionInfo(info: VersionInfo): Buffer {
  const numbers = info.fileVersion.split('.').map(Number);
  if (
    numbers.length !== 4 ||
    numbers.some((number) => !Number.isInteger(number) || number < 0 || number > 0xffff)
  ) {
    throw new Error(`A file version is four numbers up to 65535: ${info.fileVersion}`);
  }
  const [major = 0, minor = 0, build = 0, revision = 0] = numbers;
  const fixed = Buffer.alloc(52);
  fixed.writeUInt32LE(0xfeef04bd, 0);
  fixed.writeUInt32LE(0x0001_0000, 4);
  for (const at of [8, 16]) {
    fixed.writeUInt32LE(((major << 16) | minor) >>> 0, at);
    fixed.writeUInt32LE(((build << 16) | revision) >>> 0, at + 4);
  }
  fixed.writeUInt32LE(0x3f, 24);
  fixed.writeUInt32LE(0x0004_0004, 32);
  fixed.writeUInt32LE(1, 36);

  const texts = { ...info.texts, FileVersion: info.fileVersion, ProductVersion: info.fileVersion };
  const strings = Object.entries(texts).map(([key, value]) => block(key, value, []));
  const translation = Buffer.from([0x09, 0x04, 0xb0, 0x04]);
  return block('VS_VERSION_INFO', fixed, [
    block('StringFileInfo', '', [block(ENGLISH_UNICODE, '', strings)]),
    block('VarFileInfo', '', [block('Translation', translation, [])]),
  ]);
}

/** Length, length of the value, kind (1 is text), key, value, children; each part on a boundary of four bytes. */
function block(key: string, value: string | Buffer, children: readonly Buffer[]): Buffer {
  const isText = typeof value === 'string';
  const bytes = isText ? Buffer.from(value === '' ? '' : `${value}\0`, 'utf16le') : value;
  const head = Buffer.alloc(6);
  let whole = padded(Buffer.concat([head, Buffer.from(`${key}\0`, 'utf16le')]));
  whole = Buffer.concat([whole, bytes]);
  for (const child of children) whole = Buffer.concat([padded(whole), child]);
  whole.writeUInt16LE(whole.length, 0);
  whole.writeUInt16LE(isText ? bytes.length / 2 : bytes.length, 2);
  whole.writeUInt16LE(isText ? 1 : 0, 4);
  return whole;
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
