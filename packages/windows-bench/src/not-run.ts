// Lets a test say what it could not do on this machine, so that a green run never hides it.
import { appendFileSync } from 'node:fs';

/**
 * Adds an entry to the list "Not run on this machine" of `npm test`; the same entry twice is listed once. Outside of
 * `npm test` it goes to standard error.
 *
 * @param what what was not tested, such as `oracle test of the client role`
 * @param reason why, with the remedy, such as `Wine is not installed (Debian: apt-get install wine)`
 */
export function reportNotRun(what: string, reason: string): void {
  const file = process.env.MAILFLOW_TLS_NOT_RUN;
  if (file === undefined) process.stderr.write(`Not run: ${what}: ${reason}\n`);
  else appendFileSync(file, `${JSON.stringify({ what, reason })}\n`);
}
