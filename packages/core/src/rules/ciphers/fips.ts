// Tells whether Windows is in FIPS mode, which narrows what TLS may use.
import { defineRule } from '../../engine/rule.ts';
import { fipsPath } from '../../facts/ciphers.ts';
import { findValue } from '../../facts/registry.ts';
import { valueEvidence } from '../evidence.ts';
import { gapAt } from '../not-checked.ts';
import { exchangeTlsGuide } from '../references.ts';

export const fips = defineRule({
  id: 'ciphers/fips',
  affects: 'hygiene',
  needs: ['ciphers'],
  references: [
    exchangeTlsGuide,
    'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/system-cryptography-use-fips-compliant-algorithms-for-encryption-hashing-and-signing',
  ],
  evaluate: ({ ciphers }, host) => {
    const because = gapAt(host, 'ciphers', 'fips', `${fipsPath}\\Enabled`);
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const evidence = [valueEvidence(ciphers.fips, fipsPath, 'Enabled')];
    const value = findValue(ciphers.fips, 'Enabled');
    return value?.kind === 'REG_DWORD' && value.data !== 0
      ? { verdict: 'info', message: 'on', evidence }
      : { verdict: 'pass', message: 'off', evidence };
  },
});
