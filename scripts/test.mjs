// `npm test`: runs every check of the project, goes on after failures and ends with one line of totals.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromOutcome } from './checks/check.mjs';
import { coreChecks } from './checks/core-package.mjs';
import { generatedFilesCheck } from './checks/generated-files.mjs';
import { notRunOnThisMachine } from './checks/not-run.mjs';
import { testChecks } from './checks/tests.mjs';
import { runTool, runTurbo } from './lib/processes.mjs';
import { setUp } from './set-up.mjs';

/** @type {{ passed: number, failed: number }} */
const totals = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];
/** @type {{ what: string, reason: string }[]} */
const notRun = [];

// vitest colours even what no terminal shows.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

await setUp();
const folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-test-'));
try {
  /** @type {import('./checks/check.mjs').Check[]} */
  const checks = [
    {
      name: 'format and lint (biome)',
      run: () => tool('@biomejs/biome', 'biome', ['check', '--error-on-warnings']),
    },
    { name: 'types (tsc)', run: () => turbo(['types', 'types:scripts']) },
    { name: 'unused code (knip)', run: () => tool('knip', 'knip', []) },
    { name: 'build', run: () => turbo(['build']) },
    ...coreChecks(folder),
    generatedFilesCheck(),
    ...testChecks(folder),
  ];
  for (const check of checks) await perform(check);
  notRun.push(...notRunOnThisMachine(folder));
} catch (error) {
  totals.failed += 1;
  failures.push('the test script itself');
  console.log(error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
summarise();

/** @param {import('./checks/check.mjs').Check} check */
async function perform(check) {
  console.log(`… ${check.name}`);
  const started = Date.now();
  const result = await check.run().catch(crashed);
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  totals.passed += result.passed;
  totals.failed += result.failed;
  if (result.notRun !== undefined) {
    notRun.push({ what: check.name, reason: result.notRun });
    console.log(`- ${check.name}: not run on this machine (${result.notRun})`);
  } else if (result.failed > 0) {
    failures.push(check.name);
    if (result.output !== undefined) console.log(result.output.trimEnd());
    console.log(`✗ ${check.name}: failed after ${seconds}`);
  } else {
    const remark = result.remark === undefined ? '' : `, ${result.remark}`;
    console.log(`✓ ${check.name}: ${seconds}${remark}`);
  }
}

/**
 * @param {Error} error
 * @returns {import('./checks/check.mjs').CheckResult}
 */
function crashed(error) {
  return { passed: 0, failed: 1, output: error.stack ?? String(error) };
}

/** Prints what a reader needs last; the closing line stays alone because machines read it. */
function summarise() {
  if (notRun.length > 0) {
    console.log('\nNot run on this machine');
    for (const { what, reason } of notRun) console.log(`  ${what}: ${reason}`);
  }
  if (failures.length > 0) {
    console.log('\nFailed');
    for (const name of failures) console.log(`  ${name}`);
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

/**
 * @param {string} packageName
 * @param {string} name
 * @param {string[]} args
 */
async function tool(packageName, name, args) {
  return fromOutcome(await runTool(packageName, name, args, { capture: true }));
}

/** @param {string[]} tasks */
async function turbo(tasks) {
  return fromOutcome(
    await runTurbo([...tasks, '--continue', '--output-logs=errors-only'], { capture: true }),
  );
}
