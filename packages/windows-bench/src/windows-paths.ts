// Translates between the paths of Linux and those that a program of the host sees.
import { posix } from 'node:path';

/** `C:\…` for what lies on the host's own drive, `Z:\…` for the rest of this machine. Takes absolute Linux paths. */
export function toWindowsPath(prefix: string, linuxPath: string): string {
  const drive = posix.join(prefix, 'drive_c');
  const path = posix.resolve(linuxPath);
  if (path === drive) return 'C:\\';
  const onDriveC = path.startsWith(`${drive}/`);
  return (onDriveC ? `C:${path.slice(drive.length)}` : `Z:${path}`).replaceAll('/', '\\');
}

/** The Linux path of an absolute Windows path on drive C or Z; upper and lower case must be right. */
export function toLinuxPath(prefix: string, windowsPath: string): string {
  const match = /^([a-z]):[\\/](.*)$/i.exec(windowsPath);
  const drive = match?.[1]?.toUpperCase();
  const rest = match?.[2]?.replaceAll('\\', '/') ?? '';
  if (drive === 'C') return posix.join(prefix, 'drive_c', rest);
  if (drive === 'Z') return posix.join('/', rest);
  throw new Error(`Not an absolute path on drive C or Z: ${windowsPath}`);
}
