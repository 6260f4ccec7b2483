// Judges whether the host can trust the certificate that Exchange Online shows.
import { defineRule } from '../../engine/rule.ts';
import type { Certificate } from '../../facts/certificates.ts';
import { requiredRoot } from '../../reference/roots.ts';
import { microsoft365Chains } from '../mail-references.ts';
import { gapReason } from '../not-checked.ts';
import { rootAutoUpdate, rootAutoUpdateEvidence, rootAutoUpdateReason } from './root-update.ts';

export const exchangeOnlineRoot = defineRule({
  id: 'certificates/exchange-online-root',
  affects: 'both',
  essential: true,
  needs: ['certificates'],
  references: [
    microsoft365Chains,
    'https://techcommunity.microsoft.com/blog/exchange/trust-digicert-global-root-g2-certificate-authority-to-avoid-exchange-online-ema/4488311',
  ],
  evaluate: ({ certificates }, host) => {
    const found = certificates.roots.filter(
      ({ thumbprint }) => thumbprint.toUpperCase() === requiredRoot.thumbprint,
    );
    const params = { root: requiredRoot.name, thumbprint: requiredRoot.thumbprint };
    const disallowed = found.find(({ store }) => isStore(store, 'Disallowed'));
    if (disallowed) {
      return {
        verdict: 'fail',
        message: 'disallowed',
        params,
        evidence: [shown(disallowed)],
        remedy: {
          id: 'certificates/exchange-online-root#allow',
          params,
          steps: [
            { do: 'manual', step: 'findPolicy' },
            {
              do: 'command',
              shell: 'powershell',
              command: `Remove-Item -Path Cert:\\LocalMachine\\Disallowed\\${requiredRoot.thumbprint}`,
            },
          ],
        },
      };
    }
    const unread =
      host.gap('certificates', 'roots') ?? host.gap('certificates', `roots.${requiredRoot.thumbprint}`);
    if (unread) {
      return {
        verdict: 'notChecked',
        message: 'unread',
        because: gapReason(host, 'certificates', unread.what),
      };
    }
    const trusted = found.find(({ store }) => isStore(store, 'Root') || isStore(store, 'AuthRoot'));
    if (trusted) return { verdict: 'pass', message: 'trusted', params, evidence: [shown(trusted)] };
    const update = rootAutoUpdate(certificates, host);
    const evidence = [
      { source: 'Cert:\\LocalMachine\\Root', name: requiredRoot.thumbprint, value: null },
      rootAutoUpdateEvidence(certificates),
    ];
    // Windows fetches a root at the first need, so a store without it proves nothing while it may do that.
    if (update === 'on') return { verdict: 'info', message: 'fetchedWhenNeeded', params, evidence };
    const remedy = {
      id: 'certificates/exchange-online-root#install',
      params,
      steps: [
        { do: 'manual', step: 'getRoot', params },
        {
          do: 'command',
          shell: 'cmd',
          command: 'certutil -addstore Root DigiCertGlobalRootG2.crt',
        },
      ],
    } as const;
    if (update === 'off') return { verdict: 'fail', message: 'missing', params, evidence, remedy };
    return {
      verdict: 'notChecked',
      message: 'missingMaybe',
      params,
      evidence,
      because: rootAutoUpdateReason(host),
      remedy,
    };
  },
});

function isStore(path: string, name: string): boolean {
  return path.slice(path.lastIndexOf('\\') + 1).toLowerCase() === name.toLowerCase();
}

function shown(root: Certificate) {
  return { source: root.store, name: root.thumbprint, value: root.subject };
}
