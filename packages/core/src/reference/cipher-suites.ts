// Reads Windows' names of cipher suites, and tells which of them each Windows Server has and uses by default.
import type { ReferenceData, Sources } from './reference-data.ts';
import { type WindowsId, windowsVersions } from './windows.ts';

export const cipherSuitesData: ReferenceData = { asOf: '2026-08-01' };

export const cipherSuitesSources: Sources = [
  'Microsoft, TLS Cipher Suites in Windows Vista, 7, 8 and 8.1 (Windows Server 2008 to 2012 R2)',
  'Microsoft, TLS Cipher Suites in Windows 10 v1607 and v1809 (Windows Server 2016 and 2019)',
  'Microsoft, TLS Cipher Suites in Windows Server 2022, and in Windows Server 2025 and later',
  'Microsoft, TLS Elliptic Curves in Windows 10 version 1607 and later',
  'Microsoft, TLS (Schannel SSP) changes in Windows 10 and Windows Server',
];

export type CipherSuite = {
  /** Name as IANA registers it, without Windows' curve suffix. */
  readonly name: string;
  readonly forwardSecret: boolean;
  readonly mode: 'GCM' | 'CBC' | 'stream' | 'none' | 'ChaCha20';
};

/**
 * Every suite that some Windows Server has, without SSL 2.0, each with the first version that has it as a digit: an
 * index into `windowsVersions`. What 2012 and older have rests on updates of 2014 and 2015 (2919355, 3042058).
 */
const known =
  '6AES_256_GCM_SHA384 6AES_128_GCM_SHA256 6CHACHA20_POLY1305_SHA256 ' +
  '1ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 1ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 ' +
  '4ECDHE_RSA_WITH_AES_256_GCM_SHA384 4ECDHE_RSA_WITH_AES_128_GCM_SHA256 ' +
  '1DHE_RSA_WITH_AES_256_GCM_SHA384 1DHE_RSA_WITH_AES_128_GCM_SHA256 ' +
  '1ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 1ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 ' +
  '1ECDHE_RSA_WITH_AES_256_CBC_SHA384 1ECDHE_RSA_WITH_AES_128_CBC_SHA256 ' +
  '0ECDHE_ECDSA_WITH_AES_256_CBC_SHA 0ECDHE_ECDSA_WITH_AES_128_CBC_SHA ' +
  '0ECDHE_RSA_WITH_AES_256_CBC_SHA 0ECDHE_RSA_WITH_AES_128_CBC_SHA ' +
  '1DHE_RSA_WITH_AES_256_CBC_SHA 1DHE_RSA_WITH_AES_128_CBC_SHA ' +
  '1RSA_WITH_AES_256_GCM_SHA384 1RSA_WITH_AES_128_GCM_SHA256 ' +
  '1RSA_WITH_AES_256_CBC_SHA256 1RSA_WITH_AES_128_CBC_SHA256 0RSA_WITH_AES_256_CBC_SHA 0RSA_WITH_AES_128_CBC_SHA ' +
  '0RSA_WITH_3DES_EDE_CBC_SHA 1DHE_DSS_WITH_AES_256_CBC_SHA256 1DHE_DSS_WITH_AES_128_CBC_SHA256 ' +
  '0DHE_DSS_WITH_AES_256_CBC_SHA 0DHE_DSS_WITH_AES_128_CBC_SHA 0DHE_DSS_WITH_3DES_EDE_CBC_SHA ' +
  '0RSA_WITH_RC4_128_SHA 0RSA_WITH_RC4_128_MD5 1RSA_WITH_NULL_SHA256 0RSA_WITH_NULL_SHA 0RSA_WITH_NULL_MD5 ' +
  '0RSA_WITH_DES_CBC_SHA 0DHE_DSS_WITH_DES_CBC_SHA 0DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA ' +
  '0RSA_EXPORT1024_WITH_RC4_56_SHA 0RSA_EXPORT1024_WITH_DES_CBC_SHA 0RSA_EXPORT_WITH_RC4_40_MD5 ' +
  '4PSK_WITH_AES_256_GCM_SHA384 4PSK_WITH_AES_128_GCM_SHA256 4PSK_WITH_AES_256_CBC_SHA384 ' +
  '4PSK_WITH_AES_128_CBC_SHA256 4PSK_WITH_NULL_SHA384 4PSK_WITH_NULL_SHA256';

/**
 * Default lists in order of preference, one letter a suite: `A` is the first of `known`, `a` the 27th. NULL suites,
 * used only when a program asks for them, and PSK suites, which are not on by default, are left out.
 */
