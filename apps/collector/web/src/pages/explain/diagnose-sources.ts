// All that was read, and a host's facts when there are some, become one diagnosis.
import type { HostFacts } from '@mailflow-tls/core';
import {
  type Diagnosis,
  diagnose,
  type EvidenceSummary,
  type SourceEvidence,
  signalsOfFacts,
  summariseSignals,
  Unrecognised,
  Usage,
  usageOfFacts,
  type Where,
} from '@mailflow-tls/core/evidence';

export interface Explained {
  diagnosis: Diagnosis;
  evidence: EvidenceSummary;
}

export function diagnoseSources(
  sources: readonly SourceEvidence[],
  facts: HostFacts | undefined,
  now: Date,
): Explained {
  const usage = usageOf(sources);
  // The facts' own counts of the logs would be counted twice beside the logs.
  const live = facts === undefined ? [] : signalsOfFacts(facts, { withLogs: usage === null });
  const signals = [...sources.flatMap((source) => source.signals), ...live];
  const diagnosis = diagnose({
    signals,
    sessions: sources.flatMap(({ log }) => log?.sessions ?? []),
    usage: usage !== null ? [usage] : facts === undefined ? [] : usageOfFacts(facts),
    ...(facts !== undefined && { facts }),
    now,
  });
  const unrecognised = new Unrecognised<Where>();
  for (const { groups } of sources.map((source) => source.unrecognised))
    for (const { example, where, count } of groups) unrecognised.add(example, where, count);
  return {
    diagnosis,
    evidence: {
      sources: sources.map(({ count }) => count),
      signals: summariseSignals(signals),
      unrecognised: unrecognised.list(),
      usage,
      problems: [],
    },
  };
}

/** Null when no protocol log was read. */
function usageOf(sources: readonly SourceEvidence[]) {
  const states = sources.flatMap(({ log }) => log?.usage ?? []);
  if (states.length === 0) return null;
  const usage = new Usage();
  for (const state of states) usage.merge(state);
  return usage.report();
}
