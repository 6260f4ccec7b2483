// Finds the cipher suites that this host uses for TLS 1.2, and those it shares with Exchange Online.
import type { Evidence, NotCheckedReason } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { perHost } from '../../engine/per-host.ts';
import { type CiphersFacts, cipherListLocalPath, cipherListPolicyPath } from '../../facts/ciphers.ts';
import { findValue, type RegistryKey } from '../../facts/registry.ts';
import type { SchannelFacts } from '../../facts/schannel.ts';
import {
  type CipherSuite,
  cipherSuite,
  defaultCurves,
  defaultSuites,
  needsCurveInName,
  suiteCurve,
  windowsHasSuite,
} from '../../reference/cipher-suites.ts';
import { exchangeOnlineSuites } from '../../reference/exchange-online.ts';
import { gapAt, gapReason } from '../not-checked.ts';
import { type Algorithm, isSwitchedOff } from '../schannel/algorithm-switches.ts';

export type ListOrigin = 'inForce' | 'policy' | 'local' | 'default';

export interface NameList {
  origin: ListOrigin;
  names: readonly string[];
  /** Where the list was read; for a default list the Windows it belongs to. */
  source: string;
}

export interface Suites {
  list: NameList;
  /** Those of the list that Exchange Online takes with TLS 1.2, in the host's order. */
  shared: readonly CipherSuite[];
  /** Shared by name, but a cipher, hash or key exchange in them is switched off. */
  switchedOff: readonly { suite: CipherSuite; by: Algorithm }[];
}

export type Found<T> = { found: T } | { because: NotCheckedReason };

const taken = new Set(exchangeOnlineSuites);

export const suitesInForce: (host: HostView) => Found<Suites> = perHost((host) => {
  const ciphers = host.section('ciphers');
  return ciphers ? findSuites(ciphers, host) : { because: gapReason(host, 'ciphers', 'suites') };
});

function findSuites(ciphers: CiphersFacts, host: HostView): Found<Suites> {
  const list = listInForce('Functions', ciphers, host);
  if ('because' in list) return list;
  const windows = host.windows?.id ?? 'unknown';
  const switches = switchesOn(host);
  const shared: CipherSuite[] = [];
  const switchedOff: Suites['switchedOff'][number][] = [];
  const seen = new Set<string>();
  const { origin, names } = list.found;
  const curveInName =
    (origin === 'policy' || origin === 'local') && windows !== 'unknown' && needsCurveInName(windows);
  for (const name of names) {
    const suite = cipherSuite(name);
    if (!suite || !taken.has(suite.name) || seen.has(suite.name)) continue;
    // A list can name what this Windows does not have, or an elliptic curve that Exchange Online does not take.
    if (windows !== 'unknown' && !windowsHasSuite(windows, name)) continue;
    const curve = suiteCurve(name);
    if (curve === 'NistP521' || (curveInName && suite.forwardSecret && curve === null)) continue;
    seen.add(suite.name);
    const by = switches && algorithmsOf(suite).find((algorithm) => isSwitchedOff(switches, algorithm));
    if (by) switchedOff.push({ suite, by });
    else shared.push(suite);
  }
  return { found: { list: list.found, shared, switchedOff } };
}

/** The suites that Exchange Online takes, as far as this Windows has them and by the names that it knows them by. */
export function namesToAdd({ windows }: HostView): readonly string[] {
  const id = windows?.id;
  if (id === undefined || id === 'unknown') return exchangeOnlineSuites;
  const names = exchangeOnlineSuites.filter((name) => windowsHasSuite(id, name));
  return needsCurveInName(id) ? names.map((name) => (name.includes('ECDHE') ? `${name}_P256` : name)) : names;
}

/** Most hosts have none of the keys that switch algorithms off. */
function switchesOn(host: HostView): SchannelFacts | undefined {
  const schannel = host.section('schannel');
  if (!schannel) return undefined;
  const { ciphers, hashes, keyExchangeAlgorithms } = schannel;
  return ciphers.length + hashes.length + keyExchangeAlgorithms.length > 0 ? schannel : undefined;
}

/** The switches below SCHANNEL that a suite depends on. */
function algorithmsOf({ name, forwardSecret }: CipherSuite): Algorithm[] {
  const hash = name.endsWith('SHA384') ? 'SHA384' : name.endsWith('SHA256') ? 'SHA256' : 'SHA';
  return [
    { group: 'Ciphers', name: name.includes('AES_256') ? 'AES 256/256' : 'AES 128/128' },
    { group: 'Hashes', name: hash },
    { group: 'KeyExchangeAlgorithms', name: forwardSecret ? 'ECDH' : 'PKCS' },
  ];
}

/**
 * What the system says is in force; else the policy's list, else the local one, else the default of this Windows. A
 * list that could not be read stops the search: the next one would be a guess.
 */
export function listInForce(
  value: 'Functions' | 'EccCurves',
  ciphers: CiphersFacts,
  host: HostView,
): Found<NameList> {
  const field = value === 'Functions' ? 'suites' : 'curves';
  const inForce = ciphers[field];
  if (inForce && inForce.names.length > 0)
    return { found: { origin: 'inForce', names: inForce.names, source: inForce.source } };
  for (const origin of ['policy', 'local'] as const) {
    const key = ciphers[origin];
    const path = origin === 'policy' ? cipherListPolicyPath : cipherListLocalPath;
    const because = gapAt(host, 'ciphers', origin, `${path}\\${value}`);
    if (because) return { because };
    const names = namesIn(key, value);
    if (names.length > 0) return { found: { origin, names, source: path } };
  }
  const { windows } = host;
  if (!windows || windows.id === 'unknown' || windows.newerThanKnown)
    return { because: windows ? gapReason(host, 'ciphers', field) : gapReason(host, 'os', 'build') };
  const names = defaultNames(value, windows.id);
  return { found: { origin: 'default', names, source: windows.label } };
}

function defaultNames(value: 'Functions' | 'EccCurves', windows: Parameters<typeof defaultSuites>[0]) {
  return value === 'Functions' ? defaultSuites(windows) : defaultCurves(windows);
}

/** The policy is one text with commas, the local list one of lines; both forms are taken in either place. */
export function namesIn(key: RegistryKey | null, name: string): string[] {
  const data = findValue(key, name)?.data;
  const lines = typeof data === 'string' ? data.split(',') : Array.isArray(data) ? data : [];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** The list as evidence: its origin, and the names that matter to the finding. */
export function listEvidence(
  { source }: NameList,
  value: 'Functions' | 'EccCurves',
  names: readonly string[],
  expected: string,
): Evidence {
  return {
    source,
    name: value,
    value: names.length > 0 ? names.join(', ') : null,
    expected,
  };
}
