// Rules with the hosts they concern, and the matrix of rules by groups of hosts; both from counting sets of findings.
import { en, rules, ruleTitle, type Verdict } from '@mailflow-tls/core';
import type { Asking } from './asking.ts';
import { countSets, type GroupKey, type SetCount } from './finding-sets.ts';
import type { HostFilter } from './host-filter.ts';

/** Verdicts that the store keeps; `pass` and `notApplicable` are what is left of all hosts. */
export interface VerdictCounts {
  fail: number;
  warn: number;
  notChecked: number;
  info: number;
  /** Of these, findings that count for the host's state and that no waiver covers; and those that one covers. */
  open: number;
  waived: number;
}

export interface RuleLine extends VerdictCounts {
  rule: string;
  title: string;
  affects: string | null;
}

export interface RuleList {
  /** Hosts of the filter. */
  hosts: number;
  rules: RuleLine[];
}

function noCounts(): VerdictCounts {
  return { fail: 0, warn: 0, notChecked: 0, info: 0, open: 0, waived: 0 };
}

/** Every rule of this core and every other that a host still has a finding of; most open hosts first. */
export async function listRules(asking: Asking, filter: HostFilter): Promise<RuleList> {
  const sets = await countSets(asking, filter);
  const counts = new Map<string, VerdictCounts>(rules.map((rule) => [rule.id, noCounts()]));
  for (const set of sets) addSet(counts, set);
  const affects = new Map<string, string>(rules.map((rule) => [rule.id, rule.affects]));
  const lines = [...counts].map(([rule, count]) => ({
    rule,
    title: ruleTitle(en, rule),
    affects: affects.get(rule) ?? null,
    ...count,
  }));
  // The order of the rules is kept among equals.
  lines.sort((a, b) => b.open - a.open || b.fail - a.fail || b.warn - a.warn || b.notChecked - a.notChecked);
  return { hosts: sets.reduce((sum, set) => sum + set.hosts, 0), rules: lines };
}

function addSet(counts: Map<string, VerdictCounts>, { entries, hosts }: SetCount): void {
  for (const [rule, verdict, counted, waived] of entries) {
    let count = counts.get(rule);
    if (count === undefined) {
      count = noCounts();
      counts.set(rule, count);
    }
    if (isKept(verdict)) count[verdict] += hosts;
    if (counted === 1) count[waived === 1 ? 'waived' : 'open'] += hosts;
  }
}

function isKept(verdict: Verdict): verdict is 'fail' | 'warn' | 'notChecked' | 'info' {
  return verdict !== 'pass' && verdict !== 'notApplicable';
}

export interface FoldedMatrix {
  by: GroupKey;
  groups: { value: string; hosts: number; rules: Record<string, VerdictCounts> }[];
}

const mostGroups = 200;

/** The matrix with hosts folded into groups, the biggest first. */
export async function foldedMatrix(asking: Asking, filter: HostFilter, by: GroupKey): Promise<FoldedMatrix> {
  const sets = await countSets(asking, filter, by);
  const groups = new Map<string, { hosts: number; counts: Map<string, VerdictCounts> }>();
  for (const set of sets) {
    let group = groups.get(set.group);
    if (group === undefined) {
      group = { hosts: 0, counts: new Map() };
      groups.set(set.group, group);
    }
    group.hosts += set.hosts;
    addSet(group.counts, set);
  }
  return {
    by,
    groups: [...groups]
      .sort(([a, one], [b, other]) => other.hosts - one.hosts || (a < b ? -1 : 1))
      .slice(0, mostGroups)
      .map(([value, { hosts, counts }]) => ({ value, hosts, rules: Object.fromEntries(counts) })),
  };
}
