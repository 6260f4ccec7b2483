// Judges whether the domain that a Send connector expects in Office 365's certificate is that of its cloud.
import { defineRule } from '../../engine/rule.ts';
import { exchangeOnlineHost } from '../../reference/exchange-online.ts';
import { hybridRouting, setSendConnector } from '../mail-references.ts';
import { asServer, judgeEach, mailConnectors, sendEvidence, setSend } from './send-connectors.ts';

export const tlsDomain = defineRule({
  id: 'connectors/tls-domain',
  affects: 'sending',
  needs: ['connectors'],
  references: [setSendConnector, hybridRouting],
  evaluate: (_, host) =>
    judgeEach(
      host,
      // At any other level Exchange does not look at TlsDomain.
      mailConnectors(host).filter(
        (own) =>
          own.connector.enabled &&
          asServer(own) &&
          own.connector.requireTls &&
          own.connector.tlsAuthLevel?.toLowerCase() === 'domainvalidation',
      ),
      'tlsDomain',
      ({ connector, target, certain }) => {
        const expected = target?.tlsDomains ?? [];
        const found = connector.tlsDomain ?? '';
        const known = exchangeOnlineHost(found);
        if (known?.kind === 'mx' && known.tlsDomains.some((domain) => expected.includes(domain)))
          return undefined;
        const message = found === '' ? 'notSet' : known?.kind === 'mx' ? 'otherCloud' : 'unexpected';
        const wanted = expected.join(', ');
        return {
          verdict: message === 'otherCloud' && certain ? 'fail' : 'warn',
          message,
          params: { connector: connector.name, domain: found, expected: wanted },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'tlsDomain', wanted)],
          // A name that fits two clouds leaves the choice to the administrator.
          remedy:
            expected.length === 1
              ? setSend('connectors/tls-domain#set', connector, `-TlsDomain ${wanted}`, host)
              : {
                  id: 'connectors/tls-domain#choose',
                  params: { connector: connector.name, expected: wanted },
                  steps: [{ do: 'manual', step: 'chooseCloud', params: { expected: wanted } }],
                },
        };
      },
    ),
});
