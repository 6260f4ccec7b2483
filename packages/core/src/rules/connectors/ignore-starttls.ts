// Judges whether a Send connector that reaches Office 365 is told to ignore STARTTLS, and so always sends in clear text.
import { defineRule } from '../../engine/rule.ts';
import { setSendConnector } from '../mail-references.ts';
import { judgeEach, mailConnectors, sendEvidence, setSend } from './send-connectors.ts';

export const ignoreStarttls = defineRule({
  id: 'connectors/ignore-starttls',
  affects: 'sending',
  needs: ['connectors'],
  references: [setSendConnector],
  evaluate: (_, host) =>
    judgeEach(
      host,
      mailConnectors(host).filter(({ connector }) => connector.enabled),
      'ignoreStartTls',
      ({ connector, route, certain }) => {
        if (!connector.ignoreStartTls) return undefined;
        const office365 = route === 'office365';
        return {
          verdict: office365 && certain ? 'fail' : 'warn',
          message: office365 ? 'ignored' : 'ignoredForAll',
          params: { connector: connector.name },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'ignoreStartTls', 'False')],
          remedy: setSend(
            `connectors/ignore-starttls#${office365 ? 'require' : 'offer'}`,
            connector,
            office365 ? '-IgnoreSTARTTLS $false -RequireTLS $true' : '-IgnoreSTARTTLS $false',
            host,
          ),
        };
      },
    ),
});
