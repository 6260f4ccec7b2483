// Makes everything that an administrator puts on a share.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Flavour, fileName } from './flavours.ts';
import { buildMsi } from './msi/build-msi.ts';
import { payload } from './payload.ts';
import { sbom } from './sbom.ts';
import { isSignable, type Signer, sign } from './sign.ts';

const agent: string = join(import.meta.dirname, '..');

export function agentVersion(): string {
  return JSON.parse(readFileSync(join(agent, 'package.json'), 'utf8')).version;
}

/** Builds one package with its list of parts into `target`, and returns the names of both files and what was made sure of. */
export function buildPackage(
  flavour: Flavour,
  target: string,
  version: string = agentVersion(),
  signer: Signer | null = null,
): { files: string[]; checked: string } {
  mkdirSync(target, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-package-'));
  try {
    const { files, node } = payload(version, flavour, folder);
    const name = fileName(flavour, version);
    // Before they go in; node.exe bears the signature of its makers.
    if (signer !== null) for (const { source } of files.filter(isSignable)) sign(source, signer);
    buildMsi(version, flavour, files, join(target, name));
    if (signer !== null) sign(join(target, name), signer);
    const parts = `${name}.cdx.json`;
    writeFileSync(join(target, parts), sbom(agent, node, { name, sha256: sha256Of(join(target, name)) }));
    return { files: [name, parts], checked: `Node.js ${node.version}, ${node.checked}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes SHA256SUMS as `sha256sum -c` reads it. */
export function writeSums(target: string, files: readonly string[]): void {
  const lines = files.map((name) => `${sha256Of(join(target, name))}  ${name}\n`);
  writeFileSync(join(target, 'SHA256SUMS'), lines.join(''));
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
