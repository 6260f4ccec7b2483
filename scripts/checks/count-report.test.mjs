// What may go wrong between vitest and the count of tests, and that none of it is lost.
import { describe, expect, test } from 'vitest';
import { countReport } from './count-report.mjs';

/** @param {object} fields */
function report(fields) {
  return JSON.stringify({ numPassedTests: 0, numFailedTests: 0, testResults: [], ...fields });
}

describe('countReport', () => {
  test('counts passed and failed tests', () => {
    expect(countReport(1, report({ numPassedTests: 7, numFailedTests: 2 }))).toMatchObject({
      passed: 7,
      failed: 2,
    });
  });

  test('names skipped tests without counting them', () => {
    const result = countReport(0, report({ numPassedTests: 3, numPendingTests: 2 }));
    expect(result).toEqual({ passed: 3, failed: 0, remark: '3 tests, 2 skipped' });
  });

  test('a missing report is a failure', () => {
    expect(countReport(0, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a file that could not be loaded is a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const counted = countReport(1, report({ numPassedTests: 1, testResults }));
    expect(counted).toMatchObject({ passed: 1, failed: 1 });
  });

  test('a hook that throws is a failure beside a failed test of another file', () => {
    const testResults = [
      { status: 'failed', assertionResults: [{ status: 'skipped' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    const counted = countReport(1, report({ numFailedTests: 1, numPendingTests: 1, testResults }));
    expect(counted).toMatchObject({ passed: 0, failed: 2 });
  });

  test('an error outside the tests is a failure', () => {
    expect(countReport(1, report({ numPassedTests: 5 }))).toMatchObject({ passed: 5, failed: 1 });
  });

  test('a run without tests is a failure', () => {
    expect(countReport(0, report({}))).toMatchObject({ passed: 0, failed: 1 });
  });
});
