// Starts PowerShell while it is not yet known whether it is the wished one: settings are read in the meantime.
import { PowerShellUnavailable } from './errors.ts';
import { powershellPath } from './executable.ts';
import { type Session, startSession } from './session.ts';

export interface WarmUp {
  /** The running process when it is this PowerShell and nobody has taken it; it then belongs to the caller. */
  take(executable: string): Session | null;
  /** Ends the process unless somebody took it. */
  drop(): void;
}

/** What cannot be started is no error here: whoever really needs it learns why. */
export function warmUp(chosen: string | null): WarmUp {
  let started: { executable: string; session: Session } | null = null;
  try {
    const executable = powershellPath(chosen, process.env);
    started = { executable, session: startSession(executable) };
  } catch (error) {
    if (!(error instanceof PowerShellUnavailable)) throw error;
  }
  return {
    take(executable) {
      if (started?.executable !== executable) return null;
      const { session } = started;
      started = null;
      return session;
    },
    drop() {
      started?.session.close();
      started = null;
    },
  };
}
