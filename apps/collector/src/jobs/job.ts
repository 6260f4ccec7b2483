// What background work is: led by one collector at a time, safe to be done again, ended on a signal.
import type { Collector } from '../collector.ts';

export type JobCollector = Pick<Collector, 'db' | 'store' | 'settings' | 'log' | 'now'>;

export interface Job {
  /** Stable: the time of the last run is kept under it. */
  name: string;
  everyMs: number;
  /** Rejects when the signal comes; what was done until then stays done. */
  run(collector: JobCollector, signal: AbortSignal): Promise<void>;
}

export const minute = 60_000;
export const hour: number = 60 * minute;
export const day: number = 24 * hour;
