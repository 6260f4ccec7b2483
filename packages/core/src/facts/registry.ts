// Registry keys and values as every section carries them.
import * as v from 'valibot';

/** Kinds of registry values by their Windows names. `REG_UNKNOWN` is a kind that the reader has no name for. */
export const registryKindSchema = v.picklist([
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_MULTI_SZ',
  'REG_QWORD',
  'REG_UNKNOWN',
]);
export type RegistryKind = v.InferOutput<typeof registryKindSchema>;

export const registryValueSchema = v.object({
  /** As stored; the empty name is the key's default value. */
  name: v.string(),
  kind: registryKindSchema,
  /** REG_DWORD: unsigned number. REG_QWORD: decimal text. REG_BINARY and others: hexadecimal text. REG_MULTI_SZ: list. */
  data: v.union([v.number(), v.string(), v.array(v.string())]),
});
export type RegistryValue = v.InferOutput<typeof registryValueSchema>;

export const registryKeySchema = v.object({
  /** Full path with the short hive name: `HKLM\SYSTEM\…`. `Wow6432Node` is written out, never redirected. */
  path: v.string(),
  /** When anything in the key was last written (UTC), by RegQueryInfoKey; null when that could not be asked. */
  lastWriteTime: v.nullable(v.string()),
  values: v.array(registryValueSchema),
});
export type RegistryKey = v.InferOutput<typeof registryKeySchema>;

/** Finds a key by its full path; registry names ignore case. */
export function findKey(keys: readonly RegistryKey[], path: string): RegistryKey | undefined {
  for (const key of keys) if (isSameName(key.path, path)) return key;
  return undefined;
}

/** Finds a value by its name; registry names ignore case. */
export function findValue(key: RegistryKey | undefined | null, name: string): RegistryValue | undefined {
  if (!key) return undefined;
  for (const value of key.values) if (isSameName(value.name, name)) return value;
  return undefined;
}

/**
 * Every rule of every host asks here, and most names differ: in length, or in an ASCII character near the end, which is
 * far cheaper to see than to lower both.
 */
function isSameName(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const tail = Math.max(0, a.length - tellingLength);
  for (let at = a.length - 1; at >= tail; at--) {
    const inA = a.charCodeAt(at);
    const inB = b.charCodeAt(at);
    if (inA !== inB && inA < 128 && inB < 128 && (inA | 32) !== (inB | 32)) return false;
  }
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** As long as `\\TLS 1.2\\Client`: what stands before is the same for most paths that are compared. */
const tellingLength = 15;
