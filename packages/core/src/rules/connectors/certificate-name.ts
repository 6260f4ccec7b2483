// Judges whether a Send connector to Office 365 says which certificate it presents: by name, or at least by its FQDN.
import { defineRule } from '../../engine/rule.ts';
import { isExchange2010 } from '../../part-in-mail/transport-role.ts';
import { connectorsGuide, hybridCertificates } from '../mail-references.ts';
import { asServer, judgeEach, mailConnectors, sendEvidence } from './send-connectors.ts';

export const certificateName = defineRule({
  id: 'connectors/certificate-name',
  affects: 'sending',
  needs: ['connectors'],
  references: [connectorsGuide, hybridCertificates],
  evaluate: (_, host) => {
    const exchange = host.section('exchange');
    const old = exchange !== undefined && isExchange2010(exchange);
    return judgeEach(
      host,
      old ? [] : mailConnectors(host).filter((own) => own.connector.enabled && asServer(own)),
      'tlsCertificateName',
      ({ connector }) => {
        // Choosing by the connector's FQDN is legal, see certificates/connector-certificate for what it finds.
        if (connector.tlsCertificateName !== null || connector.fqdn !== null) return undefined;
        return {
          verdict: 'warn',
          message: 'notSet',
          params: { connector: connector.name },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'tlsCertificateName'), sendEvidence(connector, 'fqdn')],
          remedy: {
            id: 'connectors/certificate-name#name',
            params: { connector: connector.name },
            steps: [{ do: 'manual', step: 'hybridWizard', params: { connector: connector.name } }],
          },
        };
      },
    );
  },
});
