// Random Schannel registries, and what the core says a client does with each: held against a real Schannel.
import {
  identifyWindows,
  type ProtocolName,
  type ProtocolState,
  protocolDefault,
  protocolsPath,
  type RegistryKey,
  resolveProtocol,
} from '@mailflow-tls/core';
import type { Negotiation, Negotiations, RegistryDescription } from '@mailflow-tls/windows-bench';

/** The versions that the bench's Schannel can negotiate as a client, best first. */
const versions = ['TLS 1.2', 'TLS 1.1', 'TLS 1.0'] as const satisfies readonly ProtocolName[];
type Version = (typeof versions)[number];

/** Values of one client key; undefined stands for an absent value, null for an absent key. */
type ClientKey = { Enabled?: number; DisabledByDefault?: number } | null;
export type Registry = Readonly<Record<Version, ClientKey>>;

/** What DWORDs administrators and their tools write: 0xFFFFFFFF is how IIS Crypto says 1. */
const numbers = [0, 1, 2, 0xffffffff] as const;

/** A small generator with a seed, so that a failure can be repeated (mulberry32, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomRegistry(random: () => number): Registry {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // index is in range
  const key = (): ClientKey => {
    if (random() < 0.1) return null;
    return {
      ...(random() < 0.75 ? { Enabled: pick(numbers) } : {}),
      ...(random() < 0.75 ? { DisabledByDefault: pick(numbers) } : {}),
    };
  };
  return { 'TLS 1.2': key(), 'TLS 1.1': key(), 'TLS 1.0': key() };
}

/** The same for the bench: each client key is deleted first, so that nothing of an earlier registry stays. */
export function registryDescription(registry: Registry): RegistryDescription[] {
  const path = (version: Version) => `${protocolsPath}\\${version}\\Client`;
  const written = versions.filter((version) => registry[version] !== null);
  return [
    Object.fromEntries(versions.map((version) => [path(version), null])),
    Object.fromEntries(written.map((version) => [path(version), { ...registry[version] }])),
  ];
}

/** What the core says the client role does. The bench has the defaults of Windows Server 2016. */
export function clientStates(registry: Registry): Record<Version, ProtocolState> {
  const windows = identifyWindows({ build: 14393, productType: 'server' });
  const protocols: RegistryKey[] = versions.flatMap((version) => {
    const values = registry[version];
    if (values === null) return [];
    return {
      path: `${protocolsPath}\\${version}\\Client`,
      lastWriteTime: null,
      values: Object.entries(values).map(([name, data]) => ({ name, kind: 'REG_DWORD' as const, data })),
    };
  });
  const state = (version: Version) =>
    resolveProtocol(version, 'Client', {
      protocols,
      gaps: [],
      osDefault: protocolDefault(windows, version, 'Client'),
      bootTime: null,
    }).stored;
  return { 'TLS 1.2': state('TLS 1.2'), 'TLS 1.1': state('TLS 1.1'), 'TLS 1.0': state('TLS 1.0') };
}

export type Outcome = Version | 'refused';

/** By default the best version that is on; asked for exactly one, that one unless it is off. */
export function expectedOutcomes(
  states: Record<Version, ProtocolState>,
): Record<Version | 'default', Outcome> {
  const asked = (version: Version): Outcome => (states[version] === 'off' ? 'refused' : version);
  return {
    default: versions.find((version) => states[version] === 'on') ?? 'refused',
    'TLS 1.2': asked('TLS 1.2'),
    'TLS 1.1': asked('TLS 1.1'),
    'TLS 1.0': asked('TLS 1.0'),
  };
}

export function seenOutcomes(seen: Negotiations): Record<Version | 'default', string> {
  const outcome = (negotiation: Negotiation) =>
    'negotiated' in negotiation ? negotiation.negotiated : 'refused';
  return {
    default: outcome(seen.default),
    'TLS 1.2': outcome(seen['TLS 1.2']),
    'TLS 1.1': outcome(seen['TLS 1.1']),
    'TLS 1.0': outcome(seen['TLS 1.0']),
  };
}
