// Reads the keys that switch single ciphers, hashes and key exchanges on and off for all of Schannel.
import type { NotCheckedReason } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { findKey, findValue, type RegistryKey } from '../../facts/registry.ts';
import { type SchannelFacts, schannelPath } from '../../facts/schannel.ts';
import { gapWithin } from '../not-checked.ts';

export type AlgorithmGroup = 'Ciphers' | 'Hashes' | 'KeyExchangeAlgorithms';

export interface Algorithm {
  readonly group: AlgorithmGroup;
  /** Name of the key, as `AES 128/128`. */
  readonly name: string;
}

const fields = {
  Ciphers: 'ciphers',
  Hashes: 'hashes',
  KeyExchangeAlgorithms: 'keyExchangeAlgorithms',
} as const satisfies Record<AlgorithmGroup, keyof SchannelFacts>;

export function algorithmPath({ group, name }: Algorithm): string {
  return `${schannelPath}\\${group}\\${name}`;
}

export function algorithmKey(schannel: SchannelFacts, algorithm: Algorithm): RegistryKey | undefined {
  const keys = schannel[fields[algorithm.group]];
  return keys.length === 0 ? undefined : findKey(keys, algorithmPath(algorithm));
}

/** Only `Enabled` 0 switches off (Microsoft, How to restrict the use of certain cryptographic algorithms). */
export function isSwitchedOff(schannel: SchannelFacts, algorithm: Algorithm): boolean {
  const value = findValue(algorithmKey(schannel, algorithm), 'Enabled');
  return value !== undefined && value.kind === 'REG_DWORD' && value.data === 0;
}

/** Why some of these keys could not be read, if so. */
export function algorithmGap(host: HostView): NotCheckedReason | undefined {
  return gapWithin(host, 'schannel', ...groupPaths, ...Object.values(fields));
}

const groupPaths = Object.keys(fields).map((group) => `${schannelPath}\\${group}`);
