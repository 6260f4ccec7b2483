// What the tests order of the program that disturbs probes, and what they get back.
import type { HostFacts } from '@mailflow-tls/core';

export interface SabotageRun {
  /** Code to run before the script of a probe, by the probe's name. */
  scripts: Record<string, string>;
  /** In place of their limits, by the probe's name. Never for one that must answer: the machine may be slow. */
  limitsMs?: Record<string, number>;
  budgetMs?: number;
  abortAfterMs?: number;
}

export interface SabotageOrder {
  powershell: string;
  runs: SabotageRun[];
}

export interface SabotageResult {
  /** Null when the whole run failed. */
  sections: HostFacts['sections'] | null;
  failure: string | null;
  tookMs: number;
  logged: string[];
}
