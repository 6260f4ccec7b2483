// Judges whether Send connectors to Office 365 insist on TLS: without that, mail falls back to clear text in silence.
import { defineRule } from '../../engine/rule.ts';
import { connectorsGuide, setSendConnector } from '../mail-references.ts';
import { judgeEach, mailConnectors, sendEvidence, setSend } from './send-connectors.ts';

export const requireTls = defineRule({
  id: 'connectors/require-tls',
  affects: 'sending',
  needs: ['connectors'],
  references: [setSendConnector, connectorsGuide],
  evaluate: (_, host) =>
    judgeEach(
      host,
      mailConnectors(host).filter(({ connector, route }) => connector.enabled && route === 'office365'),
      'requireTls',
      ({ connector }) => {
        // With IgnoreSTARTTLS the connector cannot require TLS; that has a rule of its own.
        if (connector.requireTls || connector.ignoreStartTls) return undefined;
        return {
          verdict: 'warn',
          message: 'notRequired',
          params: { connector: connector.name },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'requireTls', 'True')],
          remedy: setSend('connectors/require-tls#require', connector, '-RequireTLS $true', host, [
            { do: 'manual', step: 'tlsFirst' },
          ]),
        };
      },
    ),
});
