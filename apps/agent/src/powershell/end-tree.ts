// Ends a process and all that it started.
import { type ChildProcess, spawn } from 'node:child_process';
import { win32 } from 'node:path';
import { systemFolder } from './executable.ts';

const patienceMs = 5000;

/**
 * Resolves when the process is gone, or after five seconds with whatever could be done. A hung probe may wait for a
 * program that it started, so the shell alone is not enough. Its job ends them with it, but Windows Server 2008 R2 knows
 * no job within a job, and taskkill asks Windows Management, which may be what hangs: so both.
 */
export async function endTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (process.platform === 'win32') await taskkill(child.pid);
  child.kill('SIGKILL');
  await Promise.race([gone, patience()]);
}

function taskkill(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const path = win32.join(systemFolder(process.env), 'taskkill.exe');
    const killer = spawn(path, ['/PID', String(pid), '/T', '/F'], { windowsHide: true, stdio: 'ignore' });
    killer.once('error', () => resolve());
    killer.once('exit', () => resolve());
    void patience().then(() => killer.kill());
  });
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
}
