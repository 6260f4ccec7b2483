// Runs the built program as its users do: another process, with its own streams and exit code.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './test-io.ts';

const folder: string = join(import.meta.dirname, '..');

/** The built program; tests fail with a remedy when it is not there. */
export function agentProgram(): string {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = join(folder, bin['mailflow-tls']);
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first`);
  return file;
}

export interface RunAgentOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Standard input; `open` keeps it open without a byte. */
  input?: string | Buffer | 'open';
  /** Called once the process runs. */
  onStart?: (kill: (signal: NodeJS.Signals) => void, closeStdout: () => void) => void;
}

export function runAgent(args: readonly string[], options: RunAgentOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [agentProgram(), ...args], {
      cwd: options.cwd ?? folder,
      env: { PATH: process.env.PATH, ...options.env },
      stdio: 'pipe',
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? (signal === null ? -1 : -2),
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      }),
    );
    // A program that refuses its arguments ends before it has read anything.
    child.stdin.on('error', () => {});
    if (options.input !== 'open') child.stdin.end(options.input ?? '');
    options.onStart?.(
      (signal) => child.kill(signal),
      () => child.stdout.destroy(),
    );
  });
}
