// Weighs a rule's verdict by what the host does for mail with Office 365.
import type { PartInMail } from '../part-in-mail/part-in-mail.ts';
import type { Verdict } from './finding.ts';
import type { Affects } from './rule.ts';

export type Direction = 'sending' | 'receiving';

/** Whether the host hands mail to Office 365 itself (`sending`), or takes mail from it (`receiving`). */
function carries(part: PartInMail, direction: Direction): boolean {
  return direction === 'sending'
    ? part.parts.includes('sendsDirectly') || part.parts.includes('applicationRelay')
    : part.parts.includes('receives');
}

/**
 * The verdict that counts. A rule about a direction in which the host certainly has no part cannot stop its mail, so
 * `fail` becomes `warn`; on a host with no part in mail at all `warn` becomes `info` too. What is not known is not
 * taken for `none`: with an unknown part the rule's own verdict stands.
 */
export function weigh(verdict: Verdict, affects: Affects, part: PartInMail): Verdict {
  if (verdict !== 'fail' && verdict !== 'warn') return verdict;
  if (part.parts.includes('unknown')) return verdict;
  if (part.parts.includes('none')) return verdict === 'fail' ? 'warn' : 'info';
  if (verdict === 'warn' || affects === 'hygiene') return verdict;
  const concerned =
    affects === 'both' ? carries(part, 'sending') || carries(part, 'receiving') : carries(part, affects);
  return concerned ? verdict : 'warn';
}
