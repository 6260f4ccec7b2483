// The exit codes of every command; the same numbers as those of the program on the hosts.
export const exitCodes = {
  /** The command did what it was asked. */
  clean: 0,
  /** Wrong usage, wrong settings, or input that cannot be used. */
  usage: 2,
  /** Something could not be reached or checked. */
  incomplete: 3,
  /** A fault of this program. */
  internal: 4,
  /** Ended by Ctrl+C or a request to terminate before it was done, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
