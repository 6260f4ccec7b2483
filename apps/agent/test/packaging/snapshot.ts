// What is on a host: its files and its registry, to be compared before and after an installation.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WindowsHost } from '@mailflow-tls/windows-bench';

export interface Snapshot {
  files: Map<string, string>;
  /** `key|value name` to data, of the whole local machine. */
  registry: Map<string, string>;
}

/** Links lead to what all hosts share. */
export async function snapshot(host: WindowsHost): Promise<Snapshot> {
  const files = new Map<string, string>();
  list(join(host.folder, 'drive_c'), '', files);
  const registry = new Map<string, string>();
  for (const hive of ['SOFTWARE', 'SYSTEM']) {
    const file = host.toLocalPath('C:\\snapshot.reg');
    await host.run('reg', ['export', `HKLM\\${hive}`, 'C:\\snapshot.reg', '/y']);
    let key = '';
    for (const line of readFileSync(file, 'utf16le')
      .replace(/\\\r\n */g, '')
      .split('\r\n')) {
      if (line.startsWith('[')) key = line.slice(1, -1);
      const [name, ...data] = line.startsWith('[') ? [''] : line.split('=');
      registry.set(`${key}|${name}`, data.join('='));
    }
    rmSync(file);
  }
  return { files, registry };
}

function list(root: string, folder: string, files: Map<string, string>): void {
  for (const { name } of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const stat = lstatSync(join(root, path));
    if (stat.isDirectory()) {
      files.set(`${path}/`, '');
      list(root, path, files);
    } else if (stat.isFile()) {
      const isSmall = stat.size < 1_000_000;
      files.set(
        path,
        isSmall
          ? createHash('sha256')
              .update(readFileSync(join(root, path)))
              .digest('hex')
          : String(stat.size),
      );
    }
  }
}

/** What one has and the other has not or has otherwise; names only, sorted. */
export function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}
