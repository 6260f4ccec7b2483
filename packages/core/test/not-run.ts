// Lets a test say what it could not do on this machine: `npm test` lists it at the end.
import { appendFileSync } from 'node:fs';

export function noteNotRun(what: string, reason: string): void {
  const file = process.env.MAILFLOW_TLS_NOT_RUN;
  if (file === undefined) process.stderr.write(`Not run: ${what}: ${reason}\n`);
  else appendFileSync(file, `${JSON.stringify({ what, reason })}\n`);
}
