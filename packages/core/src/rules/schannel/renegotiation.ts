// Tells whether insecure renegotiation (CVE-2009-3555) is refused in both roles.
import { defineRule } from '../../engine/rule.ts';
import { findValue } from '../../facts/registry.ts';
import { schannelPath } from '../../facts/schannel.ts';
import { valueEvidence } from '../evidence.ts';
import { gapAt } from '../not-checked.ts';
import { exchangeTlsGuide } from '../references.ts';

const names = ['AllowInsecureRenegoClients', 'AllowInsecureRenegoServers'] as const;

export const renegotiation = defineRule({
  id: 'schannel/renegotiation',
  affects: 'hygiene',
  needs: ['schannel'],
  references: [exchangeTlsGuide, 'https://www.rfc-editor.org/rfc/rfc5746'],
  evaluate: ({ schannel }, host) => {
    const because = gapAt(host, 'schannel', 'root', ...names.map((name) => `${schannelPath}\\${name}`));
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const { root } = schannel;
    const evidence = names.map((name) => valueEvidence(root, schannelPath, name, '0'));
    const values = names.map((name) => findValue(root, name));
    if (values.every((value) => value?.kind === 'REG_DWORD' && value.data === 0))
      return { verdict: 'pass', message: 'refused', evidence };
    const allowed = values.some((value) => value && value.kind === 'REG_DWORD' && value.data !== 0);
    if (!allowed) return { verdict: 'info', message: 'notSet', evidence };
    return {
      verdict: 'warn',
      message: 'allowed',
      evidence,
      remedy: {
        id: 'schannel/renegotiation#refuse',
        steps: [
          ...names.map(
            (name) => ({ do: 'setValue', path: schannelPath, name, kind: 'REG_DWORD', data: 0 }) as const,
          ),
          { do: 'restartWindows' },
        ],
      },
    };
  },
});
