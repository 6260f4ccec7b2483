// The `connectors` section: Exchange's own mail routing settings, as its cmdlets tell them.
import * as v from 'valibot';

export const sendConnectorSchema = v.object({
  name: v.string(),
  enabled: v.boolean(),
  /** As Exchange prints them: `smtp:contoso.mail.onmicrosoft.com;1`. */
  addressSpaces: v.array(v.string()),
  /** Names or `[1.2.3.4]`; empty with DNS routing. */
  smartHosts: v.array(v.string()),
  dnsRouting: v.boolean(),
  port: v.nullable(v.number()),
  fqdn: v.nullable(v.string()),
  requireTls: v.boolean(),
  ignoreStartTls: v.boolean(),
  tlsAuthLevel: v.nullable(v.string()),
  tlsDomain: v.nullable(v.string()),
  /** `<I>issuer<S>subject`, or null. */
  tlsCertificateName: v.nullable(v.string()),
  cloudServicesMailEnabled: v.boolean(),
  frontendProxyEnabled: v.boolean(),
  protocolLogging: v.nullable(v.string()),
  sourceTransportServers: v.array(v.string()),
  /** Whether this host is one of the source servers; null when that could not be told. */
  usedByThisHost: v.nullable(v.boolean()),
});
export type SendConnector = v.InferOutput<typeof sendConnectorSchema>;

export const receiveConnectorSchema = v.object({
  name: v.string(),
  enabled: v.boolean(),
  transportRole: v.nullable(v.string()),
  bindings: v.array(v.string()),
  remoteIpRanges: v.array(v.string()),
  authMechanism: v.array(v.string()),
  permissionGroups: v.array(v.string()),
  fqdn: v.nullable(v.string()),
  requireTls: v.boolean(),
  tlsCertificateName: v.nullable(v.string()),
  /** `mail.protection.outlook.com:AcceptCloudServicesMail` */
  tlsDomainCapabilities: v.array(v.string()),
  suppressXAnonymousTls: v.boolean(),
  protocolLogging: v.nullable(v.string()),
});
export type ReceiveConnector = v.InferOutput<typeof receiveConnectorSchema>;

export const transportServiceSchema = v.object({
  /** `Get-TransportService`, `Get-FrontendTransportService`, `Get-MailboxTransportService` or `Get-TransportServer`. */
  source: v.string(),
  sendProtocolLogPath: v.nullable(v.string()),
  receiveProtocolLogPath: v.nullable(v.string()),
  connectivityLogEnabled: v.nullable(v.boolean()),
  connectivityLogPath: v.nullable(v.string()),
  messageTrackingLogEnabled: v.nullable(v.boolean()),
  messageTrackingLogPath: v.nullable(v.string()),
  intraOrgProtocolLogging: v.nullable(v.string()),
  internalTransportCertificate: v.nullable(v.string()),
});
export type TransportService = v.InferOutput<typeof transportServiceSchema>;

export const hybridConfigurationSchema = v.object({
  domains: v.array(v.string()),
  features: v.array(v.string()),
  onPremisesSmartHost: v.nullable(v.string()),
  sendingTransportServers: v.array(v.string()),
  receivingTransportServers: v.array(v.string()),
  edgeTransportServers: v.array(v.string()),
  tlsCertificateName: v.nullable(v.string()),
  /** 0 worldwide, 1 operated by 21Vianet; null when not set. */
  serviceInstance: v.nullable(v.number()),
});
export type HybridConfiguration = v.InferOutput<typeof hybridConfigurationSchema>;

export const connectorsFactsSchema = v.object({
  /** How the cmdlets were reached: the name of the snap-in, or `remoting`. */
  source: v.string(),
  send: v.array(sendConnectorSchema),
  receive: v.array(receiveConnectorSchema),
  transport: v.array(transportServiceSchema),
  /** Null when the organisation has none (no gap) or when it could not be asked (gap `hybrid`). */
  hybrid: v.nullable(hybridConfigurationSchema),
  acceptedDomains: v.array(v.object({ name: v.string(), type: v.string() })),
  edgeSubscriptions: v.array(v.object({ name: v.string(), site: v.nullable(v.string()) })),
});
export type ConnectorsFacts = v.InferOutput<typeof connectorsFactsSchema>;
