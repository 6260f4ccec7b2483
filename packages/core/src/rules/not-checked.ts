// Turns a gap in the facts into the reason that a `notChecked` verdict must give.
import type { NotCheckedReason } from '../engine/finding.ts';
import type { HostView } from '../engine/host-view.ts';
import type { SectionName } from '../facts/host-facts.ts';

/** The gap that covers a field or key (its own, or that of a key above it), else the unread section's own reason. */
export function gapReason(host: HostView, section: SectionName, what: string): NotCheckedReason {
  const facts = host.facts.sections[section];
  if (facts.status === 'unread') return { section, reason: facts.reason, code: facts.code };
  const wanted = what.toLowerCase();
  const gap = facts.gaps.find((candidate) => {
    const name = candidate.what.toLowerCase();
    return wanted === name || wanted.startsWith(`${name}\\`) || wanted.startsWith(`${name}.`);
  });
  if (!gap) return { section, what, reason: 'failed', code: 'missing' };
  return { section, what: gap.what, reason: gap.reason, code: gap.code };
}
