// The certificate with which the collector serves: its own or a given one, taken over by a running server when it changes.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Logger } from 'winston';

/** PEM texts; the certificate may be followed by those that issued it. */
export interface ServerIdentity {
  certificate: string;
  key: string;
}

/** Says what is wrong with a pair of files, or null. */
export function problemOfIdentity({ certificate, key }: ServerIdentity): string | null {
  try {
    if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) {
      return 'The key does not belong to the certificate.';
    }
    createSecureContext({ cert: certificate, key });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export async function readIdentity(files: { certificate: string; key: string }): Promise<ServerIdentity> {
  const [certificate, key] = await Promise.all([
    readFile(files.certificate, 'utf8'),
    readFile(files.key, 'utf8'),
  ]);
  return { certificate, key };
}

/**
 * Looks for another identity every `everyMs` and gives it to the server; connections go on. What cannot be used is
 * logged, once, and the old one stays. Returns what ends the looking.
 */
export function keepIdentityFresh(
  server: Pick<Server, 'setSecureContext'>,
  current: ServerIdentity,
  look: () => Promise<ServerIdentity>,
  options: { everyMs: number; log: Logger; onChange?(identity: ServerIdentity): void },
): () => void {
  let inUse = current;
  let complained = '';
  const { log } = options;
  const complain = (problem: string): void => {
    if (problem !== complained) log.error('The new certificate is not used; the old one stays.', { problem });
    complained = problem;
  };
  const check = async (): Promise<void> => {
    try {
      const found = await look();
      if (found.certificate === inUse.certificate && found.key === inUse.key) {
        complained = '';
        return;
      }
      const problem = problemOfIdentity(found);
      if (problem !== null) return complain(problem);
      server.setSecureContext({ cert: found.certificate, key: found.key, minVersion: 'TLSv1.2' });
      inUse = found;
      complained = '';
      log.info('A new certificate is in use.', { validTo: new X509Certificate(found.certificate).validTo });
      options.onChange?.(found);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  };
  let checking = false;
  const timer = setInterval(() => {
    if (checking) return;
    checking = true;
    void check().finally(() => {
      checking = false;
    });
  }, options.everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
