// Whether Windows may fetch root certificates by itself.
import type { Evidence, NotCheckedReason } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { type CertificatesFacts, rootAutoUpdatePath } from '../../facts/certificates.ts';
import { findValue } from '../../facts/registry.ts';
import { valueEvidence } from '../evidence.ts';
import { gapReason } from '../not-checked.ts';

export type RootAutoUpdate = 'on' | 'off' | 'unreadable';

/** On unless the policy is set; a value of another kind than REG_DWORD is no policy that is documented. */
export function rootAutoUpdate({ rootAutoUpdate: key }: CertificatesFacts, host: HostView): RootAutoUpdate {
  const value = findValue(key, 'DisableRootAutoUpdate');
  if (!value) return unreadPolicy(host) === undefined ? 'on' : 'unreadable';
  return value.kind === 'REG_DWORD' && value.data !== 0 ? 'off' : 'on';
}

export function rootAutoUpdateEvidence({ rootAutoUpdate: key }: CertificatesFacts): Evidence {
  return valueEvidence(key, rootAutoUpdatePath, 'DisableRootAutoUpdate', '0');
}

export function rootAutoUpdateReason(host: HostView): NotCheckedReason {
  return gapReason(host, 'certificates', unreadPolicy(host) ?? 'rootAutoUpdate');
}

/** The gap of the field, of the policy's key or of a value in it. */
function unreadPolicy(host: HostView): string | undefined {
  return host
    .gaps('certificates')
    .find(({ what }) => what === 'rootAutoUpdate' || what.toLowerCase().startsWith(policyPath))?.what;
}

const policyPath = rootAutoUpdatePath.toLowerCase();
