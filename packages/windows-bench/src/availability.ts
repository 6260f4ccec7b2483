// Says whether hosts can be made on this machine, and if not, what would help.
import { reportNotRun } from './not-run.ts';
import { findTools } from './tools.ts';
import { prepareWineHosts } from './wine-host.ts';

/** What tests want to do with a host: only look, or also change its registry, certificates and programs. */
export type Use = 'read' | 'change';

/** Whether the bench runs here; if not, one sentence with the remedy. */
export type BenchAvailability =
  | { readonly available: true }
  | { readonly available: false; readonly reason: string };

let onLinux: Promise<BenchAvailability> | undefined;

/**
 * Whether hosts can be made here. On Linux this makes what hosts are made of where it is missing (20 s, once per
 * machine), since only that shows that Wine and PowerShell work together. On Windows the host is this very machine: it
 * is only read.
 */
export function benchAvailability(use: Use = 'change'): Promise<BenchAvailability> {
  if (process.platform === 'win32') {
    const reason =
      'This is a real Windows machine, which tests do not change: run them on Linux with Wine, or in a virtual machine of their own.';
    return Promise.resolve(use === 'read' ? { available: true } : { available: false, reason });
  }
  onLinux ??= tryOnLinux();
  return onLinux;
}

async function tryOnLinux(): Promise<BenchAvailability> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { available: false, reason: 'The Windows bench needs Linux or Windows on an x64 processor.' };
  }
  const tools = findTools();
  if (typeof tools === 'string') return { available: false, reason: tools };
  try {
    await prepareWineHosts(tools);
    return { available: true };
  } catch (error) {
    return { available: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * For test files: true when the bench is there; otherwise notes what is not run, and why, and returns false.
 * `const bench = await benchReady('the probes on a Windows host'); describe.runIf(bench)(…)`
 */
export async function benchReady(what: string, use: Use = 'change'): Promise<boolean> {
  const answer = await benchAvailability(use);
  if (!answer.available) reportNotRun(what, answer.reason);
  return answer.available;
}
