// Reads the text that `reg.exe export` writes: the same in every language of Windows, and Unicode.

export type RegistryData = string | number | readonly string[];

const entry = /^(?:@|"((?:[^"\\]|\\.)*)")=(.*)$/s;

/** The values of exactly one key by lower-case name. Kinds that no setting has are left out. */
export function valuesOfKey(text: string, key: string): Map<string, RegistryData> {
  const wanted = `[${key.replace(/^HKLM\\/i, 'HKEY_LOCAL_MACHINE\\')}]`.toLowerCase();
  const values = new Map<string, RegistryData>();
  let inside = false;
  // Long binary values go on in the next line behind a backslash.
  const lines = text.replace(/,\\\r?\n\s*/g, ',').split(/\r?\n/);
  for (const line of lines) {
    if (line.startsWith('[')) inside = line.trimEnd().toLowerCase() === wanted;
    else if (inside) {
      const [, name, written = ''] = entry.exec(line) ?? [];
      const data = name === undefined ? undefined : dataOf(written.trim());
      if (name !== undefined && data !== undefined) values.set(withoutEscapes(name).toLowerCase(), data);
    }
  }
  return values;
}

function dataOf(written: string): RegistryData | undefined {
  const [, text] = /^"((?:[^"\\]|\\.)*)"$/.exec(written) ?? [];
  if (text !== undefined) return withoutEscapes(text);
  const [, number] = /^dword:([0-9a-f]{1,8})$/i.exec(written) ?? [];
  if (number !== undefined) return Number.parseInt(number, 16);
  const [, kind, bytes] = /^hex\(([27])\):([0-9a-f,\s]*)$/i.exec(written) ?? [];
  if (bytes === undefined) return undefined;
  const decoded = Buffer.from(bytes.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf16le');
  const parts = decoded.split('\0').filter((part) => part !== '');
  return kind === '7' ? parts : (parts[0] ?? '');
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}
