// What the commands ask of the part that reads the host, so that they can be tested without a host.
import type { Gatherer, HostFacts, SectionName } from '@mailflow-tls/core';
import type { Log } from './log/log.ts';
import type { WarmUp } from './powershell/warm-up.ts';

export interface GatherWishes {
  /** Ends everything that was started, and rejects, when aborted. */
  signal: AbortSignal;
  /** For everything together. */
  timeoutMs: number;
  /** Full path; null for the Windows PowerShell of the system. */
  powershell: string | null;
  /** Sections that are left out. */
  skip: readonly SectionName[];
  log: Log;
  /** Where it is kept how far the mail logs were read. */
  mailLogState: string;
  /** Used when it is the wished PowerShell. */
  warm?: WarmUp;
}

/** Reads this host. Whatever cannot be read is a section that says so; rejects only when aborted. */
export type Gather = (wishes: GatherWishes) => Promise<HostFacts>;

export type PowerShellInspection =
  | { ok: true; powershell: NonNullable<Gatherer['powershell']> }
  | { ok: false; executable: string; code: string };

export interface Inspection {
  powershell: PowerShellInspection;
  /** Sections that the inspection read, to tell how Exchange can be reached. */
  sections: Pick<HostFacts['sections'], 'exchange' | 'connectors'> | null;
}

/** Looks at PowerShell and Exchange only. */
export type Inspect = (wishes: Omit<GatherWishes, 'skip' | 'mailLogState'>) => Promise<Inspection>;

export interface Gathering {
  /** Whether there is a host to read here: a Windows one. */
  readsThisHost: boolean;
  /** Starts this PowerShell (null: the system's) ahead of `gather`. */
  warmUp: (powershell: string | null) => WarmUp;
  gather: Gather;
  inspect: Inspect;
}
