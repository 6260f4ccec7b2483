// Starts the programs that the workspace scripts need, the same way on every system and without a shell where that is possible.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ code: number, output: string }} Outcome How a program ended; `output` is empty unless it was captured. */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, toStderr?: boolean, shell?: boolean }} RunOptions */

/**
 * Runs a program to its end. A program that could not be started rejects with the system's error.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options] `capture` keeps both streams in order, `toStderr` leaves standard output to the caller's data
 * @returns {Promise<Outcome>}
 */
export function run(
  program,
  args,
  { cwd = root, env = {}, capture = false, toStderr = false, shell = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      shell,
      windowsHide: true,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['inherit', toStderr ? 2 : 'inherit', 'inherit'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...env },
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/**
 * Runs a program in our place: Ctrl+C and a request to end are its to answer, and we end as it does.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
export async function handOver(program, args, { cwd = root } = {}) {
  const child = spawn(program, args, { cwd, stdio: 'inherit', windowsHide: true });
  // The terminal sends Ctrl+C to both; who asks only us to end means the child.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code, signal] = await once(child, 'exit');
  process.exitCode = code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)];
}

/** The Node that the workspace pins, whatever Node started this script; needs a finished set-up. */
export function projectNode() {
  const folder = join(root, 'node_modules', 'node', 'bin');
  const program = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(program) ? program : process.execPath;
}

/** The package manager and its version as package.json names them, such as `pnpm@1.2.3`. */
export function packageManager() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
}

/**
 * Runs the pnpm that package.json names. It is fetched once by npx, so nobody has to install it.
 *
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runPnpm(args, options = {}) {
  const npxArgs = ['--yes', packageManager(), ...args];
  // An npx that started us would otherwise tell this one what to run.
  const env = { ...options.env, npm_config_package: undefined, npm_config_call: undefined };
  const script = npxScript();
  if (script !== undefined) return run(process.execPath, [script, ...npxArgs], { ...options, env });
  return run('npx', npxArgs, { ...options, env, shell: process.platform === 'win32' });
}

/**
 * Runs tasks of all packages in the order that turbo.json gives.
 *
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runTurbo(args, options) {
  return runPnpm(['exec', 'turbo', 'run', ...args], options);
}

/**
 * Runs a command-line tool from the workspace's own packages on the pinned Node.
 *
 * @param {string} packageName
 * @param {string} tool the name of the command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(packageName, tool, args, options) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(projectNode(), [join(folder, typeof bin === 'string' ? bin : bin[tool]), ...args], options);
}

/** npx as a script beside the npm that runs us or that came with this Node; npx.cmd would need a shell on Windows. */
function npxScript() {
  const besideNode = dirname(process.execPath);
  return [
    process.env.npm_execpath === undefined
      ? undefined
      : join(dirname(process.env.npm_execpath), 'npx-cli.js'),
    join(besideNode, 'node_modules', 'npm', 'bin', 'npx-cli.js'),
    join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js'),
  ].find((candidate) => candidate !== undefined && existsSync(candidate));
}
