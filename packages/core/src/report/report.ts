// Report: everything that was read and judged about one host at one time.
import type { Finding } from '../engine/finding.ts';
import type { ProtocolSummary } from '../engine/summarise-protocols.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import type { PartInMail } from '../part-in-mail/part-in-mail.ts';

/** Version of the report's shape. */
export const reportSchemaVersion = 1;

/**
 * `failing`: mail with Office 365 fails, or goes in clear text where it must not. `restartNeeded`: everything is
 * stored as it should be and only a restart of Windows is missing. `unknown`: something without which nobody can say
 * was not read. `atRisk`: mail flows and something threatens it. `ready`: would keep mail flowing.
 */
export type HostState = 'failing' | 'restartNeeded' | 'unknown' | 'atRisk' | 'ready';

/** Worst first. */
export const hostStates: readonly HostState[] = ['failing', 'restartNeeded', 'unknown', 'atRisk', 'ready'];

/** Why a host is in its state: a sentence of the locale's `reasons`, and the findings (by index) that led to it. */
export interface StateReason {
  key: HostState | 'partUnknown' | 'rulesLeftOut' | 'noPart';
  findings: readonly number[];
}

export interface Report {
  schemaVersion: typeof reportSchemaVersion;
  /** The id of the facts. */
  id: string;
  /** UTC. */
  judgedAt: string;
  /** Version of the core that judged. */
  core: string;
  host: HostFacts['host'];
  state: HostState;
  reason: StateReason;
  part: PartInMail;
  protocols: readonly ProtocolSummary[];
  /** In the order of the rules. */
  findings: readonly Finding[];
  /** Ids of rules that the caller left out. */
  skippedRules: readonly string[];
  /** Names and dates of reference data that were older than 180 days when the host was judged. */
  staleReferenceData: readonly { name: string; asOf: string }[];
  facts: HostFacts;
}
