// Judges how far Send connectors to Office 365 check whom they hand mail to.
import { defineRule } from '../../engine/rule.ts';
import { connectorsGuide, setSendConnector } from '../mail-references.ts';
import { judgeEach, mailConnectors, sendEvidence, setSend } from './send-connectors.ts';

const strong: readonly string[] = ['certificatevalidation', 'domainvalidation'];

export const tlsAuthLevel = defineRule({
  id: 'connectors/tls-auth-level',
  affects: 'sending',
  needs: ['connectors'],
  references: [setSendConnector, connectorsGuide],
  evaluate: (_, host) =>
    judgeEach(
      host,
      // Exchange refuses a level while TLS is not required or STARTTLS is ignored, so there it is nobody's mistake.
      mailConnectors(host).filter(
        ({ connector, route }) =>
          connector.enabled && route === 'office365' && connector.requireTls && !connector.ignoreStartTls,
      ),
      'tlsAuthLevel',
      ({ connector, target }) => {
        const level = connector.tlsAuthLevel?.toLowerCase() ?? '';
        if (strong.includes(level)) return undefined;
        const [domain, ...others] = target?.tlsDomains ?? [];
        // Which domain to validate is only certain where the name tells the cloud.
        const byDomain = domain !== undefined && others.length === 0 && target?.kind !== 'submission';
        return {
          verdict: 'warn',
          message: level === '' ? 'notSet' : 'encryptionOnly',
          params: { connector: connector.name, level: connector.tlsAuthLevel ?? '' },
          subject: connector.name,
          evidence: [sendEvidence(connector, 'tlsAuthLevel', 'DomainValidation')],
          remedy: setSend(
            'connectors/tls-auth-level#validate',
            connector,
            byDomain
              ? `-TlsAuthLevel DomainValidation -TlsDomain ${domain}`
              : '-TlsAuthLevel CertificateValidation',
            host,
          ),
        };
      },
    ),
});
