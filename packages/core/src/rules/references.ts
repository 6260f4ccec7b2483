// Public documents that several rules rest on.

/** Microsoft, Exchange Server TLS configuration best practices. */
export const exchangeTlsGuide =
  'https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/security-best-practices/exchange-tls-configuration';

/** Microsoft, Transport Layer Security (TLS) registry settings. */
export const tlsRegistrySettings =
  'https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings';

/** Microsoft, Protocols in TLS/SSL (Schannel SSP): the defaults of each Windows. */
export const schannelProtocols =
  'https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-';

/** Microsoft, SocketError when sending or receiving email messages: the keys, and the restart that they need. */
export const socketErrorArticle =
  'https://learn.microsoft.com/troubleshoot/exchange/email-delivery/send-receive-emails-socketerror';

/** Microsoft, Transport Layer Security (TLS) best practices with the .NET Framework. */
export const dotnetTlsGuide = 'https://learn.microsoft.com/dotnet/framework/network-programming/tls';

/** Microsoft, Technical reference details about encryption: the cipher suites of Microsoft 365. */
export const microsoft365Encryption =
  'https://learn.microsoft.com/purview/technical-reference-details-about-encryption';

/** Microsoft, Cipher Suites in TLS/SSL (Schannel SSP): the lists of each Windows. */
export const schannelCipherSuites =
  'https://learn.microsoft.com/windows/win32/secauthn/cipher-suites-in-schannel';

/** Microsoft, How to restrict the use of certain cryptographic algorithms and protocols in Schannel.dll. */
export const restrictAlgorithms =
  'https://learn.microsoft.com/troubleshoot/windows-server/certificates-and-public-key-infrastructure-pki/restrict-cryptographic-algorithms-protocols-schannel';

/** Microsoft CSS-Exchange, the HealthChecker script. */
export const healthChecker = 'https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/';
