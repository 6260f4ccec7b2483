// Names the disabled Send connectors to Office 365, so that nobody takes them for a way that mail goes.
import { defineRule } from '../../engine/rule.ts';
import { setSendConnector } from '../mail-references.ts';
import { judgeEach, mailConnectors, sendEvidence } from './send-connectors.ts';

export const disabledConnector = defineRule({
  id: 'connectors/disabled-connector',
  affects: 'hygiene',
  needs: ['connectors'],
  references: [setSendConnector],
  evaluate: (_, host) =>
    judgeEach(
      host,
      mailConnectors(host).filter(({ route }) => route === 'office365'),
      'enabled',
      ({ connector }) =>
        connector.enabled
          ? undefined
          : {
              verdict: 'info',
              message: 'disabled',
              params: { connector: connector.name },
              subject: connector.name,
              evidence: [sendEvidence(connector, 'enabled')],
            },
    ),
});
