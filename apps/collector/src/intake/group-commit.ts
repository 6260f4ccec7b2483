// Gathers reports for a moment and writes them in one transaction, because each commit waits for the disk once.
import type { Recorded, RecordReports, VerifiedReport } from './verified-report.ts';

export interface GroupCommitOptions {
  /** Most reports in one transaction. */
  maxBatch: number;
  /** Milliseconds that a report waits for company when no transaction is under way. */
  gatherMs: number;
  /** Transactions at a time: one for SQLite, which has one writer. */
  maxConcurrent: number;
  /** Whether an error says that the store as a whole cannot write now, rather than that one report cannot be written. */
  isUnavailable(error: unknown): boolean;
  /** Told how long each transaction took, in milliseconds, and how many reports it held. */
  onCommit?(tookMs: number, reports: number): void;
}

interface Waiting {
  report: VerifiedReport;
  resolve(recorded: Recorded): void;
  reject(reason: unknown): void;
}

export class GroupCommit {
  readonly #record: RecordReports;
  readonly #options: GroupCommitOptions;
  #queue: Waiting[] = [];
  #running = 0;
  #timer: NodeJS.Timeout | null = null;
  #idle: (() => void)[] = [];

  constructor(record: RecordReports, options: GroupCommitOptions) {
    this.#record = record;
    this.#options = options;
  }

  /** Reports that wait for a transaction. */
  get depth(): number {
    return this.#queue.length;
  }

  /** Resolves once the report is durable. Rejects when the store could not write; then the report may or may not be there. */
  add(report: VerifiedReport): Promise<Recorded> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ report, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when nothing waits and nothing is being written. */
  async drained(): Promise<void> {
    if (this.#queue.length === 0 && this.#running === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #schedule(): void {
    if (this.#running >= this.#options.maxConcurrent) return;
    if (this.#queue.length >= this.#options.maxBatch) {
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
      void this.#commit();
    } else if (this.#queue.length > 0 && this.#timer === null) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        void this.#commit();
      }, this.#options.gatherMs);
    }
  }

  async #commit(): Promise<void> {
    const batch = this.#queue.splice(0, this.#options.maxBatch);
    if (batch.length === 0) return;
    this.#running += 1;
    await this.#write(batch);
    this.#running -= 1;
    this.#schedule();
    if (this.#queue.length === 0 && this.#running === 0) for (const done of this.#idle.splice(0)) done();
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const started = performance.now();
    try {
      const recorded = await this.#record(batch.map(({ report }) => report));
      this.#options.onCommit?.(performance.now() - started, batch.length);
      for (const [index, { resolve, reject }] of batch.entries()) {
        const one = recorded[index];
        if (one === undefined) reject(new Error('The store did not answer for a report.'));
        else resolve(one);
      }
    } catch (error) {
      if (batch.length === 1 || this.#options.isUnavailable(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One report that the database will not take must not keep those of other hosts out.
      const middle = batch.length >> 1;
      await this.#write(batch.slice(0, middle));
      await this.#write(batch.slice(middle));
    }
  }
}
