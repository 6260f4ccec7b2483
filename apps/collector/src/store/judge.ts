// What the store remembers of a judgement by the core.
import {
  coreVersion,
  evaluate,
  type HostFacts,
  type HostState,
  hostStates,
  identifyExchangeBuild,
  identifyWindows,
  type Report,
  rules,
  type Verdict,
  verdictOrder,
} from '@mailflow-tls/core';

export interface JudgedRule {
  verdict: Verdict;
  counts: 0 | 1;
}

export interface Judged {
  core: string;
  state: HostState;
  reason: string;
  part: string;
  /** Position in `hostStates`. */
  rank: number;
  /** By rule, the worst of its findings; without `pass` and `notApplicable`. */
  verdicts: ReadonlyMap<string, JudgedRule>;
  windows: string | null;
  exchange: string | null;
  bootTime: string | null;
}

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
const badness = new Map(verdictOrder.map((verdict, index) => [verdict, index]));

export function judge(facts: HostFacts, now: number): Judged {
  const report = evaluate(facts, { now: new Date(now) });
  const { state, reason, part } = report;
  const os = facts.sections.os.status === 'read' ? facts.sections.os.data : null;
  return {
    core: coreVersion,
    state,
    reason: reason.key,
    part: part.parts.join(' '),
    rank: hostStates.indexOf(state),
    verdicts: verdictsOf(report),
    windows: os === null ? null : identifyWindows(os).label,
    exchange: exchangeLabel(facts),
    bootTime: os?.bootTime ?? null,
  };
}

/** For facts of a version that this core cannot read: nothing is known, and nothing is called good. */
export const notUnderstood: Judged = {
  core: coreVersion,
  state: 'unknown',
  reason: 'unknown',
  part: 'unknown',
  rank: hostStates.indexOf('unknown'),
  verdicts: new Map(),
  windows: null,
  exchange: null,
  bootTime: null,
};

function verdictsOf({ findings }: Report): Map<string, JudgedRule> {
  const verdicts = new Map<string, JudgedRule>();
  for (const { rule, verdict } of findings) {
    if (verdict === 'pass' || verdict === 'notApplicable') continue;
    const known = verdicts.get(rule);
    if (known && (badness.get(known.verdict) ?? 0) >= (badness.get(verdict) ?? 0)) continue;
    verdicts.set(rule, { verdict, counts: counts(rule, verdict) });
  }
  return verdicts;
}

function counts(id: string, verdict: Verdict): 0 | 1 {
  const rule = ruleById.get(id);
  if (rule === undefined || rule.affects === 'hygiene') return 0;
  return verdict === 'fail' || verdict === 'warn' || (verdict === 'notChecked' && rule.essential) ? 1 : 0;
}

/** `Exchange Server 2019 CU14`; null without Exchange, or when nobody could tell. */
function exchangeLabel(facts: HostFacts): string | null {
  const section = facts.sections.exchange;
  if (section.status !== 'read' || section.data.installation === 'none') return null;
  const { build } = section.data;
  if (build === null) return 'Exchange Server';
  const known = identifyExchangeBuild(build);
  if (known === undefined) return 'Exchange Server';
  return `Exchange ${known.product}${known.cu === null ? '' : ` ${known.cu}`}`;
}

export function verdictsText(verdicts: Judged['verdicts']): string {
  const sorted = [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted.map(([rule, { verdict }]) => [rule, verdict])));
}
