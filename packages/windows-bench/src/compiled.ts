// Compiles the bench's C# once per machine and source, with the compiler that a host's PowerShell brings.
import { copyFileSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, onceOnThisMachine } from './cache.ts';
import type { WindowsHost } from './host.ts';
import { fingerprint } from './tools.ts';

/** The bench's assemblies, as files of this machine. */
export type Compiled = {
  /** Value types of Exchange's cmdlets, for the fakes. */
  readonly fakeTypes: string;
  /** The start-up hook that negotiates. */
  readonly negotiator: string;
};

/** Compiles what this machine lacks (about 5 s). `makeHost` makes a host that needs none of it. */
export async function compiled(makeHost: () => Promise<WindowsHost>): Promise<Compiled> {
  return {
    fakeTypes: await assembly('../fakes/types', makeHost),
    negotiator: await assembly('../negotiator', makeHost),
  };
}

async function assembly(source: string, makeHost: () => Promise<WindowsHost>): Promise<string> {
  const folder = fileURLToPath(new URL(source, import.meta.url));
  const files = readdirSync(folder).map((name) => join(folder, name));
  const made = join(cacheFolder(), `${basename(folder)}-${fingerprint(files, [])}.dll`);
  await onceOnThisMachine(made, async () => {
    await using host = await makeHost();
    const list = files.map((file) => `'${host.toWindowsPath(file)}'`).join(',');
    const result = await host.runPowerShell(
      `$ErrorActionPreference = 'Stop'; Add-Type -Path ${list} -OutputAssembly 'C:\\out.dll' -OutputType Library`,
    );
    if (result.exitCode !== 0)
      throw new Error(`${folder} does not compile:\n${result.stdout}${result.stderr}`);
    // Copied beside its place and then renamed: nobody sees half of it.
    const beside = `${made}.${process.pid}`;
    copyFileSync(host.toLocalPath('C:\\out.dll'), beside);
    renameSync(beside, made);
  });
  return made;
}
