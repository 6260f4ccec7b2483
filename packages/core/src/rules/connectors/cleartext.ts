// Judges whether mail leaves in clear text right now: a connector that does not insist on TLS, on a host without TLS 1.2.
import { defineRule } from '../../engine/rule.ts';
import { exchangeOnlineTls } from '../mail-references.ts';
import { gapReason, unknownWindows } from '../not-checked.ts';
import { socketErrorArticle } from '../references.ts';
import { protocolEvidence } from '../schannel/protocol-evidence.ts';
import { judgeEach, mailConnectors, sendEvidence, setSend } from './send-connectors.ts';

export const cleartext = defineRule({
  id: 'connectors/cleartext',
  affects: 'sending',
  needs: ['os', 'schannel', 'connectors'],
  references: [socketErrorArticle, exchangeOnlineTls],
  evaluate: (_, host) => {
    const tls12 = host.protocol('TLS 1.2', 'Client');
    return judgeEach(
      host,
      mailConnectors(host).filter(({ connector }) => connector.enabled && !connector.ignoreStartTls),
      'requireTls',
      ({ connector, route, certain }) => {
        // Until the restart nobody can tell what is in force, and so what the mail does.
        const waits = tls12.stored === 'on' && tls12.pending === 'yes';
        if (connector.requireTls || (tls12.stored === 'on' && !waits)) return undefined;
        const about = {
          params: { connector: connector.name },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'requireTls'), ...protocolEvidence(tls12, 'on')],
        };
        if (tls12.stored === 'off' || tls12.stored === 'offByDefault' || tls12.stored === 'notSupported') {
          const first = { do: 'manual', step: 'tls12First' } as const;
          return {
            verdict: certain ? 'fail' : 'warn',
            message: 'inTheClear',
            ...about,
            remedy:
              route === 'office365'
                ? setSend('connectors/cleartext#require', connector, '-RequireTLS $true', host, [first])
                : { id: 'connectors/cleartext#offer', steps: [first] },
          };
        }
        return {
          verdict: 'notChecked',
          message: 'tlsUnknown',
          ...about,
          because:
            tls12.stored === 'unknownSystem'
              ? unknownWindows
              : waits || tls12.stored === 'wrongType'
                ? {
                    section: 'schannel',
                    reason: 'notSupported',
                    code: waits ? 'restartPending' : 'wrongType',
                    what: tls12.path,
                  }
                : gapReason(host, 'schannel', tls12.path),
        };
      },
    );
  },
});
