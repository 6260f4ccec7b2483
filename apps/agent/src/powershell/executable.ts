// Where PowerShell is: a full path that no environment variable but the system's own has a say in.
import { win32 } from 'node:path';
import { PowerShellUnavailable } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const rootForm = /^[A-Za-z]:\\[^<>:"/|?*]*$/;

/** The Windows folder. An environment that names anything but a plain folder of a drive is not believed. */
export function systemRoot(environment: Environment): string {
  const named = environment['SystemRoot'] ?? environment['SYSTEMROOT'] ?? '';
  return rootForm.test(named) ? win32.normalize(named).replace(/\\+$/, '') : 'C:\\Windows';
}

/** The folder of 64-bit programs: a 32-bit process is redirected away from `System32` and must ask for `Sysnative`. */
export function systemFolder(environment: Environment): string {
  const redirected = environment['PROCESSOR_ARCHITEW6432'] !== undefined;
  return win32.join(systemRoot(environment), redirected ? 'Sysnative' : 'System32');
}

/**
 * The PowerShell to start: the one that was chosen, else Windows PowerShell. `PATH` and `NODE_POWERSHELL` have no say,
 * for a service account they would be a hole. The 32-bit PowerShell of a 64-bit Windows is replaced by its 64-bit twin,
 * since Exchange's cmdlets do not load in it.
 *
 * @throws PowerShellUnavailable `notAbsolute`
 */
export function powershellPath(chosen: string | null, environment: Environment): string {
  const folder = systemFolder(environment);
  if (chosen === null) return win32.join(folder, 'WindowsPowerShell\\v1.0\\powershell.exe');
  if (!/^([A-Za-z]:)?[\\/]/.test(chosen)) throw new PowerShellUnavailable('notAbsolute', chosen);
  const wow = `${win32.join(systemRoot(environment), 'SysWOW64')}\\`.toLowerCase();
  const path = chosen.replaceAll('/', '\\');
  return path.toLowerCase().startsWith(wow) ? win32.join(folder, path.slice(wow.length)) : chosen;
}

/** The folder of modules that are installed for all users, beside those that come with PowerShell. */
export function moduleFolder(executable: string, environment: Environment): string {
  const named = environment['ProgramW6432'] ?? environment['ProgramFiles'] ?? '';
  const folder = rootForm.test(named)
    ? named
    : win32.join(win32.parse(systemRoot(environment)).root, 'Program Files');
  const product = /(^|[\\/])pwsh(\.exe)?$/i.test(executable) ? 'PowerShell' : 'WindowsPowerShell';
  return win32.join(folder, product, 'Modules');
}
