// Puts the PowerShell module of fakes where a host's PowerShell finds it before its own modules.
import { copyFileSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, onceOnThisMachine } from './cache.ts';
import type { WindowsHost } from './host.ts';
import { fingerprint } from './tools.ts';

const fakes = fileURLToPath(new URL('../fakes', import.meta.url));

/** Folder of a host that holds what the fakes read; relative to its drive C. */
export const FAKES_DATA: string = join('ProgramData', 'MailflowTlsFakes');

/**
 * The compiled value types of Exchange's cmdlets, compiled now if this machine has none of this source (about 3 s).
 * `makeHost` makes a host without fakes, whose PowerShell is the compiler.
 */
export async function fakeTypes(makeHost: () => Promise<WindowsHost>): Promise<string> {
  const folder = join(fakes, 'types');
  const sources = readdirSync(folder).map((name) => join(folder, name));
  const made = join(cacheFolder(), `types-${fingerprint(sources, [])}.dll`);
  await onceOnThisMachine(made, async () => {
    await using host = await makeHost();
    const list = sources.map((file) => `'${host.toWindowsPath(file)}'`).join(',');
    const target = host.toLocalPath('C:\\types.dll');
    const result = await host.runPowerShell(
      `$ErrorActionPreference = 'Stop'; Add-Type -Path ${list} -OutputAssembly 'C:\\types.dll' -OutputType Library`,
    );
    if (result.exitCode !== 0)
      throw new Error(`The types of the fakes do not compile:\n${result.stdout}${result.stderr}`);
    // Copied beside its place and then renamed: nobody sees half of it.
    const beside = `${made}.${process.pid}`;
    copyFileSync(target, beside);
    renameSync(beside, made);
  });
  return made;
}

/** Lays the module and its types into a host. */
export function installFakes(driveC: string, types: string): void {
  symlinkSync(fakes, join(driveC, 'Program Files', 'PowerShell', 'Modules', 'MailflowTlsFakes'));
  mkdirSync(join(driveC, FAKES_DATA), { recursive: true });
  copyFileSync(types, join(driveC, FAKES_DATA, 'types.dll'));
}
