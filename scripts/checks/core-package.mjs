// Checks the core as its users will get it: the packed tarball, its types, its module systems, its bundle in a browser.
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectNode, root, run, runPnpm, runTool } from '../lib/processes.mjs';
import { runInBrowser } from './browser.mjs';
import { fromOutcome } from './check.mjs';

const coreFolder = join(root, 'packages', 'core');
const largestBrowserBundle = 60_000;
/** All that judges, with the words of one language. */
const mainEntry = "export * from '@mailflow-tls/core';";

/** Judges a host of which nothing could be read and leaves the report as text; the same in every surrounding. */
const exampleProgram = `
const section = { status: 'unread', reason: 'denied', code: '0x80070005' };
const facts = {
  schemaVersion: factsSchemaVersion, id: '01890a5d-ac96-774b-bcce-b302099a8057', gatheredAt: '2026-01-02T03:04:05.000Z',
  gatherer: { name: 'package check', version: '1', powershell: null }, host: { name: 'EX1', domain: null },
  sections: Object.fromEntries(sectionNames.map((name) => [name, section])),
};
const result = JSON.stringify([evaluate(facts, { now: new Date('2026-01-02T03:04:05.000Z') }), Object.keys(he)]);
`;
const names = '{ evaluate, factsSchemaVersion, sectionNames }';
const asModule = `import ${names} from '@mailflow-tls/core';\nimport { he } from '@mailflow-tls/core/locales/he';\n${exampleProgram}`;
const asCommonJs = `const ${names} = require('@mailflow-tls/core');\nconst { he } = require('@mailflow-tls/core/locales/he');\n${exampleProgram}`;

/** The expected error proves that the types are there: without them nothing would be wrong. */
const typedProgram = `
import { evaluate, type HostFacts, type Report } from '@mailflow-tls/core';
import { he } from '@mailflow-tls/core/locales/he';
declare const facts: HostFacts;
const report: Report = evaluate(facts, { now: new Date() });
export const state: string = he.language + report.state;
// @ts-expect-error
evaluate(he, { now: new Date() });
`;

/**
 * @param {string} folder the folder of this test run
 * @returns {import('./check.mjs').Check[]}
 */
export function coreChecks(folder) {
  const consumer = join(folder, 'core-consumer');
  return [
    { name: 'core: packs', run: () => installPacked(consumer) },
    {
      name: 'core: package.json fits its files (publint)',
      run: async () =>
        fromOutcome(
          await runTool('publint', 'publint', ['run', tarball(consumer), '--strict'], { capture: true }),
        ),
    },
    {
      name: 'core: types are right in every resolver mode (attw)',
      run: () => checkTypes(tarball(consumer)),
    },
    { name: 'core: a TypeScript program compiles against it', run: () => compileProgram(consumer) },
    { name: 'core: loads as ES module and as CommonJS', run: () => loadBothWays(consumer) },
    {
      name: 'core: under 60 kB gzip in a browser, without Node built-ins',
      run: () => measureBundle(consumer),
    },
    {
      name: 'core: judges in a real browser as in Node',
      run: async () => {
        const script = await bundle(consumer, `${asModule}\nglobalThis.result = result;`);
        return runInBrowser(script, await resultOf(consumer, 'program.mjs'));
      },
    },
  ];
}

/** @param {string} file */
async function checkTypes(file) {
  const outcome = await runTool('@arethetypeswrong/cli', 'attw', [file, '--profile', 'strict'], {
    capture: true,
  });
  // A package without any types is fine with attw.
  return fromOutcome(outcome.output.includes('does not contain types') ? { ...outcome, code: 1 } : outcome);
}

/** @param {string} consumer */
function tarball(consumer) {
  const name = readdirSync(consumer).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error('pnpm pack left no tarball.');
  return join(consumer, name);
}

/**
 * Lays the packed core out as an installation would, so that the published `exports` decide and not the work tree's.
 *
 * @param {string} consumer
 */
async function installPacked(consumer) {
  const modules = join(consumer, 'node_modules');
  const installed = join(modules, '@mailflow-tls', 'core');
  mkdirSync(installed, { recursive: true });
  const packed = await runPnpm(['pack', '--pack-destination', consumer], { cwd: coreFolder, capture: true });
  if (packed.code !== 0) return fromOutcome(packed);
  symlinkSync(join(coreFolder, 'node_modules', 'valibot'), join(modules, 'valibot'), 'junction');
  writeFileSync(join(consumer, 'program.mjs'), `${asModule}\nconsole.log(result);\n`);
  writeFileSync(join(consumer, 'program.cjs'), `${asCommonJs}\nconsole.log(result);\n`);
  // Relative, because some tars take the colon of a Windows path for a host's.
  const file = relative(installed, tarball(consumer));
  return fromOutcome(
    await run('tar', ['-xzf', file, '--strip-components=1'], { cwd: installed, capture: true }),
  );
}

/**
 * Compiles a user's program in each resolver mode, with the declarations themselves checked.
 *
 * @param {string} consumer
 */
async function compileProgram(consumer) {
  for (const name of ['typed.mts', 'typed.cts', 'typed.ts'])
    writeFileSync(join(consumer, name), typedProgram);
  const modes = [
    ['--module', 'nodenext', 'typed.mts', 'typed.cts'],
    ['--module', 'esnext', '--moduleResolution', 'bundler', 'typed.ts'],
    ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0', 'typed.ts'],
  ];
  const common =
    '--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --target es2022 --skipLibCheck false';
  for (const mode of modes) {
    const args = [...common.split(' '), ...mode];
    const outcome = await runTool('typescript', 'tsc', args, { cwd: consumer, capture: true });
    if (outcome.code !== 0)
      return fromOutcome({ ...outcome, output: `${mode.join(' ')}\n${outcome.output}` });
  }
  return { passed: 1, failed: 0 };
}

/** @param {string} consumer */
async function loadBothWays(consumer) {
  const [fromModule, fromCommonJs] = [
    await resultOf(consumer, 'program.mjs'),
    await resultOf(consumer, 'program.cjs'),
  ];
  if (fromModule === fromCommonJs) return { passed: 1, failed: 0 };
  return { passed: 0, failed: 1, output: `ES module:\n${fromModule}\nCommonJS:\n${fromCommonJs}` };
}

/**
 * @param {string} consumer
 * @param {string} program
 */
async function resultOf(consumer, program) {
  const { code, output } = await run(projectNode(), [program], { cwd: consumer, capture: true });
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}`);
  return output.trimEnd();
}

/**
 * @param {string} consumer
 * @returns {Promise<import('./check.mjs').CheckResult>}
 */
async function measureBundle(consumer) {
  const size = gzipSync(await bundle(consumer, mainEntry), { level: 9 }).length;
  const remark = `${(size / 1000).toFixed(1)} kB`;
  if (size < largestBrowserBundle) return { passed: 1, failed: 0, remark };
  return {
    passed: 0,
    failed: 1,
    output: `The bundle has ${remark} gzip; users are promised less than 60 kB.`,
  };
}

/**
 * For a browser esbuild knows no Node built-in, so one anywhere in the core is an error here.
 *
 * @param {string} consumer
 * @param {string} source
 * @returns {Promise<string>}
 */
async function bundle(consumer, source) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: consumer, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild wrote nothing.');
  return output.text;
}
