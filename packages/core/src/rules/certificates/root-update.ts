// Whether Windows may fetch root certificates by itself.
import type { Evidence } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import { type CertificatesFacts, rootAutoUpdatePath } from '../../facts/certificates.ts';
import { findValue } from '../../facts/registry.ts';
import { valueEvidence } from '../evidence.ts';

export type RootAutoUpdate = 'on' | 'off' | 'unreadable';

/** On unless the policy is set; a value of another kind than REG_DWORD is no policy that is documented. */
export function rootAutoUpdate({ rootAutoUpdate: key }: CertificatesFacts, host: HostView): RootAutoUpdate {
  const value = findValue(key, 'DisableRootAutoUpdate');
  if (!value) {
    return host.gap('certificates', 'rootAutoUpdate') || host.gap('certificates', rootAutoUpdatePath)
      ? 'unreadable'
      : 'on';
  }
  return value.kind === 'REG_DWORD' && value.data !== 0 ? 'off' : 'on';
}

export function rootAutoUpdateEvidence({ rootAutoUpdate: key }: CertificatesFacts): Evidence {
  return valueEvidence(key, rootAutoUpdatePath, 'DisableRootAutoUpdate', '0');
}
