// Ends Windows programs under Wine: they share no parent and no process group, only the environment they inherited.
import { readdirSync, readFileSync } from 'node:fs';

/** The processes whose environment holds exactly this `NAME=value`. */
function processesWith(entry: string): number[] {
  const found: number[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number.parseInt(name, 10);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(entry)) found.push(pid);
    } catch {
      // It ended meanwhile, or it is not ours.
    }
  }
  return found;
}

/** Kills every process with this `NAME=value`, again and again until none is left that could start another. */
export function killAllWith(entry: string): void {
  for (let round = 0; round < 20; round++) {
    const pids = processesWith(entry);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended meanwhile.
      }
    }
  }
}
