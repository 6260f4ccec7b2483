// Puts certificates into the stores of a host, in the form in which Windows keeps them in the registry.
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import type { WindowsHost } from '../host.ts';
import type { RegistryDescription } from '../registry.ts';

/** A store of the local machine. */
export type CertificateStore = 'My' | 'Root' | 'CA' | 'AuthRoot' | 'Disallowed' | 'TrustedPeople';

/** A certificate as PEM; with a private key (RSA) the host can use it to sign. */
export type StoredCertificate = { readonly certificatePem: string; readonly privateKeyPem?: string };

/** How it is stored. */
export type StoreOptions = {
  readonly friendlyName?: string;
  /**
   * `none` leaves the key out; `lost` claims a key that is not there, as after a restore of the registry without the
   * keys. Default: the key is imported if there is one.
   */
  readonly privateKey?: 'imported' | 'none' | 'lost';
};

const PROVIDER = 'Microsoft Enhanced RSA and AES Cryptographic Provider';
const PROVIDER_TYPE = 24;
const KEY_INFO = 2;
const SHA1_HASH = 3;
const FRIENDLY_NAME = 11;
const CERTIFICATE = 32;

/** Stores a certificate of the local machine. One with a private key takes a PowerShell start (1 s), else 0.1 s. */
export async function addCertificate(
  host: WindowsHost,
  certificate: StoredCertificate,
  store: CertificateStore,
  options: StoreOptions = {},
): Promise<void> {
  const key = options.privateKey ?? (certificate.privateKeyPem === undefined ? 'none' : 'imported');
  if (key === 'imported') await importKey(host, certificate);
  await host.setRegistry(storeEntry(certificate, store, options.friendlyName, key !== 'none'));
}

/** Removes the certificate with this thumbprint; no error when it is not there. */
export function removeCertificate(
  host: WindowsHost,
  thumbprint: string,
  store: CertificateStore,
): Promise<void> {
  return host.setRegistry({ [storePath(store, thumbprint)]: null });
}

/** The registry key of a certificate. */
export function storeEntry(
  certificate: StoredCertificate,
  store: CertificateStore,
  friendlyName?: string,
  claimsKey = false,
): RegistryDescription {
  const der = new X509Certificate(certificate.certificatePem).raw;
  const thumbprint = thumbprintOf(certificate);
  const parts = [property(SHA1_HASH, Buffer.from(thumbprint, 'hex'))];
  if (claimsKey) parts.push(property(KEY_INFO, keyInfo(thumbprint)));
  if (friendlyName !== undefined) parts.push(property(FRIENDLY_NAME, utf16(friendlyName)));
  parts.push(property(CERTIFICATE, der));
  return { [storePath(store, thumbprint)]: { Blob: { kind: 'REG_BINARY', data: Buffer.concat(parts) } } };
}

const storePath = (store: CertificateStore, thumbprint: string): string =>
  `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\${store}\\Certificates\\${thumbprint.toUpperCase()}`;

const utf16 = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');

function thumbprintOf(certificate: StoredCertificate): string {
  return createHash('sha1')
    .update(new X509Certificate(certificate.certificatePem).raw)
    .digest('hex')
    .toUpperCase();
}

/** Number of the property, a constant, its length, its bytes. */
function property(id: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(id, 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(bytes.length, 8);
  return Buffer.concat([head, bytes]);
}

/** CRYPT_KEY_PROV_INFO with offsets in place of pointers: the key is in the machine's container named by the thumbprint. */
function keyInfo(container: string): Buffer {
  const MACHINE_KEY_SET = 0x20;
  const KEY_EXCHANGE = 1;
  const name = utf16(container);
  const head = Buffer.alloc(28);
  head.writeUInt32LE(28, 0);
  head.writeUInt32LE(28 + name.length, 4);
  head.writeUInt32LE(PROVIDER_TYPE, 8);
  head.writeUInt32LE(MACHINE_KEY_SET, 12);
  head.writeUInt32LE(KEY_EXCHANGE, 24);
  return Buffer.concat([head, name, utf16(PROVIDER)]);
}

async function importKey(host: WindowsHost, certificate: StoredCertificate): Promise<void> {
  if (certificate.privateKeyPem === undefined)
    throw new Error('This certificate has no private key to import.');
  const jwk = createPrivateKey(certificate.privateKeyPem).export({ format: 'jwk' });
  if (jwk.kty !== 'RSA') throw new Error('Only RSA keys can be imported: Wine knows no others.');
  const size = Buffer.from(jwk.n ?? '', 'base64url').length;
  // A JWK leaves out leading zeros, Windows counts on every byte.
  const full = (value: string | undefined, bytes: number): string => {
    const given = Buffer.from(value ?? '', 'base64url');
    return Buffer.concat([Buffer.alloc(bytes - given.length), given]).toString('base64');
  };
  const key = {
    Modulus: full(jwk.n, size),
    Exponent: full(jwk.e, 3),
    D: full(jwk.d, size),
    P: full(jwk.p, size / 2),
    Q: full(jwk.q, size / 2),
    DP: full(jwk.dp, size / 2),
    DQ: full(jwk.dq, size / 2),
    InverseQ: full(jwk.qi, size / 2),
  };
  const input = JSON.stringify({ container: thumbprintOf(certificate), key });
  const result = await host.runPowerShell(IMPORT_KEY, { stdin: input });
  if (result.stdout.trim() !== 'imported')
    throw new Error(`The key was not imported: ${result.stdout}${result.stderr}`);
}

const IMPORT_KEY = `
$ErrorActionPreference = 'Stop'
$order = [Console]::In.ReadToEnd() | ConvertFrom-Json
$place = [Security.Cryptography.CspParameters]::new(${PROVIDER_TYPE}, '${PROVIDER}', $order.container)
$place.Flags = 'UseMachineKeyStore'
$place.KeyNumber = 1
$values = [Security.Cryptography.RSAParameters]::new()
foreach ($property in $order.key.PSObject.Properties) {
  $values.($property.Name) = [Convert]::FromBase64String($property.Value)
}
$key = [Security.Cryptography.RSACryptoServiceProvider]::new($place)
$key.ImportParameters($values)
'imported'
`;
