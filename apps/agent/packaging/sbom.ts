// The list of parts of a package in CycloneDX 1.6, from the packages that are installed as the lockfile says.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckedNode } from './node-program.ts';

interface Manifest {
  name: string;
  version: string;
  license?: string;
  private?: boolean;
  dependencies?: Record<string, string>;
}

interface Part {
  folder: string;
  manifest: Manifest;
  uses: string[];
}

/**
 * @param agent folder of the agent's package; what its dependencies bring along is listed too, also what the bundler
 * then leaves out
 * @param file name and SHA-256 of the package that the list is about
 */
export function sbom(agent: string, node: CheckedNode, file: { name: string; sha256: string }): string {
  const parts = new Map<string, Part>();
  walk(realpathSync(agent), parts);
  const [root, ...others] = [...parts.entries()];
  if (root === undefined) throw new Error(`${agent} is no package`);
  const reference = root[0];
  const nodeReference = `pkg:generic/node@${node.version}?platform=win-x64`;
  const components = [
    ...others.map(([ref, { manifest }]) => component(ref, manifest)),
    {
      type: 'application',
      'bom-ref': nodeReference,
      name: 'node',
      version: node.version,
      supplier: { name: 'OpenJS Foundation' },
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-256', content: node.sha256 }],
    },
  ].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: `urn:uuid:${uuidOf(file.sha256)}`,
      version: 1,
      metadata: {
        component: {
          ...component(reference, root[1].manifest),
          type: 'application',
          hashes: [{ alg: 'SHA-256', content: file.sha256 }],
          properties: [{ name: 'file', value: file.name }],
        },
      },
      components,
      dependencies: [
        ...[...parts].map(([ref, { uses }]) => ({
          ref,
          dependsOn: [...uses, ...(ref === reference ? [nodeReference] : [])].sort(),
        })),
        { ref: nodeReference, dependsOn: [] },
      ],
    },
    null,
    2,
  )}\n`;
}

/** Returns the reference of the package. */
function walk(folder: string, parts: Map<string, Part>): string {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const reference = `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`;
  if (parts.has(reference)) return reference;
  const part: Part = { folder, manifest, uses: [] };
  parts.set(reference, part);
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    part.uses.push(walk(installed(name, folder), parts));
  }
  return reference;
}

/** As Node looks for a package: in the folder's own node_modules, then in those above. */
function installed(name: string, folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return realpathSync(join(at, 'node_modules', name));
    } catch {
      if (dirname(at) === at) throw new Error(`${name} is not installed, but ${folder} depends on it`);
    }
  }
}

function component(reference: string, { name, version, license }: Manifest) {
  return {
    type: 'library',
    'bom-ref': reference,
    name,
    version,
    ...(license === undefined
      ? {}
      : { licenses: [license.includes(' ') ? { expression: license } : { license: { id: license } }] }),
    purl: reference,
  };
}

/** A random-looking UUID (RFC 9562, version 8) that follows from what the list is about. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
