// All rules, in the order in which a report lists them: what decides about mail first.
import type { AnyRule } from '../engine/rule.ts';
import { connectorCertificate } from './certificates/connector-certificate.ts';
import { exchangeOnlineRoot } from './certificates/exchange-online-root.ts';
import { internalTransportCertificate } from './certificates/internal-transport-certificate.ts';
import { rootAutoUpdate } from './certificates/root-auto-update.ts';
import { smtpCertificate } from './certificates/smtp-certificate.ts';
import { curves } from './ciphers/curves.ts';
import { exchangeOnlineOverlap } from './ciphers/exchange-online-overlap.ts';
import { fips } from './ciphers/fips.ts';
import { listOrigin } from './ciphers/list-origin.ts';
import { remainingSuites } from './ciphers/remaining-suites.ts';
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
import { release } from './dotnet/release.ts';
import { v2Values } from './dotnet/v2-values.ts';
import { v4Values } from './dotnet/v4-values.ts';
import { servicesRunning } from './exchange/services-running.ts';
import { support as exchangeSupport } from './exchange/support.ts';
import { throttledBuild } from './exchange/throttled-build.ts';
import { tls12MinimumBuild } from './exchange/tls12-minimum-build.ts';
import { protocolLogging } from './logging/protocol-logging.ts';
import { loggedTraffic } from './mail/logged-traffic.ts';
import { oldTlsPeers } from './mail/old-tls-peers.ts';
import { tlsEvents } from './mail/tls-events.ts';
import { waitingQueues } from './mail/waiting-queues.ts';
import { pendingRestartOther } from './restart/pending-restart-other.ts';
import { eventLogging } from './schannel/event-logging.ts';
import { ghostKeys } from './schannel/ghost-keys.ts';
import { ghostValues } from './schannel/ghost-values.ts';
import { healthcheckerLabel } from './schannel/healthchecker-label.ts';
import { legacyTlsEnabled } from './schannel/legacy-tls-enabled.ts';
import { neededAlgorithms } from './schannel/needed-algorithms.ts';
import { pendingRestart } from './schannel/pending-restart.ts';
import { renegotiation } from './schannel/renegotiation.ts';
import { sslEnabled } from './schannel/ssl-enabled.ts';
import { tls12ClientEnabled } from './schannel/tls12-client-enabled.ts';
import { tls12Explicit } from './schannel/tls12-explicit.ts';
import { tls12ServerEnabled } from './schannel/tls12-server-enabled.ts';
import { tls13Supported } from './schannel/tls13-supported.ts';
import { valueKinds } from './schannel/value-kinds.ts';
import { weakAlgorithms } from './schannel/weak-algorithms.ts';
import { iisSmtp } from './senders/iis-smtp.ts';
import { otherMailSoftware } from './senders/other-mail-software.ts';
import { support as windowsSupport } from './windows/support.ts';
import { tls12Updates } from './windows/tls12-updates.ts';
import { updateAge } from './windows/update-age.ts';
import { defaultSecureProtocols } from './winhttp/default-secure-protocols.ts';

export const rules: readonly AnyRule[] = [
  tls12ClientEnabled,
  tls12ServerEnabled,
  pendingRestart,
  ghostKeys,
  ghostValues,
  valueKinds,
  tls12MinimumBuild,
  servicesRunning,
  exchangeOnlineOverlap,
  neededAlgorithms,
  curves,
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
  iisSmtp,
  exchangeOnlineRoot,
  connectorCertificate,
  smtpCertificate,
  waitingQueues,
  loggedTraffic,
  throttledBuild,
  tls12Updates,
  rootAutoUpdate,
  internalTransportCertificate,
  exchangeSupport,
  windowsSupport,
  updateAge,
  pendingRestartOther,
  protocolLogging,
  tlsEvents,
  oldTlsPeers,
  otherMailSoftware,
  tls12Explicit,
  remainingSuites,
  v4Values,
  v2Values,
  release,
  defaultSecureProtocols,
  tls13Supported,
  sslEnabled,
  legacyTlsEnabled,
  renegotiation,
  weakAlgorithms,
  eventLogging,
  listOrigin,
  fips,
  healthcheckerLabel,
];

export const rulesById: ReadonlyMap<string, AnyRule> = new Map(rules.map((rule) => [rule.id, rule]));
