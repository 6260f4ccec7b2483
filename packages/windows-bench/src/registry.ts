// Turns a plain description of registry keys into the text of a .reg file, and writes such files as regedit reads them.

/** A value with its kind named, for what a plain number, text or list cannot say. */
export type RegistryValue =
  | { readonly kind: 'REG_SZ' | 'REG_EXPAND_SZ'; readonly data: string }
  | { readonly kind: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly kind: 'REG_DWORD'; readonly data: number }
  | { readonly kind: 'REG_QWORD'; readonly data: bigint }
  | { readonly kind: 'REG_BINARY' | 'REG_NONE'; readonly data: Uint8Array };

/**
 * Values of one key by name (`''` is the default value). A number is a REG_DWORD, a text a REG_SZ, a list a
 * REG_MULTI_SZ; null deletes the value.
 */
export type RegistryKey = Readonly<
  Record<string, number | string | readonly string[] | RegistryValue | null>
>;

/**
 * Keys by full path (`HKLM\…` or the long name), written in this order; null deletes a key with all below it.
 * Names go through as they are, blanks at their ends, commas and every alphabet included.
 */
export type RegistryDescription = Readonly<Record<string, RegistryKey | null>>;

const HIVES: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKCC: 'HKEY_CURRENT_CONFIG',
};

/** The text of the .reg file that brings a registry into the described state. */
export function toRegFile(description: RegistryDescription): string {
  const lines = ['Windows Registry Editor Version 5.00', ''];
  for (const [path, values] of Object.entries(description)) {
    const key = fullPath(path);
    if (values === null) {
      lines.push(`[-${key}]`, '');
      continue;
    }
    lines.push(`[${key}]`);
    for (const [name, value] of Object.entries(values)) {
      lines.push(`${name === '' ? '@' : quoted(name)}=${data(value)}`);
    }
    lines.push('');
  }
  return lines.join('\r\n');
}

/** The bytes of a .reg file: UTF-16, little end first, with its mark, as regedit itself writes it. */
export function encodeRegFile(text: string): Uint8Array {
  return Buffer.from(text.startsWith('\uFEFF') ? text : `\uFEFF${text}`, 'utf16le');
}

function fullPath(path: string): string {
  const [hive = '', ...rest] = path.split('\\');
  const long = HIVES[hive.toUpperCase()] ?? hive;
  if (!Object.values(HIVES).includes(long)) throw new Error(`The path starts with no known hive: ${path}`);
  if (/[\r\n\0]/.test(path))
    throw new Error(`A .reg file cannot hold this key name: ${JSON.stringify(path)}`);
  return [long, ...rest].join('\\');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function data(value: RegistryKey[string]): string {
  if (value === null) return '-';
  if (typeof value === 'number') return dword(value);
  if (typeof value === 'string') return text(value);
  if (isTexts(value)) return multi(value);
  switch (value.kind) {
    case 'REG_SZ':
      return text(value.data);
    case 'REG_EXPAND_SZ':
      return hex(2, utf16(value.data));
    case 'REG_MULTI_SZ':
      return multi(value.data);
    case 'REG_DWORD':
      return dword(value.data);
    case 'REG_QWORD':
      return hex(11, qword(value.data));
    case 'REG_BINARY':
      return hex(3, value.data);
    case 'REG_NONE':
      return hex(0, value.data);
  }
}

// Array.isArray does not narrow a readonly list.
const isTexts = (value: readonly string[] | RegistryValue): value is readonly string[] =>
  Array.isArray(value);

function dword(value: number): string {
  if (!Number.isInteger(value) || value < -0x8000_0000 || value > 0xffff_ffff) {
    throw new Error(`${value} does not fit into a REG_DWORD.`);
  }
  return `dword:${(value >>> 0).toString(16).padStart(8, '0')}`;
}

// Line breaks would end the line of the file: such texts go as bytes.
const text = (value: string): string => (/[\r\n\0]/.test(value) ? hex(1, utf16(value)) : quoted(value));
const multi = (values: readonly string[]): string => hex(7, utf16(values.map((one) => `${one}\0`).join('')));
const utf16 = (value: string): Uint8Array => Buffer.from(`${value}\0`, 'utf16le');

function qword(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  return bytes;
}

function hex(kind: number, bytes: Uint8Array): string {
  return `hex(${kind.toString(16)}):${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}
