// Public documents about connectors, certificates, builds and updates that several rules rest on.

/** Microsoft, Set-SendConnector. */
export const setSendConnector = 'https://learn.microsoft.com/powershell/module/exchange/set-sendconnector';

/** Microsoft, Set-ReceiveConnector. */
export const setReceiveConnector =
  'https://learn.microsoft.com/powershell/module/exchange/set-receiveconnector';

/** Microsoft, Set up connectors to route mail between Microsoft 365 or Office 365 and your own email servers. */
export const connectorsGuide =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-to-route-mail';

/** Microsoft, How Exchange Online uses TLS to secure email connections. */
export const exchangeOnlineTls =
  'https://learn.microsoft.com/purview/exchange-online-uses-tls-to-secure-email-connections';

/** Microsoft, Certificate requirements for hybrid deployments. */
export const hybridCertificates = 'https://learn.microsoft.com/exchange/certificate-requirements';

/** Microsoft, Transport routing in Exchange hybrid deployments. */
export const hybridRouting = 'https://learn.microsoft.com/exchange/transport-routing';

/** Microsoft, Digital certificates and encryption in Exchange Server. */
export const exchangeCertificates =
  'https://learn.microsoft.com/exchange/architecture/client-access/certificates';

/** Microsoft, Protocol logging. */
export const protocolLoggingGuide =
  'https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging';

/** Microsoft, Exchange Server build numbers and release dates. */
export const exchangeBuildNumbers =
  'https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates';

/** Microsoft, Encryption chains of Microsoft 365: the certification authorities that its services use. */
export const microsoft365Chains =
  'https://learn.microsoft.com/purview/encryption-office-365-certificate-chains';

/** Microsoft, Lifecycle of Exchange Server. */
export const exchangeLifecycle = 'https://learn.microsoft.com/lifecycle/products/?terms=exchange%20server';
