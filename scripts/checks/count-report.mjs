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
  // A file that could not be loaded has no tests to count, yet it failed.
  const brokenFiles = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  const skipped = numPendingTests + numTodoTests;
  if (failed === 0 && exitCode !== 0) {
    return { passed: numPassedTests, failed: 1, output: 'vitest failed outside its tests; see above.' };
  }
  if (failed === 0 && numPassedTests === 0) {
    return { passed: 0, failed: 1, output: 'No test ran.' };
  }
  const remark = `${numPassedTests} tests${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { passed: numPassedTests, failed, remark };
}
