// Why PowerShell could not be used at all.
import type { Unread } from '@mailflow-tls/core';

/**
 * PowerShell did not start, or ended before it answered anything. `code` is the system's (`ENOENT`, `EACCES`, …) or one
 * of ours: `notAbsolute` (a relative path was given), `silentExit` (ended with code 0 and no word), `exited<code>`,
 * `startTimedOut`.
 */
export class PowerShellUnavailable extends Error {
  override readonly name = 'PowerShellUnavailable';
  readonly code: string;
  readonly executable: string;
  /** What it wrote to standard error, localised. */
  readonly detail: string;

  constructor(code: string, executable: string, detail = '') {
    super(`${executable}: ${code}`);
    this.code = code;
    this.executable = executable;
    this.detail = detail;
  }
}

const reasons: Readonly<Record<string, Unread['reason']>> = {
  ENOENT: 'notPresent',
  EACCES: 'denied',
  EPERM: 'denied',
  startTimedOut: 'timedOut',
};

/** What it means for whatever could not be read for it. */
export function unreadWithout({ code, executable }: PowerShellUnavailable): Unread {
  return {
    status: 'unread',
    reason: reasons[code] ?? 'failed',
    code: `powershell:${code}`,
    detail: executable,
  };
}