const defaults: Readonly<Record<WindowsId, string>> = {
  '2008': 'YXfZONQPdceg',
  '2008R2': 'LMPQHIRSTUVWXYDEJKNOabcdZefg',
  '2012': 'LMPQHITUVWXYDEJKNOabcdZefg',
  '2012R2': 'LMPQHIRSTUVWXYDEJKNOabcdZefg',
  '2016': 'DEFGHIJKLMNOPQRSTUVWXYZabcdefg',
  '2019': 'DEFGHIJKLMNOPQTUVWXYZ',
  '2022': 'ABDEFGHIJKLMNOPQTUVWXYZ',
  '2025': 'ABDEFGJKLMNOPQTUVWXY',
};

/** Index into `windowsVersions`. */
const ages = Object.fromEntries(windowsVersions.map(({ id }, index) => [id, index])) as Record<
  WindowsId,
  number
>; // fromEntries forgets the keys

type KnownSuite = { readonly suite: CipherSuite; readonly since: number };

function describeSuite(rest: string): CipherSuite {
  const name = `TLS_${rest}`;
  const split = rest.indexOf('WITH_');
  const mode = rest.includes('GCM')
    ? 'GCM'
    : rest.includes('CBC')
      ? 'CBC'
      : rest.includes('CHACHA20')
        ? 'ChaCha20'
        : rest.includes('RC4')
          ? 'stream'
          : 'none';
  // TLS 1.3 names no key exchange, since all that it has are forward secret.
  return { name, forwardSecret: split < 0 || rest.slice(0, split).includes('DHE'), mode };
}

let unpacked: ReadonlyMap<string, KnownSuite> | undefined;

/** Unpacked at first use, in the order of `known`. */
function knownSuites(): ReadonlyMap<string, KnownSuite> {
  unpacked ??= new Map(
    known.split(' ').map((entry) => {
      const suite = describeSuite(entry.slice(1));
      return [suite.name, { suite, since: Number(entry[0]) }];
    }),
  );
  return unpacked;
}

const curveSuffix = /_P(256|384|521)$/;

/** The name as IANA has it: upper case, without blanks around it and without the curve of old Windows versions. */
export function normaliseSuiteName(name: string): string {
  return name.trim().toUpperCase().replace(curveSuffix, '');
}

/** The curve that an old Windows' name is bound to, e.g. `NistP256`; null when it names none. */
export function suiteCurve(name: string): string | null {
  const bits = curveSuffix.exec(name.trim().toUpperCase())?.[1];
  return bits === undefined ? null : `NistP${bits}`;
}

/** Before 2016 the name of an ECDHE suite holds its curve: one without it names nothing there. */
export function needsCurveInName(windows: WindowsId): boolean {
  return ages[windows] < ages['2016'];
}

/** What a suite is; undefined when no Windows Server has one of this name, so that Schannel passes it over. */
export function cipherSuite(name: string): CipherSuite | undefined {
  return findSuite(name)?.suite;
}

/** Most names are written as they are known, and need no second look. */
function findSuite(name: string): KnownSuite | undefined {
  return knownSuites().get(name) ?? knownSuites().get(normaliseSuiteName(name));
}

/** Whether a Windows has a suite at all, be it on by default or not: a list that names others names them in vain. */
export function windowsHasSuite(windows: WindowsId, name: string): boolean {
  const found = findSuite(name);
  if (!found) return false;
  const { suite, since } = found;
  // The one gap between older and newer: 2012 lacks these two although 2008 R2 and 2012 R2 have them.
  if (windows === '2012' && suite.name.startsWith('TLS_DHE_RSA_') && suite.mode === 'CBC') return false;
  return ages[windows] >= since;
}

const lists = new Map<WindowsId, readonly string[]>();
const lettersInCase = 26;

/** The suites that a Windows uses when no list is configured, in its order, by IANA name. */
export function defaultSuites(windows: WindowsId): readonly string[] {
  let list = lists.get(windows);
  if (!list) {
    const names = [...knownSuites().keys()];
    list = [...defaults[windows]].map((letter) => {
      const upper = letter.toUpperCase();
      const index = upper.charCodeAt(0) - 65 + (letter === upper ? 0 : lettersInCase);
      return names[index] ?? '';
    });
    lists.set(windows, list);
  }
  return list;
}

/** The curves that a Windows uses when none are configured, in its order. */
export function defaultCurves(windows: WindowsId): readonly string[] {
  if (windows === '2008') return ['NistP256', 'NistP384', 'NistP521'];
  const old = windows === '2008R2' || windows === '2012' || windows === '2012R2';
  return old ? ['NistP256', 'NistP384'] : ['curve25519', 'NistP256', 'NistP384'];
}
