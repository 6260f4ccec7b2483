// Signs packages and scripts with the certificate of whoever builds them.
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import type { PayloadFile } from './msi/product.ts';

export interface Signer {
  /** PKCS #12 file with the certificate, its chain and the key. */
  certificate: string;
  /** Holds the password, so that no list of processes shows it; null: none. */
  passwordFile: string | null;
  /** Address of a time stamp server (RFC 3161); null: the signature holds only as long as the certificate. */
  timestamp: string | null;
}

/** What Windows checks for a signature before it runs or loads it. */
export function isSignable({ name }: PayloadFile): boolean {
  return /\.(?:psm1|psd1|ps1|ps1xml)$/.test(name);
}

/** Replaces the file by its signed form. Throws with what osslsigncode said. */
export function sign(file: string, { certificate, passwordFile, timestamp }: Signer): void {
  const signed = `${file}.signed`;
  const args = [
    'sign',
    ...['-pkcs12', certificate, '-h', 'sha256', '-n', 'mailflow-tls', '-in', file, '-out', signed],
    ...(passwordFile === null ? [] : ['-readpass', passwordFile]),
    ...(timestamp === null ? [] : ['-ts', timestamp]),
  ];
  const { error, status, stdout, stderr } = spawnSync('osslsigncode', args, { encoding: 'utf8' });
  if (error !== undefined)
    throw new Error('osslsigncode is not installed (Debian, Ubuntu: apt-get install osslsigncode).');
  if (status !== 0) throw new Error(`${file} could not be signed:\n${stdout}${stderr}`);
  renameSync(signed, file);
}
