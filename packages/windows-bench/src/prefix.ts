// Copies the template into the folder of a host, and sees to it that nothing of the host outlives this process.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';

/** Ends what lives in a host and removes it, with the folder of /tmp that Debian's Wine notes in the prefix. */
const CLEAN = `read -r _
for round in 1 2 3 4 5; do
  pids=$(grep -lszxF "WINEPREFIX=$1" /proc/[0-9]*/environ | cut -d/ -f3)
  if [ -z "$pids" ]; then break; fi
  kill -9 $pids 2>/dev/null
done
case $(cat "$1/wineserver" 2>/dev/null) in wine-*[!A-Za-z0-9-]*) ;; wine-*) rm -rf "/tmp/$(cat "$1/wineserver")" ;; esac
rm -rf "$1"`;

/**
 * Watches over a host from outside: when this process ends, however it ends, the pipe closes and the host's programs and
 * folder go. Closing the pipe earlier does the same at once.
 */
export function keepPrefix(prefix: string): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
  const keeper = spawn('sh', ['-c', CLEAN, 'keeper', prefix], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  // A child's pipe is a socket at run time, though its type does not say so.
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  return keeper;
}

/** Removes the host that this keeper watches; resolves when it is gone. */
export function endPrefix(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (keeper.exitCode !== null) return resolve();
    keeper.ref();
    keeper.on('exit', () => resolve());
    keeper.stdin?.destroy();
  });
}

const isProgram = /^drive_c\/(windows|Program Files)\//;

/** What is large and never written by a program is linked; the programs that only the template holds are one link. */
export function copyPrefix(source: string, target: string): void {
  const shared = new Set(['drive_c/Program Files/dotnet', 'drive_c/Program Files/PowerShell/7']);
  const copy = (folder: string): void => {
    for (const entry of readdirSync(join(source, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const [from, to] = [join(source, path), join(target, path)];
      if (shared.has(path)) symlinkSync(from, to);
      else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
      else if (entry.isDirectory()) {
        mkdirSync(to);
        copy(path);
      } else if (isProgram.test(path) && statSync(from).size > 16_384) linkSync(from, to);
      else copyFileSync(from, to);
    }
  };
  copy('');
}
