// Counts the tests in a JSON report of vitest, so that nothing that went wrong is lost between report and exit code.

/**
 * @param {number} exitCode of vitest
 * @param {string | undefined} report the report's text, undefined when vitest wrote none
 * @returns {import('./check.mjs').CheckResult}
 */
export function countReport(exitCode, report) {
  if (report === undefined)
    return { passed: 0, failed: 1, output: 'vitest ended without a report of its tests.' };
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults,
  } = JSON.parse(report);
  // A file can fail without a failed test: it could not be loaded, or a hook of it threw.
  const brokenFiles = testResults.filter(isBroken).length;
  const failed = numFailedTests + brokenFiles;
  const skipped = numPendingTests + numTodoTests;
  if (failed === 0 && exitCode !== 0) {
    return { passed: numPassedTests, failed: 1, output: 'vitest failed outside its tests; see above.' };
  }
  if (failed === 0 && numPassedTests === 0) {
    return { passed: 0, failed: 1, output: 'No test ran.' };
  }
  const tests = `${numPassedTests} ${numPassedTests === 1 ? 'test' : 'tests'}`;
  const remark = skipped > 0 ? `${tests}, ${skipped} skipped` : tests;
  return { passed: numPassedTests, failed, remark };
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed');
}
