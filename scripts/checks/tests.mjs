// Runs the vitest tests of every package and counts them from vitest's own reports.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, runTool, runTurbo } from '../lib/processes.mjs';
import { workspacePackages } from '../lib/workspace.mjs';
import { countReport } from './count-report.mjs';
import { notRunFile } from './not-run.mjs';

/**
 * @param {string} folder the folder of this test run
 * @returns {import('./check.mjs').Check[]} one for the scripts of the workspace, one for each package with tests
 */
export function testChecks(folder) {
  const reports = join(folder, 'reports');
  mkdirSync(reports, { recursive: true });
  const env = { MAILFLOW_TLS_TEST_REPORTS: reports, MAILFLOW_TLS_NOT_RUN: notRunFile(folder) };
  const scripts = {
    name: 'tests of the workspace scripts',
    run: async () => {
      const outcome = await runTool('vitest', 'vitest', ['run'], { cwd: join(root, 'scripts'), env });
      return result(outcome.code, join(reports, 'scripts.json'));
    },
  };
  const packages = workspacePackages()
    .filter((found) => found.scripts.test !== undefined)
    .map(({ name, folder: packageFolder }) => ({
      name: `tests of ${name}`,
      run: async () => {
        const outcome = await runTurbo(
          ['test', `--filter=${name}`, '--only', '--output-logs=new-only', '--log-prefix=none'],
          { env },
        );
        return result(outcome.code, join(reports, `${basename(packageFolder)}.json`));
      },
    }));
  return [scripts, ...packages];
}

/**
 * @param {number} code
 * @param {string} reportFile
 */
function result(code, reportFile) {
  return countReport(code, existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : undefined);
}
