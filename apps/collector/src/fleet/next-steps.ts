// What to do next, in the order of the mail that it would save.
import { en, ruleTitle } from '@mailflow-tls/core';
import { sql } from 'kysely';
import { type Asking, numberOf } from './asking.ts';
import { countSets } from './finding-sets.ts';
import { fits, type HostFilter } from './host-filter.ts';

export interface NextStep {
  /** `restart`: these hosts only need to be restarted. `rule`: what the rule finds is to be mended. */
  kind: 'restart' | 'rule';
  rule: string | null;
  title: string | null;
  /** Hosts that would lose mail and that this step touches. */
  hosts: number;
  /** Of these, hosts that have nothing else that fails. */
  mends: number;
  /** Messages with Office 365 that the logs of these hosts hold. Hosts whose logs were not read add nothing. */
  messages: number;
}

const most = 10;

export async function nextSteps(asking: Asking, filter: HostFilter): Promise<NextStep[]> {
  const chosen = (['failing', 'restartNeeded'] as const).filter(
    (state) => filter.state.length === 0 || filter.state.includes(state),
  );
  const [failing, waiting, mail] = await Promise.all([
    chosen.includes('failing') ? countSets(asking, { ...filter, state: ['failing'], waived: false }) : [],
    chosen.includes('restartNeeded')
      ? countSets(asking, { ...filter, state: ['restartNeeded'], waived: false })
      : [],
    mailOf(asking, filter),
  ]);
  const steps = new Map<string, NextStep>();
  for (const { entries, hosts } of failing) {
    const open = entries.filter(
      ([, verdict, counts, waived]) => verdict === 'fail' && counts === 1 && waived === 0,
    );
    for (const [rule] of open) {
      const step = steps.get(rule) ?? emptyStep('rule', rule);
      step.hosts += hosts;
      if (open.length === 1) step.mends += hosts;
      steps.set(rule, step);
    }
  }
  for (const [rule, messages] of mail.byRule) {
    const step = steps.get(rule);
    if (step) step.messages = messages;
  }
  const restarts = waiting.reduce((sum, { hosts }) => sum + hosts, 0);
  const all = [...steps.values()];
  if (restarts > 0) {
    all.push({ ...emptyStep('restart', null), hosts: restarts, mends: restarts, messages: mail.restart });
  }
  return all
    .sort((a, b) => b.messages - a.messages || b.mends - a.mends || b.hosts - a.hosts || byRule(a, b))
    .slice(0, most);
}

function byRule(a: NextStep, b: NextStep): number {
  return (a.rule ?? '') < (b.rule ?? '') ? -1 : 1;
}

function emptyStep(kind: NextStep['kind'], rule: string | null): NextStep {
  return { kind, rule, title: rule === null ? null : ruleTitle(en, rule), hosts: 0, mends: 0, messages: 0 };
}

/** Messages with Office 365 by rule that fails, and of hosts that only need a restart. */
async function mailOf(
  asking: Asking,
  filter: HostFilter,
): Promise<{ byRule: Map<string, number>; restart: number }> {
  const messages = sql<
    string | number | null
  >`sum(host_peers.encrypted + host_peers.clear + host_peers.refused)`;
  const ofBroken = (state: 'failing' | 'restartNeeded') =>
    asking.store.reader
      .selectFrom('hosts')
      .innerJoin('host_peers', 'host_peers.host_id', 'hosts.id')
      .where('host_peers.office365', '=', 1)
      .where('hosts.state', '=', state)
      .where((eb) => fits(eb as never, asking, { ...filter, state: [], waived: false })); // the join only adds peers
  const [rows, restart] = await Promise.all([
    ofBroken('failing')
      .innerJoin('host_findings', 'host_findings.host_id', 'hosts.id')
      .where('host_findings.verdict', '=', 'fail')
      .where('host_findings.counts', '=', 1)
      .where('host_findings.waiver_id', 'is', null)
      .select(['host_findings.rule_id', messages.as('messages')])
      .groupBy('host_findings.rule_id')
      .execute(),
    ofBroken('restartNeeded').select(messages.as('messages')).executeTakeFirst(),
  ]);
  return {
    byRule: new Map(rows.map((row) => [row.rule_id, numberOf(row.messages)])),
    restart: numberOf(restart?.messages ?? null),
  };
}
