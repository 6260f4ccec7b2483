// The state of a host and the one sentence that gives its reason.
import type { Finding } from '../engine/finding.ts';
import type { AnyRule } from '../engine/rule.ts';
import type { PartInMail } from '../part-in-mail/part-in-mail.ts';
import type { HostState, StateReason } from './report.ts';

interface Judgement {
  state: HostState;
  reason: StateReason;
}

/**
 * The worst that the findings allow to be said; `rules` holds the rules they come from, by id.
 *
 * Failures outrank everything, since they are proven. When all that fails only waits for a restart, the host needs
 * just that. Then comes what was not read: a host that carries mail is never called ready, or merely at risk, while an
 * essential rule has no answer or was left out (`leftOut`). A host that takes no part in mail is ready whatever else is found on it.
 */
export function hostState(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, AnyRule>,
  part: PartInMail,
  leftOut: boolean,
): Judgement {
  const broken: number[] = [];
  const waiting: number[] = [];
  const unread: number[] = [];
  const warned: number[] = [];
  findings.forEach((finding, index) => {
    const { verdict } = finding;
    if (verdict !== 'fail' && verdict !== 'warn' && verdict !== 'notChecked') return;
    const rule = rules.get(finding.rule);
    if (!rule || rule.affects === 'hygiene') return;
    if (verdict === 'fail') (finding.restartOnly ? waiting : broken).push(index);
    else if (verdict === 'warn') warned.push(index);
    else if (rule.essential) unread.push(index);
  });

  if (broken.length > 0) return { state: 'failing', reason: { key: 'failing', findings: broken } };
  if (waiting.length > 0)
    return { state: 'restartNeeded', reason: { key: 'restartNeeded', findings: waiting } };
  if (part.parts.includes('none')) return { state: 'ready', reason: { key: 'noPart', findings: [] } };
  if (leftOut) return { state: 'unknown', reason: { key: 'rulesLeftOut', findings: [] } };
  if (unread.length > 0) return { state: 'unknown', reason: { key: 'unknown', findings: unread } };
  if (part.parts.includes('unknown'))
    return { state: 'unknown', reason: { key: 'partUnknown', findings: [] } };
  if (warned.length > 0) return { state: 'atRisk', reason: { key: 'atRisk', findings: warned } };
  return { state: 'ready', reason: { key: 'ready', findings: [] } };
}
