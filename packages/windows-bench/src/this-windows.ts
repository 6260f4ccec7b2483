// The host on a real Windows: this very machine, which tests may look at and never change.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PowerShellScript, WindowsHost } from './host.ts';
import { powerShellFlags, wrapScript } from './powershell-script.ts';
import type { RunOptions, RunResult } from './run.ts';

/** Opens this machine as a host; whatever would change it is refused. */
export function thisWindows(): WindowsHost {
  return new ThisWindows(mkdtempSync(join(tmpdir(), 'mailflow-tls-bench-')));
}

const refused = (): Promise<never> =>
  Promise.reject(
    new Error('This is a real Windows machine: the bench does not change it. Ask benchAvailability first.'),
  );

class ThisWindows implements WindowsHost {
  readonly kind = 'windows';
  readonly powershell: string = join(
    process.env['SystemRoot'] ?? 'C:\\Windows',
    'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
  readonly node: string = process.execPath;
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  readonly setRegistry = refused;
  readonly importReg = refused;
  readonly describe = refused;
  readonly installExchange = refused;
  readonly addService = refused;
  readonly addCertificate = refused;
  readonly removeCertificate = refused;
  // It would tell of this machine only what the states of a bench tell better.
  readonly negotiate = refused;

  async run(program: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
    const env = { ...process.env, ...options.env };
    const child = spawn(program, args, {
      env,
      windowsHide: true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let timedOut = false;
    const kill = (): void => {
      spawn('taskkill', ['/T', '/F', '/PID', String(child.pid)], { windowsHide: true, stdio: 'ignore' });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, options.timeoutMs ?? 60_000);
    options.signal?.addEventListener('abort', kill);
    try {
      child.stdin.on('error', () => {});
      child.stdin.end(options.stdin ?? '');
      const [stdout, stderr, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ]);
      const killed = timedOut || options.signal?.aborted === true;
      return { stdout, stderr, exitCode: killed || typeof code !== 'number' ? null : code, timedOut };
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', kill);
    }
  }

  runNode(script: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
    return this.run(this.node, [script, ...args], options);
  }

  async runPowerShell(script: PowerShellScript, options: RunOptions = {}): Promise<RunResult> {
    const folder = mkdtempSync(join(this.folder, 'script-'));
    const wrapper = join(folder, 'wrapper.ps1');
    const file = typeof script === 'string' ? join(folder, 'script.ps1') : script.file;
    if (typeof script === 'string') writeFileSync(file, `\uFEFF${script}`);
    writeFileSync(wrapper, wrapScript(file));
    const args = typeof script === 'string' ? [] : (script.args ?? []);
    try {
      return await this.run(this.powershell, [...powerShellFlags, wrapper, ...args], options);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  toWindowsPath(localPath: string): string {
    return localPath;
  }

  toLocalPath(windowsPath: string): string {
    return windowsPath;
  }

  async dispose(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
