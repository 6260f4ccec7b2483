// Judges facts by one rule, for tests.
import { type EvaluateOptions, evaluate } from '../src/engine/evaluate.ts';
import type { Finding } from '../src/engine/finding.ts';
import type { HostFacts } from '../src/facts/host-facts.ts';
import { exampleNow } from './example-facts.ts';

export function findingsOf(
  rule: string,
  facts: HostFacts,
  options: Partial<EvaluateOptions> = {},
): readonly Finding[] {
  return evaluate(facts, { now: exampleNow, ...options, only: [rule] }).findings;
}

/** What each finding says, as `verdict message`. */
export function judged(rule: string, facts: HostFacts, options: Partial<EvaluateOptions> = {}): string[] {
  return findingsOf(rule, facts, options).map(({ verdict, message }) => `${verdict} ${message.key}`);
}
