// Where the bench keeps its template and its hosts, and how processes share one piece of work there.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The bench's folder in the user's cache; one for all work trees, since what it holds is keyed by versions. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  const folder = join(
    base !== undefined && base !== '' ? base : join(homedir(), '.cache'),
    'mailflow-tls',
    'bench',
  );
  mkdirSync(join(folder, 'hosts'), { recursive: true });
  return folder;
}

/** True when a process of this number lives (it may be another one that got the number since). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes folders named `<pid>-<anything>` whose process is gone: what a killed run left behind. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10);
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * Runs `make` in one process at a time until `made` exists; others wait for it.
 * The lock names its process, so that the lock of a killed one is taken over. Two that take over at the same moment may
 * both work: `make` therefore must put its result in place by one rename and bear that another was faster.
 */
export async function onceOnThisMachine(made: string, make: () => Promise<void>): Promise<void> {
  const lock = `${made}.lock`;
  while (!exists(made)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = Number.parseInt(readIfThere(lock), 10);
      if (Number.isInteger(owner) && !isAlive(owner)) rmSync(lock, { force: true });
      else await sleep(100);
      continue;
    }
    try {
      if (!exists(made)) await make();
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
