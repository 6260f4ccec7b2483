// Judges whether the Receive connectors that Office 365 meets offer STARTTLS.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import { quotePowerShell } from '../../remediation/powershell-quote.ts';
import { exchangeOnlineTls, setReceiveConnector } from '../mail-references.ts';
import { gapReason } from '../not-checked.ts';
import { inboundConnectors, receiveEvidence, receiveIdentity } from './receive-connectors.ts';

type Message = 'fine' | 'none' | 'unread' | 'missing' | 'missingOnOpen';

export const starttlsOffered = defineRule({
  id: 'connectors/starttls-offered',
  affects: 'receiving',
  needs: ['connectors'],
  references: [setReceiveConnector, exchangeOnlineTls],
  evaluate: (_, host) => {
    const chosen = inboundConnectors(host);
    const outcomes: Outcome<Message>[] = [];
    for (const { connector, reach } of chosen) {
      const mechanisms = connector.authMechanism;
      // X-ANONYMOUSTLS, which SuppressXAnonymousTls governs, is for Exchange servers among themselves only.
      if (mechanisms.some((mechanism) => mechanism.trim().toLowerCase() === 'tls')) continue;
      const all = mechanisms.join(', ');
      const kept = mechanisms.filter((mechanism) => mechanism.trim().toLowerCase() !== 'none');
      outcomes.push({
        verdict: reach === 'open' ? 'warn' : 'fail',
        message: reach === 'open' ? 'missingOnOpen' : 'missing',
        params: { connector: connector.name },
        subject: connector.name,
        evidence: [receiveEvidence(connector, 'AuthMechanism', all, 'Tls')],
        remedy: {
          id: 'connectors/starttls-offered#offer',
          params: { connector: connector.name },
          steps: [
            {
              do: 'command',
              shell: 'exchange',
              command: `Set-ReceiveConnector -Identity ${receiveIdentity(connector.name, host)} -AuthMechanism ${quotePowerShell(['Tls', ...kept].join(', '))}`,
            },
          ],
        },
      });
    }
    if (host.gap('connectors', 'receive')) {
      const because = gapReason(host, 'connectors', 'receive');
      outcomes.push({ verdict: 'notChecked', message: 'unread', because });
    }
    if (outcomes.length > 0) return outcomes;
    if (chosen.length === 0) return { verdict: 'notApplicable', message: 'none' };
    const evidence = chosen.map(({ connector }) =>
      receiveEvidence(connector, 'AuthMechanism', connector.authMechanism.join(', ')),
    );
    return { verdict: 'pass', message: 'fine', evidence };
  },
});
