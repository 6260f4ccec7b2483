// The key of a host: an Ed25519 pair; a host is known by the digest of its public half.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Bytes of an Ed25519 public key as SubjectPublicKeyInfo in DER (RFC 8410). */
const publicKeyBytes = 44;

/** The name of a host's key: the first 128 bits of the SHA-256 of its public key (SPKI, DER), base64url, 22 characters. */
export type KeyId = string;

export function keyIdOf(spki: Uint8Array): KeyId {
  return createHash('sha256').update(spki).digest().subarray(0, 16).toString('base64url');
}

/** The public key in the form that is sent and stored: SPKI, DER. */
export function exportPublicKey(key: KeyObject): Buffer {
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  return publicKey.export({ type: 'spki', format: 'der' });
}

/** The key behind the bytes that a host sent; null when they are no Ed25519 public key. */
export function importPublicKey(spki: Uint8Array): KeyObject | null {
  if (spki.length !== publicKeyBytes) return null;
  try {
    const key = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Ed25519 signature (64 bytes) over a purpose and a message, so that no message can be passed off as another kind. */
export function signAs(purpose: Purpose, message: Uint8Array, privateKey: KeyObject): Buffer {
  return sign(null, withPurpose(purpose, message), privateKey);
}

export function isSignedAs(
  purpose: Purpose,
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: KeyObject,
): boolean {
  return verify(null, withPurpose(purpose, message), publicKey, signature);
}

export type Purpose = 'report' | 'enrolment';

/** What is really signed; for callers that verify asynchronously. */
export function withPurpose(purpose: Purpose, message: Uint8Array): Buffer {
  return Buffer.concat([purposeBytes[purpose], message]);
}

const purposeBytes: Readonly<Record<Purpose, Buffer>> = {
  report: Buffer.from('mailflow-tls report 1\n'),
  enrolment: Buffer.from('mailflow-tls enrolment 1\n'),
};
