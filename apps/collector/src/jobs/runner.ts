// Does the background work of all collectors in one of them: whoever holds the lease.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Job, type JobCollector, minute } from './job.ts';
import { holdLease, releaseLease } from './lease.ts';

export interface RunnerOptions {
  /** Milliseconds after which another collector may take over from one that died. */
  leaseMs?: number;
  /** Milliseconds between looks at what is due. */
  tickMs?: number;
  holder?: string;
}

export interface JobFigures {
  runs: number;
  failures: number;
  /** Milliseconds. */
  lastTook: number | null;
  lastAt: number | null;
}

const leaseName = 'jobs';
const retryAfterMs: number = minute;

export class JobRunner {
  readonly holder: string;
  /** By name of the job, of this collector only. */
  readonly figures: ReadonlyMap<string, JobFigures>;
  readonly #collector: JobCollector;
  readonly #jobs: readonly Job[];
  readonly #leaseMs: number;
  readonly #tickMs: number;
  readonly #failedAt = new Map<string, number>();
  #leads = false;
  #timer: NodeJS.Timeout | null = null;
  #stop = new AbortController();
  #ticking: Promise<void> = Promise.resolve();

  constructor(collector: JobCollector, jobs: readonly Job[], options: RunnerOptions = {}) {
    this.#collector = collector;
    this.#jobs = jobs;
    this.#leaseMs = options.leaseMs ?? minute;
    this.#tickMs = options.tickMs ?? 5000;
    this.holder = options.holder ?? `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
    this.figures = new Map(
      jobs.map(({ name }) => [name, { runs: 0, failures: 0, lastTook: null, lastAt: null }]),
    );
  }

  get leads(): boolean {
    return this.#leads;
  }

  /** Looks for due work again and again until `stop`. */
  start(): void {
    this.#timer = setTimeout(() => {
      void this.tick().finally(() => {
        if (this.#timer !== null) this.start();
      });
    }, this.#tickMs);
    this.#timer.unref();
  }

  /** Ends what runs, and lets another collector lead. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#stop.abort();
    await this.#ticking;
    if (!this.#leads) return;
    this.#leads = false;
    try {
      await releaseLease(this.#collector.db, leaseName, this.holder);
    } catch (error) {
      this.#collector.log.warn('The lease was not given back; it runs out by itself.', {
        error: textOf(error),
      });
    }
  }

  /** Does what is due, one job after the other. Never rejects. For simulations: call it whenever virtual time has passed. */
  tick(): Promise<void> {
    this.#ticking = this.#ticking.then(() => this.#work());
    return this.#ticking;
  }

  async #work(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    // Given up when the lease is lost while a job runs.
    const lost = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, lost.signal]);
    if (!(await this.#hold())) return;
    const renew = setInterval(() => {
      void this.#hold().then((held) => {
        if (!held) lost.abort();
      });
    }, this.#leaseMs / 3);
    try {
      for (const job of this.#jobs) {
        if (signal.aborted) return;
        await this.#runWhenDue(job, signal);
      }
    } catch (error) {
      this.#collector.log.error('The work that is due could not be looked up.', { error: textOf(error) });
    } finally {
      clearInterval(renew);
    }
  }

  async #hold(): Promise<boolean> {
    const { db, log, now } = this.#collector;
    let held = false;
    try {
      held = await holdLease(db, leaseName, this.holder, now(), this.#leaseMs);
    } catch (error) {
      log.warn('The lease could not be renewed.', { error: textOf(error) });
    }
    if (held !== this.#leads)
      log.info(held ? 'Leads the background work.' : 'No longer leads the background work.');
    this.#leads = held;
    return held;
  }

  async #runWhenDue(job: Job, signal: AbortSignal): Promise<void> {
    const collector = this.#collector;
    const began = collector.now();
    const failedAt = this.#failedAt.get(job.name);
    if (failedAt !== undefined && began - failedAt < Math.min(retryAfterMs, job.everyMs)) return;
    const last = await lastRun(collector, job.name);
    if (last !== null && began >= last && began - last < job.everyMs) return;
    const figures = this.figures.get(job.name);
    const started = performance.now();
    try {
      await job.run(collector, signal);
      this.#failedAt.delete(job.name);
      if (figures) figures.runs += 1;
      await noteRun(collector, job.name, began, Math.round(performance.now() - started));
    } catch (error) {
      if (signal.aborted) return;
      this.#failedAt.set(job.name, began);
      if (figures) figures.failures += 1;
      collector.log.error(`The job ${job.name} failed.`, { error: textOf(error) });
    }
    if (figures) {
      figures.lastAt = began;
      figures.lastTook = Math.round(performance.now() - started);
    }
  }
}

/** When a job last succeeded, on whichever collector. */
export async function lastRun({ db }: Pick<JobCollector, 'db'>, name: string): Promise<number | null> {
  const row = await db
    .selectFrom('rollups')
    .select('made_at')
    .where('name', '=', `job ${name}`)
    .executeTakeFirst();
  return row?.made_at ?? null;
}

async function noteRun(
  { db }: Pick<JobCollector, 'db'>,
  name: string,
  made_at: number,
  took_ms: number,
): Promise<void> {
  await db
    .insertInto('rollups')
    .values({ name: `job ${name}`, made_at, took_ms })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ made_at, took_ms }))
    .execute();
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
