// Hosts to which the rules about connectors object.
import { withReceive, withSend } from '../connector-facts.ts';
import { withProtocols } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const connectorsExamples: RuleExamples = {
  'connectors/require-tls': () => withSend({ requireTls: false, tlsAuthLevel: null, tlsDomain: null }),
  'connectors/ignore-starttls': () =>
    withSend({ ignoreStartTls: true, requireTls: false, tlsAuthLevel: null, tlsDomain: null }),
  'connectors/cleartext': () =>
    withProtocols(
      { 'TLS 1.2': {}, 'TLS 1.2\\Client': { Enabled: 0, DisabledByDefault: 1 } },
      undefined,
      withSend({ requireTls: false, tlsAuthLevel: null, tlsDomain: null }),
    ),
  'connectors/tls-auth-level': () => withSend({ tlsAuthLevel: 'EncryptionOnly', tlsDomain: null }),
  'connectors/tls-domain': () =>
    withSend({
      smartHosts: ['contoso-cn.mail.protection.partner.outlook.cn'],
      tlsDomain: 'mail.protection.outlook.com',
    }),
  'connectors/cloud-services-mail': () => withSend({ cloudServicesMailEnabled: false }),
  'connectors/certificate-name': () => withSend({ tlsCertificateName: null, fqdn: null }),
  'connectors/disabled-connector': () => withSend({ enabled: false }),
  'connectors/starttls-offered': () => withReceive({ authMechanism: ['Integrated', 'ExchangeServer'] }),
  'connectors/tls-domain-capabilities': () => withReceive({ tlsDomainCapabilities: [] }),
};
