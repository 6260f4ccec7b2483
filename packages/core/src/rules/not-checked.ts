// Turns a gap in the facts into the reason that a `notChecked` verdict must give.
import type { NotCheckedReason } from '../engine/finding.ts';
import type { HostView } from '../engine/host-view.ts';
import type { SectionName } from '../facts/host-facts.ts';

/**
 * Why one of these fields, keys or values could not be read; undefined when all were, or do not exist. Rules ask this
 * before they take what is missing for absent.
 */
export function gapAt(
  host: HostView,
  section: SectionName,
  ...whats: readonly string[]
): NotCheckedReason | undefined {
  const gap = host
    .gaps(section)
    .find(({ what, reason }) => reason !== 'notPresent' && whats.some((wanted) => covers(what, wanted)));
  return gap && { section, what: gap.what, reason: gap.reason, code: gap.code };
}

/** Like `gapAt`, for everything below the keys too. */
export function gapWithin(
  host: HostView,
  section: SectionName,
  ...paths: readonly string[]
): NotCheckedReason | undefined {
  const gap = host
    .gaps(section)
    .find(
      ({ what, reason }) =>
        reason !== 'notPresent' && paths.some((path) => covers(what, path) || covers(path, what)),
    );
  return gap && { section, what: gap.what, reason: gap.reason, code: gap.code };
}

/** Whether a gap is the wanted thing's own, or that of a key or field above it. */
function covers(gap: string, wanted: string): boolean {
  const [name, what] = [gap.toLowerCase(), wanted.toLowerCase()];
  return what === name || what.startsWith(`${name}\\`) || what.startsWith(`${name}.`);
}

/** Of a question that the defaults of Windows decide, on a Windows whose defaults are not known. */
export const unknownWindows: NotCheckedReason = {
  section: 'os',
  reason: 'notSupported',
  code: 'unknownWindows',
  what: 'build',
};

/** The gap that covers a field or key (its own, or that of a key above it), else the unread section's own reason. */
export function gapReason(host: HostView, section: SectionName, what: string): NotCheckedReason {
  const facts = host.facts.sections[section];
  if (facts.status === 'unread') return { section, reason: facts.reason, code: facts.code };
  const gap = facts.gaps.find((candidate) => covers(candidate.what, what));
  if (!gap) return { section, what, reason: 'failed', code: 'missing' };
  return { section, what: gap.what, reason: gap.reason, code: gap.code };
}
