// Packages for tests: built once a version, installed on a host of the bench as an administrator would.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { benchReady, reportNotRun, type WindowsHost } from '@mailflow-tls/windows-bench';
import { buildPackage } from '../../packaging/build-packages.ts';
import { type Flavour, flavours } from '../../packaging/flavours.ts';

/** False, and noted as not run, where packages cannot be built. */
export function canBuild(what: string): boolean {
  const missing = ['wixl', 'msibuild', 'msiinfo'].filter(
    (name) => spawnSync(name, ['--version']).error !== undefined,
  );
  if (missing.length > 0)
    reportNotRun(what, `${missing.join(', ')} not installed (Debian, Ubuntu: apt-get install wixl msitools)`);
  return missing.length === 0;
}

export async function canInstall(what: string): Promise<boolean> {
  return canBuild(what) && (await benchReady(what));
}

export function flavour(id: Flavour['id']): Flavour {
  const found = flavours.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no package ${id}`);
  return found;
}

export interface Packages {
  folder: string;
  /** The file of a package, built when it is asked for first. */
  msi(id: Flavour['id'], version: string): string;
  remove(): void;
}

export function packages(): Packages {
  const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-packages-'));
  const built = new Map<string, string>();
  return {
    folder,
    msi(id, version) {
      const key = `${id} ${version}`;
      const file = built.get(key) ?? join(folder, buildPackage(flavour(id), folder, version).files[0] ?? '');
      built.set(key, file);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Wine knows the low byte of an exit code only. */
export const installed = 0;
/** ERROR_INSTALL_FAILURE, 1603. */
export const refused: number = 1603 & 0xff;
/** ERROR_FUNCTION_FAILED, 1627, which Wine says when a program of the installer fails; Windows says 1603. */
export const failedOnWine: number = 1627 & 0xff;

const currentVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** Windows Server 2012 R2, as far as an installer can tell: the value came with its successor. */
export function makeServer2012R2(host: WindowsHost): Promise<void> {
  return host.setRegistry({ [currentVersion]: { CurrentMajorVersionNumber: null } });
}

/** Runs Windows Installer silently and returns its exit code. */
export async function msiexec(
  host: WindowsHost,
  option: '/i' | '/x',
  file: string,
  ...properties: string[]
): Promise<number | null> {
  const local = host.toLocalPath(`C:\\${basename(file)}`);
  copyFileSync(file, local);
  try {
    const args = [option, `C:\\${basename(file)}`, '/qn', '/norestart', ...properties];
    const { exitCode } = await host.run('C:\\windows\\system32\\msiexec.exe', args, { timeoutMs: 120_000 });
    return exitCode;
  } finally {
    rmSync(local);
  }
}
