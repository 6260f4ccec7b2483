// The exit codes of every command, as docs/exit-codes.md lists them.
export const exitCodes = {
  /** The command did what it was asked and found nothing at or over the limit. */
  clean: 0,
  /** Findings at or over `--fail-on`. */
  findings: 1,
  /** Wrong usage, wrong settings, or input and output files that cannot be used. */
  usage: 2,
  /** Something that had to be read could not be read, and nothing worse was found. */
  incomplete: 3,
  /** A fault of this program. */
  internal: 4,
  /** Ended by Ctrl+C or a request to terminate, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
