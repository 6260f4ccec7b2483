// Installs what the workspace needs, once: any other script calls it first and it does nothing when all is in place.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageManager, root, runPnpm } from './lib/processes.mjs';
import { workspacePackages } from './lib/workspace.mjs';

const oldestNode = 20;
const stampFile = join(root, 'node_modules', '.mailflow-tls-set-up');

/** Installs the packages of the lockfile unless they are installed. Ends the process with a remedy when it cannot. */
export async function setUp() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) {
    stop(
      `This is Node ${process.versions.node}; the workspace needs Node ${oldestNode} or newer to set itself up.`,
      'Install a current Node (it brings npm along) and run the command again.',
    );
  }
  const wanted = stamp();
  if (isInstalled(wanted)) return;

  say(
    'Set-up: installing the packages that pnpm-lock.yaml names (needs the network, usually under a minute) …',
  );
  const started = Date.now();
  const outcome = await install();
  if (outcome.code !== 0) {
    process.stderr.write(`${outcome.output.trim()}\n`);
    stop('The packages could not be installed; the reason is above.', remedyFor(outcome.output));
  }
  writeFileSync(stampFile, wanted);
  say(`Set-up: done in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

async function install() {
  const waiting = setInterval(() => say('Set-up: still installing …'), 30_000);
  try {
    // CI=true: pnpm must not ask anything, its output is not shown.
    return await runPnpm(['install', '--frozen-lockfile'], { capture: true, env: { CI: 'true' } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return stop(
      `npm's npx could not be started (${reason}).`,
      'Install npm, which normally comes with Node, so that `npx --version` prints a version, and run the command again.',
    );
  } finally {
    clearInterval(waiting);
  }
}

/** What the installed packages depend on; node_modules of another system or architecture is of no use. */
function stamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')}\n`;
}

/** @param {string} wanted */
function isInstalled(wanted) {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) return false;
  return workspacePackages().every(
    ({ folder, dependencies }) => dependencies === 0 || existsSync(join(folder, 'node_modules')),
  );
}

/** @param {string} output */
function remedyFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|dns error|error sending request/i.test(output)) {
    return 'The package registry was not reached. Check the network, and behind a proxy set HTTPS_PROXY or `npm config set proxy`, then run the command again.';
  }
  if (/CERT|certificate/i.test(output)) {
    return 'The registry’s certificate was not trusted. Behind an inspecting proxy set NODE_EXTRA_CA_CERTS to its root certificate, then run the command again.';
  }
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full: the packages take about 900 MB. Make room and run the command again.';
  }
  if (/OUTDATED_LOCKFILE|frozen-lockfile/i.test(output)) {
    return `pnpm-lock.yaml does not fit a package.json. After changing dependencies run \`npx ${packageManager()} install\` and commit the lockfile.`;
  }
  if (/EACCES|EPERM|EBUSY/i.test(output)) {
    return 'A file could not be written. Close programs that run from node_modules, or delete node_modules, and run the command again.';
  }
  return 'Delete node_modules and run the command again; if that fails too, the output above names the package.';
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} problem
 * @param {string} remedy
 * @returns {never}
 */
function stop(problem, remedy) {
  say(`Set-up failed: ${problem}\nWhat to do: ${remedy}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp();
