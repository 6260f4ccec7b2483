// Judges whether the connector to Office 365 keeps the headers by which a hybrid organisation knows its own mail.
import { defineRule } from '../../engine/rule.ts';
import { isExchange2010 } from '../../part-in-mail/transport-role.ts';
import { connectorsGuide, hybridRouting } from '../mail-references.ts';
import { asServer, judgeEach, mailConnectors, sendEvidence, setSend } from './send-connectors.ts';

export const cloudServicesMail = defineRule({
  id: 'connectors/cloud-services-mail',
  affects: 'sending',
  needs: ['connectors'],
  references: [hybridRouting, connectorsGuide],
  evaluate: ({ connectors }, host) => {
    const exchange = host.section('exchange');
    // Exchange 2010 does not have the setting.
    const old = exchange !== undefined && isExchange2010(exchange);
    // Without a hybrid organisation nobody needs the headers; not knowing is no proof of that.
    const hybrid = connectors.hybrid !== null || host.gap('connectors', 'hybrid') !== undefined;
    return judgeEach(
      host,
      old ? [] : mailConnectors(host).filter((own) => own.connector.enabled && asServer(own)),
      'cloudServicesMailEnabled',
      ({ connector }) => {
        if (connector.cloudServicesMailEnabled) return undefined;
        const about = {
          params: { connector: connector.name },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'cloudServicesMailEnabled', 'True')],
        };
        if (!hybrid) return { verdict: 'info', message: 'offWithoutHybrid', ...about };
        const remedy = setSend(
          'connectors/cloud-services-mail#enable',
          connector,
          '-CloudServicesMailEnabled $true',
          host,
        );
        return { verdict: 'warn', message: 'off', ...about, remedy };
      },
    );
  },
});
