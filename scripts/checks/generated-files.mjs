// Checks that generated files are up to date: generating them again must change nothing in the work tree.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runTurbo } from '../lib/processes.mjs';

/** @returns {import('./check.mjs').Check} */
export function generatedFilesCheck() {
  return {
    name: 'generated files are up to date',
    run: async () => {
      const before = await workTree();
      if (before === undefined)
        return { passed: 0, failed: 0, notRun: 'git is missing or this is no git clone' };
      const { code, output } = await runTurbo(['generate', '--output-logs=errors-only'], { capture: true });
      if (code !== 0) return { passed: 0, failed: 1, output };
      const after = (await workTree()) ?? new Map();
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
        (file) => before.get(file) !== after.get(file),
      );
      if (changed.length === 0) return { passed: 1, failed: 0 };
      const list = changed.map((file) => `  ${file}`).join('\n');
      return {
        passed: 0,
        failed: 1,
        output: `Out of date until just now; look at the changes and commit them:\n${list}`,
      };
    },
  };
}

/**
 * The files that differ from the last commit, with a hash of each: so work in progress is no failure, but what the
 * generators change is.
 *
 * @returns {Promise<Map<string, string> | undefined>} undefined where git cannot tell
 */
async function workTree() {
  const args = ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'];
  const { code, output } = await run('git', args, { capture: true }).catch(() => ({ code: 1, output: '' }));
  if (code !== 0) return undefined;
  const files = output
    .split('\0')
    .filter(Boolean)
    .map((entry) => entry.slice(3));
  return new Map(files.map((file) => [file, contentHash(join(root, file))]));
}

/** @param {string} path */
function contentHash(path) {
  if (!existsSync(path) || !statSync(path).isFile()) return 'absent';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
