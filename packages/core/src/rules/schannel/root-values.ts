// Reads a value of the SCHANNEL key itself, telling an absent one from one that could not be read.
import type { NotCheckedReason } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { type SchannelFacts, schannelPath } from '../../facts/schannel.ts';
import { gapReason } from '../not-checked.ts';

/** Why the SCHANNEL key could not be read; undefined when it was read or does not exist. */
export function rootGap(schannel: SchannelFacts, host: HostView): NotCheckedReason | undefined {
  if (schannel.root) return undefined;
  const reason = gapReason(host, 'schannel', schannelPath);
  return reason.code === 'missing' || reason.reason === 'notPresent' ? undefined : reason;
}
