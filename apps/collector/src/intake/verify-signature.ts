// Checks a report's signature on the thread pool, so that a second processor core helps.
import { type KeyObject, verify } from 'node:crypto';
import { withPurpose } from '@mailflow-tls/contract';

export function isReportSignedBy(
  publicKey: KeyObject,
  headerBytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return new Promise((resolve) => {
    verify(null, withPurpose('report', headerBytes), publicKey, signature, (error, holds) => {
      resolve(error === null && holds);
    });
  });
}
