// Turns registry values into evidence: absent ones too, since an absent value can be the finding.
import type { Evidence } from '../engine/finding.ts';
import { findValue, type RegistryKey, type RegistryValue } from '../facts/registry.ts';

/** A value of a key that may not exist; `path` is where it was looked for. */
export function valueEvidence(
  key: RegistryKey | undefined | null,
  path: string,
  name: string,
  expected?: string,
): Evidence {
  return registryEvidence(findValue(key, name), name, path, key?.lastWriteTime ?? null, expected);
}

/** A value that was already looked up; undefined for an absent one. */
export function registryEvidence(
  value: RegistryValue | undefined,
  name: string,
  path: string,
  writtenAt: string | null,
  expected?: string,
): Evidence {
  const evidence: Evidence = { source: path, name, value: value ? shownData(value.data) : null };
  if (value) evidence.kind = value.kind;
  if (expected !== undefined) evidence.expected = expected;
  if (writtenAt !== null) evidence.writtenAt = writtenAt;
  return evidence;
}

function shownData(data: RegistryValue['data']): string | number {
  return typeof data === 'object' ? data.join(', ') : data;
}
