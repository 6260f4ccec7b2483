// A report that has passed every check outside the store, and what the store says when it writes it.
import type { ReportHeader } from '@mailflow-tls/contract';

export interface VerifiedReport {
  hostId: number;
  header: ReportHeader;
  /** In the header's order; the texts' digests are those of the header, and each text is valid for the core. */
  sections: readonly { name: string; text: Uint8Array }[];
  /** What of the run is kept with the facts. */
  run: string;
  /** Of the facts as a whole. */
  digest: Buffer;
  /** By the collector's clock. */
  receivedAt: number;
  via: 'https' | 'share' | 'file';
}

/**
 * `accepted`: newly written. `duplicate`: this host's report of this id was there already, also within one batch.
 * `idTaken`: another host has a report of this id. `notActive`: the host is no longer active, looked up in the same
 * transaction, so that a revocation takes effect at once on every collector.
 */
export type Recorded = 'accepted' | 'duplicate' | 'idTaken' | 'notActive';

/** Writes a batch in one transaction and answers for each report, in order, once it is durable. */
export type RecordReports = (batch: readonly VerifiedReport[]) => Promise<readonly Recorded[]>;
