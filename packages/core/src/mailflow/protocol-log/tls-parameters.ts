// What a session negotiated, from the sentence that Exchange writes into its protocol log.
import type { ProtocolName } from '../../effective/protocol-state.ts';

/** `unknown version`: negotiated, but the log names a version that is not known. */
export type TlsVersion = ProtocolName | 'unknown version';

export type TlsParameters = {
  readonly protocol: TlsVersion;
  /** `CALG_AES_256` and the like, as logged; null where the log does not say. */
  readonly bulk: string | null;
  readonly bulkBits: number | null;
  readonly mac: string | null;
  /** 0 for suites that authenticate while they encrypt (GCM). */
  readonly macBits: number | null;
  readonly keyExchange: string | null;
  readonly keyExchangeBits: number | null;
  /** `CALG_AES_256 256, CALG_SHA_384 0, CALG_ECDH_EPHEM 384`: enough to tell suites apart; empty when not logged. */
  readonly suite: string;
};

const sentence =
  /^TLS protocol (\S+) negotiation succeeded(?: using bulk encryption algorithm (\S+) with strength (\d+) bits)?(?:, MAC hash algorithm (\S+) with strength (\d+) bits)?(?:,? and key exchange algorithm (\S+) with strength (\d+) bits)?/;

/** Microsoft documents the name with a dash (`SP_PROT-TLS1_2_CLIENT`), Exchange writes an underscore. */
const versionName = /^SP_PROT[_-](SSL2|SSL3|TLS1(?:_[0-3])?)(?:[_-](?:CLIENT|SERVER))?$/i;

const versions: Readonly<Record<string, ProtocolName>> = {
  SSL2: 'SSL 2.0',
  SSL3: 'SSL 3.0',
  TLS1: 'TLS 1.0',
  TLS1_0: 'TLS 1.0',
  TLS1_1: 'TLS 1.1',
  TLS1_2: 'TLS 1.2',
  TLS1_3: 'TLS 1.3',
};

/** Schannel's own numbers, for a version that Exchange has no name for: a server's bit and a client's bit each. */
const versionBits: readonly (readonly [number, ProtocolName])[] = [
  [0x3000, 'TLS 1.3'],
  [0x0c00, 'TLS 1.2'],
  [0x0300, 'TLS 1.1'],
  [0x00c0, 'TLS 1.0'],
  [0x0030, 'SSL 3.0'],
  [0x000c, 'SSL 2.0'],
];

/** Null when the text is another sentence. */
export function tlsParameters(text: string): TlsParameters | null {
  const found = sentence.exec(text);
  if (found === null) return null;
  const named = {
    protocol: tlsVersion(found[1] ?? ''),
    bulk: found[2] ?? null,
    bulkBits: bits(found[3]),
    mac: found[4] ?? null,
    macBits: bits(found[5]),
    keyExchange: found[6] ?? null,
    keyExchangeBits: bits(found[7]),
  };
  return { ...named, suite: suiteName(named) };
}

function suiteName(tls: Omit<TlsParameters, 'suite'>): string {
  const parts = [
    [tls.bulk, tls.bulkBits],
    [tls.mac, tls.macBits],
    [tls.keyExchange, tls.keyExchangeBits],
  ];
  return parts
    .filter(([name]) => name !== null)
    .map(([name, strength]) => `${name} ${strength}`)
    .join(', ');
}

function tlsVersion(name: string): TlsVersion {
  const found = versionName.exec(name)?.[1]?.toUpperCase();
  if (found !== undefined) return versions[found] ?? 'unknown version';
  const number = Number(name);
  if (!Number.isInteger(number)) return 'unknown version';
  return versionBits.find(([mask]) => (number & mask) !== 0)?.[1] ?? 'unknown version';
}

function bits(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
