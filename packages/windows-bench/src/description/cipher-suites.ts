// What Get-TlsCipherSuite tells of a suite, worked out from its name; the numbers are IANA's.
import type { CipherSuite } from './windows.ts';

const TLS13 = 772;
const TLS12 = 771;
const OLDER = [770, 769];
const DTLS12 = 65277;
const DTLS10 = 65279;

/** IANA, TLS Cipher Suites registry: those that a Windows version has had. */
const NUMBERS: Readonly<Record<string, number>> = {
  TLS_AES_128_GCM_SHA256: 0x1301,
  TLS_AES_256_GCM_SHA384: 0x1302,
  TLS_CHACHA20_POLY1305_SHA256: 0x1303,
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 0xc02c,
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 0xc02b,
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: 0xc030,
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: 0xc02f,
  TLS_DHE_RSA_WITH_AES_256_GCM_SHA384: 0x009f,
  TLS_DHE_RSA_WITH_AES_128_GCM_SHA256: 0x009e,
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384: 0xc024,
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256: 0xc023,
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384: 0xc028,
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256: 0xc027,
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA: 0xc00a,
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA: 0xc009,
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA: 0xc014,
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA: 0xc013,
  TLS_RSA_WITH_AES_256_GCM_SHA384: 0x009d,
  TLS_RSA_WITH_AES_128_GCM_SHA256: 0x009c,
  TLS_RSA_WITH_AES_256_CBC_SHA256: 0x003d,
  TLS_RSA_WITH_AES_128_CBC_SHA256: 0x003c,
  TLS_RSA_WITH_AES_256_CBC_SHA: 0x0035,
  TLS_RSA_WITH_AES_128_CBC_SHA: 0x002f,
  TLS_RSA_WITH_3DES_EDE_CBC_SHA: 0x000a,
  TLS_RSA_WITH_NULL_SHA256: 0x003b,
  TLS_RSA_WITH_NULL_SHA: 0x0002,
};

/** Windows Server 2016's order without the PSK suites (Microsoft, TLS Cipher Suites in Windows 10 v1607). */
export const DEFAULT_SUITES: readonly string[] = Object.keys(NUMBERS).filter(
  (name) => NUMBERS[name] !== undefined && NUMBERS[name] >> 8 !== 0x13,
);

/** Throws on a name that no Windows has had: give the whole object for such a suite. */
export function cipherSuite(name: string): CipherSuite {
  const number = NUMBERS[name];
  if (number === undefined)
    throw new Error(`No Windows has had a cipher suite ${name}: describe it property by property.`);
  const parts =
    /^TLS_(?:(?:(ECDHE|DHE)_)?(RSA|ECDSA)_WITH_)?(AES|3DES_EDE|NULL|CHACHA20)_?(\d+)?_?(GCM|CBC|POLY1305)?_(SHA\d*)$/.exec(
      name,
    );
  const [, exchange, certificate, cipher = '', bits, mode, hash] = parts ?? [];
  const modern = mode === 'GCM' || mode === 'POLY1305';
  return {
    Name: name,
    CipherSuite: number,
    BaseCipherSuite: number,
    Certificate: certificate ?? '',
    Exchange:
      certificate === undefined ? '' : exchange === 'ECDHE' ? 'ECDH' : exchange === 'DHE' ? 'DH' : 'RSA',
    Cipher: cipher === '3DES_EDE' ? '3DES' : cipher === 'NULL' ? '' : cipher,
    CipherLength: cipher === '3DES_EDE' ? 168 : Number(bits ?? 0),
    CipherBlockLength: cipher === '3DES_EDE' ? 8 : cipher === 'NULL' ? 0 : 16,
    // Empty for suites that authenticate while they encrypt.
    Hash: modern ? '' : hash === 'SHA' ? 'SHA1' : (hash ?? ''),
    Protocols: protocols(certificate === undefined, modern || (hash !== 'SHA' && hash !== undefined)),
  };
}

function protocols(tls13: boolean, tls12Only: boolean): number[] {
  if (tls13) return [TLS13];
  return tls12Only ? [TLS12, DTLS12] : [TLS12, ...OLDER, DTLS12, DTLS10];
}
