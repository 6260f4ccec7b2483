// What a fresh host gets before its first program runs: its name, its certificate stores, and a program that stays.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeEntry } from './certificates/store.ts';
import { residentProgram } from './executables/resident.ts';
import type { HostOptions } from './host.ts';
import type { RegistryDescription } from './registry.ts';
import type { Tools } from './tools.ts';

const SYSTEM = 'HKLM\\SYSTEM\\CurrentControlSet';
const STORES = 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates';

/** The root that Exchange Online's certificates lead to; a stock Windows trusts it. */
export const DIGICERT_GLOBAL_ROOT_G2: { readonly certificatePem: string; readonly thumbprint: string } = {
  certificatePem: readFileSync(new URL('../fixtures/digicert-global-root-g2.pem', import.meta.url), 'utf8'),
  thumbprint: 'DF3C24F9BFD666761B268073FE06D1CC8D4F82A4',
};

/** The host's name and domain, the stores that every Windows has, and the root that Exchange Online needs. */
export function firstRegistry(options: HostOptions): RegistryDescription {
  const name = options.computerName ?? 'EX01';
  const domain = options.domain ?? 'contoso.local';
  const stores = ['My', 'CA', 'AuthRoot', 'Disallowed', 'TrustedPeople', 'TrustedPublisher', 'Root'];
  return {
    [`${SYSTEM}\\Control\\ComputerName\\ComputerName`]: { ComputerName: name },
    [`${SYSTEM}\\Control\\ComputerName\\ActiveComputerName`]: { ComputerName: name },
    [`${SYSTEM}\\Services\\Tcpip\\Parameters`]: {
      Hostname: name,
      Domain: domain,
      'NV Hostname': name,
      'NV Domain': domain,
    },
    ...Object.fromEntries(stores.map((store) => [`${STORES}\\${store}\\Certificates`, {}])),
    ...storeEntry(DIGICERT_GLOBAL_ROOT_G2, 'Root'),
  };
}

/** Starts the program that keeps the desktop and the store of roots as they are; resolves when it is at work. */
export async function startResident(
  prefix: string,
  tools: Tools,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const folder = join(prefix, 'drive_c', 'windows', 'temp');
  const ready = join(folder, 'resident.ready');
  const program = join(folder, 'resident.exe');
  writeFileSync(program, residentProgram('C:\\windows\\temp\\resident.ready'));
  const child = spawn(tools.wine, [program], { env: environment, stdio: 'ignore' });
  child.unref();
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = error;
  });
  child.on('exit', (code) => {
    failure = new Error(`The bench's resident program ended with code ${code}.`);
  });
  while (!existsSync(ready)) {
    if (failure !== undefined) throw failure;
    await sleep(5);
  }
}
