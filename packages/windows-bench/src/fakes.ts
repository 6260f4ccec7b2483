// Puts the PowerShell module of fakes where a host's PowerShell finds it before its own modules.
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of a host that holds what the fakes read; relative to its drive C. */
export const FAKES_DATA: string = join('ProgramData', 'MailflowTlsFakes');

/** Lays the module and its compiled types into a host. */
export function installFakes(driveC: string, types: string): void {
  const fakes = fileURLToPath(new URL('../fakes', import.meta.url));
  symlinkSync(fakes, join(driveC, 'Program Files', 'PowerShell', 'Modules', 'MailflowTlsFakes'));
  mkdirSync(join(driveC, FAKES_DATA), { recursive: true });
  copyFileSync(types, join(driveC, FAKES_DATA, 'types.dll'));
}
