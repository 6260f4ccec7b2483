// An error that the user can mend: it ends the command with the exit code for wrong usage and a remedy.
import type { Words } from './words/words.ts';

export type ErrorKey = keyof Words['errors'];

export class UsageError extends Error {
  readonly key: ErrorKey;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(key: ErrorKey, values: Readonly<Record<string, string | number>> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = 'UsageError';
    this.key = key;
    this.values = values;
  }
}

/** The system's code of an error (`ENOENT`), or its name. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.name;
  return String(error);
}
