// What a check of the project is and what it gives back.

/**
 * @typedef {object} CheckResult
 * @property {number} passed
 * @property {number} failed
 * @property {string} [output] shown when something failed
 * @property {string} [remark] one short remark, such as a measured size
 * @property {string} [notRun] why the check could not be made on this machine; it then counts neither way
 */
/** @typedef {{ name: string, run: () => Promise<CheckResult> }} Check */

/**
 * A check that is one program: it passed when the program ended with 0.
 *
 * @param {import('../lib/processes.mjs').Outcome} outcome
 * @returns {CheckResult}
 */
export function fromOutcome({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}
