// Counts what intake does since this process began, for the metrics.
import type { RefusalCode } from '@mailflow-tls/contract';
import type { VerifiedReport } from './verified-report.ts';

/** Upper bounds in milliseconds. */
const bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500] as const;

export class IntakeFigures {
  readonly acceptedByWay: Record<VerifiedReport['via'], number> = { https: 0, share: 0, file: 0 };
  duplicates = 0;
  readonly refusedByCode: Map<RefusalCode, number> = new Map<RefusalCode, number>();
  /** Transactions no slower than each bound. */
  readonly commits: { upTo: number; count: number }[] = bounds.map((upTo) => ({ upTo, count: 0 }));
  commitCount = 0;
  commitMs = 0;
  committedReports = 0;

  accepted(via: VerifiedReport['via'], duplicate: boolean): void {
    if (duplicate) this.duplicates += 1;
    else this.acceptedByWay[via] += 1;
  }

  refused(code: RefusalCode): void {
    this.refusedByCode.set(code, (this.refusedByCode.get(code) ?? 0) + 1);
  }

  committed(tookMs: number, reports: number): void {
    this.commitCount += 1;
    this.commitMs += tookMs;
    this.committedReports += reports;
    for (const bucket of this.commits) if (tookMs <= bucket.upTo) bucket.count += 1;
  }
}
