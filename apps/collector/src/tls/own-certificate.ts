// The certificate that the collector makes for itself at first start, and renews without changing its key, so that pins hold.
// The library’s container of dependencies does not load without it.
import 'reflect-metadata';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  webcrypto,
  X509Certificate,
} from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { isIP } from 'node:net';
import { dirname, join } from 'node:path';
import * as x509 from '@peculiar/x509';
import type { ServerIdentity } from './server-identity.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 86_400_000;
const validDays = 730;
/** Renewed when less than this is left, or when its names are no longer the right ones. */
const renewDays = 60;
/** Clocks of hosts may be behind. */
const backdatedDays = 2;

/** The certificate and its key in this folder; made or renewed when needed. Names are DNS names and addresses. */
export async function ownCertificate(
  folder: string,
  names: readonly string[],
  now: number,
): Promise<ServerIdentity> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keyFile = join(folder, 'key.pem');
  const certificateFile = join(folder, 'certificate.pem');
  let key = await readIfThere(keyFile);
  if (key === null) {
    key = await makeKey();
    await writeWhole(keyFile, key, 0o600);
  } else {
    await chmod(keyFile, 0o600);
  }
  let certificate = await readIfThere(certificateFile);
  if (certificate === null || isDue(certificate, key, names, now)) {
    certificate = await makeCertificate(key, names, now);
    await writeWhole(certificateFile, certificate, 0o644);
  }
  return { certificate, key };
}

/** What people compare and agents pin. */
export interface Fingerprints {
  /** SHA-256 of the certificate: pairs of hexadecimal digits, upper case, with colons. Changes with each renewal. */
  certificate: string;
  /** SHA-256 of the public key (SPKI), `sha256/` and base64 (RFC 7469). Stays the same as long as the key does. */
  publicKey: string;
  validTo: string;
}

export function fingerprintsOf(certificate: string): Fingerprints {
  const parsed = new X509Certificate(certificate);
  const spki = parsed.publicKey.export({ type: 'spki', format: 'der' });
  return {
    certificate: parsed.fingerprint256,
    publicKey: `sha256/${createHash('sha256').update(spki).digest('base64')}`,
    validTo: parsed.validToDate.toISOString(),
  };
}

function isDue(certificate: string, key: string, names: readonly string[], now: number): boolean {
  try {
    const parsed = new X509Certificate(certificate);
    return (
      !parsed.checkPrivateKey(createPrivateKey(key)) ||
      parsed.validToDate.getTime() - now < renewDays * day ||
      parsed.validFromDate.getTime() > now ||
      !names.every((name) => (isIP(name) ? parsed.checkIP(name) : parsed.checkHost(name)) !== undefined)
    );
  } catch {
    return true;
  }
}

async function makeKey(): Promise<string> {
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const bytes = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey);
  return x509.PemConverter.encode(bytes, 'PRIVATE KEY');
}

async function makeCertificate(key: string, names: readonly string[], now: number): Promise<string> {
  const privateKey = createPrivateKey(key);
  const publicBytes = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const privateBytes = privateKey.export({ type: 'pkcs8', format: 'der' });
  const keys = {
    privateKey: await webcrypto.subtle.importKey('pkcs8', privateBytes, algorithm, false, ['sign']),
    publicKey: await webcrypto.subtle.importKey('spki', publicBytes, algorithm, true, ['verify']),
  };
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: positiveSerial(),
    // No host name here: it may be longer than the 64 characters that this field allows.
    name: [{ CN: ['MailFlow TLS collector'] }],
    notBefore: new Date(now - backdatedDays * day),
    notAfter: new Date(now + validDays * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((name) => ({ type: isIP(name) ? 'ip' : 'dns', value: name }) as const),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}

/** 16 random bytes whose first bit is clear and whose first byte is not zero (RFC 5280: positive, shortest form). */
function positiveSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Written beside, flushed and renamed, so that a crash leaves the old file or the new one. */
async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const temporary = `${file}.new`;
  const handle = await open(temporary, 'w', mode);
  try {
    await handle.chmod(mode);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}
