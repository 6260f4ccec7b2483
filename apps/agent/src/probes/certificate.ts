// What a certificate says, from its bytes: Windows PowerShell tells parts of it translated, or not at all.
import { createHash } from 'node:crypto';
import type { Certificate } from '@mailflow-tls/core';
import { type Der, readDer, readDerList, readOid, readText, readTime } from './der.ts';

/** Names are Windows's to write, since Exchange compares them letter by letter. */
export type CertificateFacts = Omit<Certificate, 'store' | 'subject' | 'issuer'>;

const keyAlgorithms: Readonly<Record<string, Certificate['keyAlgorithm']>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.10045.2.1': 'ECC',
  '1.2.840.10040.4.1': 'DSA',
};
const curveSizes: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
};
const commonName = '2.5.4.3';
const subjectAlternativeName = '2.5.29.17';
const extendedKeyUsage = '2.5.29.37';
const dnsName = 0x82;

/**
 * Reads an X.509 certificate (RFC 5280).
 *
 * @throws RangeError when the bytes are none.
 */
export function readCertificate(bytes: Buffer): CertificateFacts {
  const [signed, algorithm] = readDerList(readDer(bytes).content);
  const fields = readDerList(required(signed).content);
  // The version stands first, in an envelope of its own, unless it is the oldest.
  if (fields[0]?.tag === 0xa0) fields.shift();
  const [serial, , , validity, subject, key, ...others] = fields;
  const [notBefore, notAfter] = readDerList(required(validity).content);
  const extensions = readExtensions(others.find(({ tag }) => tag === 0xa3));
  const names = dnsNames(extensions.get(subjectAlternativeName));
  return {
    thumbprint: createHash('sha1').update(bytes).digest('hex').toUpperCase(),
    serialNumber: required(serial).content.toString('hex').toUpperCase(),
    notBefore: readTime(required(notBefore)),
    notAfter: readTime(required(notAfter)),
    names: names.length > 0 ? names : commonNames(required(subject)),
    signatureAlgorithm: firstOid(required(algorithm)),
    ...readKey(required(key)),
    extendedKeyUsage: usages(extensions.get(extendedKeyUsage)),
  };
}

function required(element: Der | undefined): Der {
  if (!element) throw new RangeError('certificate cut off');
  return element;
}

function firstOid({ content }: Der): string {
  return readOid(readDer(content));
}

function readKey({ content }: Der): Pick<Certificate, 'keyAlgorithm' | 'keySize'> {
  const [algorithm, bits] = readDerList(content);
  const [oid, parameters] = readDerList(required(algorithm).content);
  const keyAlgorithm = keyAlgorithms[readOid(required(oid))] ?? 'other';
  if (keyAlgorithm === 'RSA') {
    // A bit string begins with the number of unused bits; the key is a list of modulus and exponent.
    const modulus = readDer(readDer(required(bits).content.subarray(1)).content).content;
    const zeros = modulus.findIndex((byte) => byte !== 0);
    return { keyAlgorithm, keySize: (modulus.length - Math.max(0, zeros)) * 8 };
  }
  const curve = keyAlgorithm === 'ECC' && parameters?.tag === 0x06 ? readOid(parameters) : '';
  return { keyAlgorithm, keySize: curveSizes[curve] ?? null };
}

function readExtensions(element: Der | undefined): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (!element) return found;
  for (const { content } of readDerList(readDer(element.content).content)) {
    const parts = readDerList(content);
    const value = parts.at(-1);
    if (parts[0] && value) found.set(readOid(parts[0]), value.content);
  }
  return found;
}

/** Only DNS names: mail addresses in the same extension stay on the host. */
function dnsNames(extension: Buffer | undefined): string[] {
  if (!extension) return [];
  return readDerList(readDer(extension).content)
    .filter(({ tag }) => tag === dnsName)
    .map(({ content }) => content.toString('latin1'));
}

function commonNames(subject: Der): string[] {
  return readDerList(subject.content)
    .flatMap(({ content }) => readDerList(content))
    .map(({ content }) => readDerList(content))
    .filter(([oid]) => oid && readOid(oid) === commonName)
    .flatMap(([, text]) => (text ? [readText(text)] : []))
    .slice(-1);
}

function usages(extension: Buffer | undefined): string[] {
  return extension ? readDerList(readDer(extension).content).map(readOid) : [];
}
