// A collector in a process of its own, as it is shipped: one bundled file, started by its command line.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the program to a file; takes half a second. */
export async function bundleCollector(outfile: string): Promise<void> {
  await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    conditions: ['mailflow-source'],
    external: ['pg-native'],
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

export interface CollectorProcess {
  child: ChildProcess;
  /** Resolves with the address; rejects when the process ends before it listens. */
  listening: Promise<string>;
  /** What it wrote on standard error. */
  log(): string;
  /** Ends it at once, as a power cut of the process. */
  kill(): Promise<void>;
  /** Asks it to end and gives its exit code. */
  end(): Promise<number | null>;
}

export function startProcess(program: string, args: readonly string[]): CollectorProcess {
  const child = spawn(process.execPath, [program, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = `${log}${chunk}`.slice(-20_000);
  });
  const exited = once(child, 'exit');
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk;
      const url = /^Listening: (\S+)$/m.exec(written)?.[1];
      if (url !== undefined) resolve(url);
    });
    void exited.then(() => reject(new Error(`The collector ended before it listened: ${log}`)));
  });
  // Whoever kills it first does not wait for it to listen.
  listening.catch(() => {});
  return {
    child,
    listening,
    log: () => log,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async end() {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
