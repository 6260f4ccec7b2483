// All rules, in the order in which a report lists them: what decides about mail first.
import type { AnyRule } from '../engine/rule.ts';
import { certificateName } from './connectors/certificate-name.ts';
import { cleartext } from './connectors/cleartext.ts';
import { cloudServicesMail } from './connectors/cloud-services-mail.ts';
import { disabledConnector } from './connectors/disabled-connector.ts';
import { ignoreStarttls } from './connectors/ignore-starttls.ts';
import { requireTls } from './connectors/require-tls.ts';
import { starttlsOffered } from './connectors/starttls-offered.ts';
import { tlsAuthLevel } from './connectors/tls-auth-level.ts';
import { tlsDomain } from './connectors/tls-domain.ts';
import { tlsDomainCapabilities } from './connectors/tls-domain-capabilities.ts';
import { tls12ClientEnabled } from './schannel/tls12-client-enabled.ts';

export const rules: readonly AnyRule[] = [
  tls12ClientEnabled,
  cleartext,
  ignoreStarttls,
  requireTls,
  tlsDomain,
  tlsAuthLevel,
  certificateName,
  cloudServicesMail,
  starttlsOffered,
  tlsDomainCapabilities,
  disabledConnector,
];
