// Runs one Windows program under Wine and returns what it said, around the traps that pipes and consoles are there.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostEnvironment } from './environment.ts';
import { killAllWith } from './processes.ts';
import type { Tools } from './tools.ts';
import { toWindowsPath } from './windows-paths.ts';

/** How a program is run. */
export type RunOptions = {
  /** Added to the host's environment. `PATH` is put before the Windows one; `HOME`, `TEMP`, `TMP` cannot be set. */
  readonly env?: Readonly<Record<string, string>>;
  /** Given on standard input, which then ends. Without it standard input is empty. */
  readonly stdin?: string | Uint8Array;
  /** After so many milliseconds the program and all that it started are killed. Default: 60,000. */
  readonly timeoutMs?: number;
  /** Kills the program and all that it started when aborted. */
  readonly signal?: AbortSignal;
  /** Linux path of the folder to run in. Default: the host's drive C. */
  readonly cwd?: string;
};

/** What a program said. Texts are decoded as UTF-8. */
export type RunResult = {
  readonly stdout: string;
  readonly stderr: string;
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
};

const launcher = fileURLToPath(new URL('../launcher/launch.cjs', import.meta.url));
const needsConsole = /(^|[\\/])(pwsh|powershell)\.exe$/i;
/** Wine says this once in a process that asks for the label of drive Z; no Windows program ever would. */
const wineNoise =
  /^wine: Read access denied for device L"[^"\n]*", FS volume label and serial are not available\.\n/gm;

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** As `WindowsHost.run`, for a prefix whose Wine server may or may not run. */
export async function runInPrefix(
  prefix: string,
  tools: Tools,
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const folder = mkdtempSync(join(prefix, 'run-'));
  const at = (name: string): string => join(folder, name);
  try {
    writeFileSync(at('in'), options.stdin ?? '');
    writeFileSync(at('out'), '');
    writeFileSync(at('err'), '');
    const windows = (path: string): string => toWindowsPath(prefix, path);
    let command = [tools.wine, program, ...args];
    let outputs = true;
    if (needsConsole.test(program) && options.stdin === undefined) {
      // A terminal on standard input is a console to Wine; the outputs stay files, free of control sequences.
      const line = `exec ${command.map(quote).join(' ')} > ${quote(at('out'))} 2> ${quote(at('err'))}`;
      command = [tools.script, '-qec', line, '/dev/null'];
      outputs = false;
    } else if (needsConsole.test(program)) {
      command = [tools.wine, windows(tools.node), windows(launcher), windows(at('in')), program, ...args];
    }
    const ended = await execute(command, prefix, outputs ? ['in', 'out', 'err'].map(at) : undefined, options);
    return {
      stdout: readFileSync(at('out'), 'utf8'),
      stderr: readFileSync(at('err'), 'utf8').replaceAll(wineNoise, ''),
      ...ended,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function environmentFor(
  prefix: string,
  mark: string,
  env: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const { PATH: path, ...rest } = env;
  // Wine keeps the PATH of Linux to itself and puts WINEPATH before the one of Windows.
  return {
    ...hostEnvironment(prefix),
    ...rest,
    ...(path === undefined ? {} : { WINEPATH: path }),
    [MARK]: mark,
  };
}

/** Every descendant inherits this variable: the only thing by which they can be found and ended. */
const MARK = 'MAILFLOW_TLS_BENCH_RUN';

async function execute(
  command: readonly string[],
  prefix: string,
  streams: readonly string[] | undefined,
  options: RunOptions,
): Promise<Pick<RunResult, 'exitCode' | 'timedOut'>> {
  const mark = randomUUID();
  // Files and not pipes: node.exe as the outermost program fails on pipes under Wine ("open" errors).
  const files = (streams ?? []).map((file, index) => openSync(file, index === 0 ? 'r' : 'a'));
  let timedOut = false;
  const kill = (): void => killAllWith(`${MARK}=${mark}`);
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, options.timeoutMs ?? 60_000);
  options.signal?.addEventListener('abort', kill);
  try {
    const [file = '', ...args] = command;
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(file, args, {
        env: environmentFor(prefix, mark, options.env),
        cwd: options.cwd ?? join(prefix, 'drive_c'),
        stdio: files.length === 0 ? 'ignore' : files,
      });
      child.on('error', reject);
      child.on('exit', (code) => resolve(code));
    });
    return { exitCode: timedOut || options.signal?.aborted ? null : exitCode, timedOut };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', kill);
    for (const descriptor of files) closeSync(descriptor);
  }
}
