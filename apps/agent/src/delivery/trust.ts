// Which certificates of a collector are trusted: those of the system, of a given file, or exactly one by its key.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as https from 'node:https';
import * as tls from 'node:tls';

/** How the collector proves that it is the right one. In each case its certificate must bear its name. */
export type Trust =
  | { kind: 'system' }
  | { kind: 'file'; path: string }
  /** SHA-256 of the public key (SPKI, DER) in base64, as after `sha256/`. */
  | { kind: 'pin'; sha256: string };

const pinLimitMs = 15_000;

/** Options of TLS 1.2 or newer for the trust. Rejects with a code when the file or the pinned key is not there. */
export async function tlsOptions(
  trust: Trust,
  url: URL,
  agentOptions: https.AgentOptions,
  signal: AbortSignal,
): Promise<tls.SecureContextOptions & { allowPartialTrustChain?: boolean }> {
  const minVersion = 'TLSv1.2';
  switch (trust.kind) {
    case 'system':
      return { minVersion, ca: [...tls.getCACertificates('default'), ...tls.getCACertificates('system')] };
    case 'file':
      return { minVersion, ca: await readFile(trust.path), allowPartialTrustChain: true };
    case 'pin':
      // The certificate with the pinned key becomes the only one that is trusted; everything else is checked as ever.
      return {
        minVersion,
        ca: await certificateWithKey(trust.sha256, url, agentOptions, signal),
        allowPartialTrustChain: true,
      };
  }
}

/** Asks the collector for its certificate. Nothing is sent that would tell a stranger more than the address does. */
function certificateWithKey(
  sha256: string,
  url: URL,
  agentOptions: https.AgentOptions,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const agent = new https.Agent({
      ...agentOptions,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: false,
      maxCachedSessions: 0,
    });
    const request = https.request(new URL('/healthz', url), {
      agent,
      method: 'HEAD',
      timeout: pinLimitMs,
      signal,
    });
    const finish = (act: () => void): void => {
      act();
      request.destroy();
      agent.destroy();
    };
    request.on('timeout', () => request.destroy(codedError('ETIMEDOUT')));
    request.on('error', (error) => finish(() => reject(error)));
    request.on('response', ({ socket }) => {
      const certificate = socket instanceof tls.TLSSocket ? socket.getPeerX509Certificate() : undefined;
      if (certificate === undefined) return finish(() => reject(codedError('noCertificate')));
      const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
      const found = createHash('sha256').update(spki).digest('base64');
      if (found !== sha256) return finish(() => reject(codedError('pinMismatch')));
      finish(() => resolve(certificate.toString()));
    });
    request.end();
  });
}

function codedError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
