// Asks the registry for settings without starting PowerShell, which takes ten times as long.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { promisify } from 'node:util';
import { systemRoot } from '../powershell/executable.ts';
import { errorCode } from '../usage-error.ts';
import { registryKeys } from './places.ts';
import { type RegistryData, valuesOfKey } from './registry-file.ts';

export interface RegistrySettings {
  policy: ReadonlyMap<string, RegistryData>;
  installer: ReadonlyMap<string, RegistryData>;
  /** Why the registry could not be asked; null when it could. A key that is not there is no problem. */
  problem: string | null;
}

const nothing: ReadonlyMap<string, RegistryData> = new Map();
export const noRegistry: RegistrySettings = { policy: nothing, installer: nothing, problem: null };

/** Long, since a policy that is not heeded is worse than a wait, and PowerShell starts meanwhile. */
const limitMs = 20_000;

/**
 * `reg.exe` by its full path, so that no folder on PATH can put another in its place, and the 64-bit view whatever this
 * process is. Both keys are asked at once.
 */
export async function readRegistrySettings(env: NodeJS.ProcessEnv): Promise<RegistrySettings> {
  const program = win32.join(systemRoot(env), 'System32', 'reg.exe');
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'mailflow-tls-'));
    const [policy, installer] = await Promise.all([
      exported(program, registryKeys.policy, join(folder, 'policy.reg')),
      exported(program, registryKeys.installer, join(folder, 'installer.reg')),
    ]);
    return { policy, installer, problem: null };
  } catch (error) {
    return { ...noRegistry, problem: errorCode(error) };
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function exported(
  program: string,
  key: string,
  file: string,
): Promise<ReadonlyMap<string, RegistryData>> {
  try {
    await promisify(execFile)(program, ['export', key, file, '/y', '/reg:64'], {
      windowsHide: true,
      timeout: limitMs,
    });
  } catch (error) {
    // Ended by itself with a code: the key is not there. Its message is translated, so nothing is read from it.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return nothing;
    if (error instanceof Error && 'killed' in error && error.killed === true) throw codedError('timedOut');
    throw error;
  }
  return valuesOfKey((await readFile(file)).toString('utf16le'), key);
}

function codedError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
