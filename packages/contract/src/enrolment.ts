// Enrolment: a host shows its public key and an enrolment token and asks to be taken in.
import type { KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { exportPublicKey, importPublicKey, isSignedAs, signAs } from './host-key.ts';

const enrolmentFormat = 1;
export const enrolmentFileName = 'enrolment.json';
const maxTokenLength = 200;

/** What the host signs, as JSON text, so that a copied request names only the host that made it. */
const requestSchema = v.strictObject({
  format: v.literal(enrolmentFormat),
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(maxTokenLength)),
  /** SPKI, DER, base64url. */
  publicKey: v.pipe(v.string(), v.regex(/^[\w-]{59}$/)),
  host: v.object({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
    domain: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(255))),
  }),
  agent: v.pipe(v.string(), v.maxLength(40)),
  requestedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type EnrolmentRequest = v.InferOutput<typeof requestSchema>;

/** What is sent: the request's exact text and the signature over it by the key that it names. */
export const signedEnrolmentSchema = v.strictObject({
  request: v.pipe(v.string(), v.maxLength(2048)),
  signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
});
export type SignedEnrolment = v.InferOutput<typeof signedEnrolmentSchema>;

export const enrolmentAnswerSchema = v.object({
  key: v.string(),
  /** `waiting`: a person must approve; reports are kept on the host until then. */
  status: v.picklist(['active', 'waiting']),
});
export type EnrolmentAnswer = v.InferOutput<typeof enrolmentAnswerSchema>;

export function signEnrolment(
  request: Omit<EnrolmentRequest, 'format' | 'publicKey'>,
  privateKey: KeyObject,
): SignedEnrolment {
  const publicKey = exportPublicKey(privateKey).toString('base64url');
  const text = JSON.stringify({ format: enrolmentFormat, publicKey, ...request });
  return {
    request: text,
    signature: signAs('enrolment', Buffer.from(text), privateKey).toString('base64url'),
  };
}

/** The request with its key when the signature holds; null otherwise. */
export function openEnrolment(
  signed: SignedEnrolment,
): { request: EnrolmentRequest; publicKey: KeyObject; spki: Buffer } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(signed.request);
  } catch {
    return null;
  }
  const request = v.safeParse(requestSchema, parsed);
  if (!request.success) return null;
  const spki = Buffer.from(request.output.publicKey, 'base64url');
  const publicKey = importPublicKey(spki);
  if (publicKey === null) return null;
  const signature = Buffer.from(signed.signature, 'base64url');
  if (!isSignedAs('enrolment', Buffer.from(signed.request), signature, publicKey)) return null;
  return { request: request.output, publicKey, spki };
}
