// Reads the two TLS values of one .NET Framework in both registry views, and what has to be written.
import type { Evidence, NotCheckedReason } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { type DotnetFacts, dotnetPaths } from '../../facts/dotnet.ts';
import { findKey, findValue, type RegistryKey, type RegistryValue } from '../../facts/registry.ts';
import type { Step } from '../../remediation/remedy.ts';
import { registryEvidence } from '../evidence.ts';
import { gapAt } from '../not-checked.ts';

const names = ['SystemDefaultTlsVersions', 'SchUseStrongCrypto'] as const;

interface Place {
  path: string;
  name: (typeof names)[number];
  /** Both as one path, as gaps name a value. */
  what: string;
}

export interface TlsValue extends Place {
  key: RegistryKey | undefined;
  value: RegistryValue | undefined;
}

/** Both values below both views of the registry: four in all. A 32-bit Windows has the first view only. */
const places = {
  v4: [...placesIn(dotnetPaths.v4), ...placesIn(dotnetPaths.v4Wow)],
  v2: [...placesIn(dotnetPaths.v2), ...placesIn(dotnetPaths.v2Wow)],
} as const;

function placesIn(path: string): Place[] {
  return names.map((name) => ({ path, name, what: `${path}\\${name}` }));
}

export function tlsValues(framework: 'v4' | 'v2', dotnet: DotnetFacts, host: HostView): TlsValue[] {
  const all = places[framework];
  const used = host.section('os')?.architecture === 'x86' ? all.slice(0, names.length) : all;
  return used.map(({ path, name, what }) => {
    const key = findKey(dotnet.keys, path);
    return { path, name, what, key, value: findValue(key, name) };
  });
}

export function unreadableView(values: readonly TlsValue[], host: HostView): NotCheckedReason | undefined {
  return gapAt(host, 'dotnet', ...values.map(({ what }) => what));
}

/** Only a REG_DWORD of exactly 1 is what Microsoft documents. */
export function isSet({ value }: TlsValue): boolean {
  return value?.kind === 'REG_DWORD' && value.data === 1;
}

/** Written down as anything but 1: somebody decided against it, or used the wrong kind. */
export function isContrary(entry: TlsValue): boolean {
  return entry.value !== undefined && !isSet(entry);
}

export function tlsEvidence(values: readonly TlsValue[]): Evidence[] {
  return values.map(({ path, name, key, value }) =>
    registryEvidence(value, name, path, key?.lastWriteTime ?? null, '1'),
  );
}

/** Writes what is missing; programs read these values when they start, so Windows is restarted at the end. */
export function writeValues(values: readonly TlsValue[]): Step[] {
  return [
    ...values
      .filter((entry) => !isSet(entry))
      .map(({ path, name }): Step => ({ do: 'setValue', path, name, kind: 'REG_DWORD', data: 1 })),
    { do: 'restartWindows' },
  ];
}
