// For each error of the catalog, texts as administrators meet them, each of which is that error and no other.
import type { ErrorId } from '../../src/errors/index.ts';

const failover =
  'Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.';

/** The first one is shown on the page of the error. Hosts and addresses are made up. */
export const errorExamples: Readonly<Record<ErrorId, readonly string[]>> = {
  'connection-dropped-socket-error': [
    `451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError." ${failover}`,
    '[{LED=451 4.4.395 Target host responded with error. -> 421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=contoso.mail.protection.outlook.com};{IP=192.0.2.36};{LRT=1/19/2026 8:12:01 AM}]',
    '451 4.4.397 Error communicating with target host. -> 421 4.4.2 Connection dropped due to SocketError',
    '421 4.4.2 connection dropped due to socket error',
  ],
  'connection-dropped-connection-reset': ['421 4.4.2 Connection dropped due to ConnectionReset'],
  'connection-dropped-connection-aborted': ['421 4.4.2 Connection dropped due to ConnectionAborted'],
  'connection-dropped-timed-out': ['421 4.4.2 Connection dropped due to TimedOut'],
  'connection-dropped-timeout': ['421 4.4.2 Connection dropped due to timeout'],
  'connection-dropped-other': [
    '421 4.4.2 Connection dropped due to NetworkUnreachable',
    '421 4.4.2 Connection dropped',
  ],
  'suspicious-remote-server': [
    "9/11/2025 2:07:22 PM - Remote Server at contoso.com returned '451 4.4.0 SMTPSEND.SuspiciousRemoteServerError; remote server disconnected abruptly; retry will be delayed'",
  ],
  'connection-timed-out': [
    `451 4.4.0 Primary target IP address responded with: "421 4.4.1 Connection timed out." ${failover}`,
  ],
  'unable-to-connect': [
    `451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." ${failover}`,
  ],
  'unable-to-connect-socket': [
    `441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10060, Win32 error code: 10060." ${failover} The last endpoint attempted was 192.0.2.16:25`,
    '421 4.2.1 Unable to connect -> SocketConnectionRefused: Socket error code 10061',
  ],
  'dns-query-failed': ['451 4.4.0 DNS query failed. The error was: DNS query failed with error ErrorRetry'],
  'tls-negotiation-socket-error': [
    '2026-01-19T08:12:01.114Z,Outbound to Office 365,08D9A1B2C3D4E5F6,17,192.0.2.10:51044,192.0.2.36:25,*,,TLS negotiation failed with error SocketError',
    '450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.25:25] [SmtpSecurity=-2;-2]',
  ],
  'tls-negotiation-no-credentials': ['TLS negotiation failed with error NoCredentials'],
  'tls-negotiation-unknown-credentials': ['TLS negotiation failed with error UnknownCredentials.'],
  'tls-negotiation-connection-aborted': ['TLS negotiation failed with error ConnectionAborted'],
  'tls-negotiation-connection-reset': ['TLS negotiation failed with error ConnectionReset'],
  'tls-negotiation-timed-out': ['TLS negotiation failed with error TimedOut'],
  'tls-negotiation-bad-bindings': ['TLS negotiation failed with error BadBindings'],
  'tls-negotiation-algorithm-mismatch': [
    'TLS negotiation failed with error AlgorithmMismatch',
    '451 4.4.0 Security status AlgorithmMismatch',
    'The client and server cannot communicate, because they do not possess a common algorithm',
    'InitializeSecurityContext failed: 0x80090331',
  ],
  'tls-negotiation-unsupported-function': [
    'TLS negotiation failed with error UnsupportedFunction',
    'SEC_E_UNSUPPORTED_FUNCTION',
  ],
  'tls-negotiation-illegal-message': ['451 4.4.0 Security status IllegalMessage'],
  'tls-negotiation-invalid-token': [
    `[{LRT=15-01-26 23:50:05};{LED=450 4.7.0 Proxy session setup failed on Frontend with '451 4.4.0 Primary target IP address responded with: "451 4.4.0 Security status InvalidToken." ${failover} The last endpoint attempted was 2001:db8::10:25'};{FQDN=EX01.contoso.local};{IP=192.0.2.12}]`,
  ],
  'tls-negotiation-cert-unknown': ['TLS negotiation failed with error CertUnknown'],
  'tls-negotiation-cert-expired': ['TLS negotiation failed with error CertExpired'],
  'tls-negotiation-untrusted-root': ['TLS negotiation failed with error UntrustedRoot'],
  'tls-negotiation-decrypt-failure': ['TLS negotiation failed with error DecryptFailure'],
  'tls-negotiation-message-altered': ['TLS negotiation failed with error MessageAltered'],
  'tls-negotiation-internal-error': ['TLS negotiation failed with error InternalError'],
  'tls-negotiation-other': [
    'TLS negotiation failed with error IncompleteMessage',
    '451 4.4.0 Security status ContextExpired',
    '451 4.4.0 TLS negotiation failed',
  ],
  'starttls-must-issue': [
    `451 4.4.0 Primary target IP address responded with: "451 5.7.3 Must issue a STARTTLS command first." ${failover}`,
  ],
  'starttls-required': [
    "Server at mail.contoso.com (192.0.2.25) returned '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.25:25] [AM5EUR03FT010.eop-EUR03.prod.protection.outlook.com]'",
    '450 4.4.317 Cannot establish session with remote server [Message=451 5.7.3 STARTTLS is required to send mail]',
  ],
  'starttls-must-issue-530': [
    '530 5.7.0 Must issue a STARTTLS command first',
    'host mx.contoso.com[192.0.2.25] said: 530 5.7.0 Must issue a STARTTLS command first (in reply to MAIL FROM command)',
  ],
  'starttls-not-offered': ['TLS is required, but was not offered by host mail.contoso.com[192.0.2.25]'],
  'tls-not-available': ['454 4.7.0 TLS not available due to local problem'],
  'smtp-auth-old-tls': [
    '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [AM0PR01CA0001.eurprd01.prod.exchangelabs.com]',
    '421 4.7.66 TLS 1.0 und 1.1 werden nicht unterstützt.',
  ],
  'smtp-auth-legacy-not-allowed': ['5.7.67 TLS 1.0 and 1.1 are not supported for your organization'],
  'certificate-validation-failed': ['454 4.7.5 Certificate validation failure, Reason:UntrustedRoot'],
  'tls-certificate-name-not-found': [
    '454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.',
  ],
  'subject-mismatch': [
    '450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected Subject: *.contoso.com. Presented Subject: CN=EX01. Thumbprint: D0AC2FC63B9C5798828B45D849BE8D33.] [LastAttemptedServerName=mail.contoso.com]',
  ],
  'exo-certificate-validation': ['450 4.7.320 Certificate validation failed [Message=SubjectMismatch]'],
  'peer-chain-not-valid': ["*,,Client certificate chain validation status: 'UntrustedRoot'"],
  'exo-dns-failed': [
    '450 4.4.312 DNS query failed',
    '550 5.4.312 Message expired, DNS query failed(InfoNoRecords)',
  ],
  'exo-connection-timed-out': ['450 4.4.315 Connection timed out [Message=Socket error code 10060]'],
  'exo-connection-refused': [
    '450 4.4.316 Connection refused [Message=Socket error code 10061] [LastAttemptedServerName=mail.contoso.com]',
  ],
  'exo-connection-closed': ['450 4.4.318 Connection was closed abruptly'],
  'dane-starttls-not-supported': [
    '450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.',
  ],
  'dane-certificate-expired': [
    "550 5.7.322 certificate-expired: Destination mail server's certificate is expired.",
  ],
  'dane-tlsa-invalid': ['450 4.7.323 tlsa-invalid: The domain failed DANE validation.'],
  'dane-dnssec-invalid': ['450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records'],
  'dane-host-mismatch': [
    '450 4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)',
  ],
  'message-expired': ["Remote Server at contoso.com returned '550 4.4.7 QUEUE.Expired; message expired'"],
  'message-delayed': ["Remote Server at contoso.com returned '400 4.4.7 Message delayed'"],
  'wrapped-queue-braces': ['[{LED=};{MSG=};{FQDN=mail.contoso.com};{IP=192.0.2.25};{LRT=}]'],
  'wrapped-primary-target': ['451 4.4.0 Primary target IP address responded with: "'],
  'wrapped-communicating-primary-target': [
    '441 4.4.1 Error encountered while communicating with primary target IP address: "',
  ],
  'wrapped-target-responded': ['451 4.4.395 Target host responded with error. -> '],
  'wrapped-communicating-target': ['451 4.4.397 Error communicating with target host.'],
  'wrapped-frontend-or-destination': [
    '451 4.4.400 Error communicating with frontend host or destination host. ->',
  ],
  'wrapped-proxy-session': ["450 4.7.0 Proxy session setup failed on Frontend with '"],
  'wrapped-exo-session': ['450 4.4.317 Cannot establish session with remote server'],
  'wrapped-expired-cannot-connect': ['550 5.4.317 Message expired, cannot connect to remote server('],
  'wrapped-expired': ['550 5.4.300 Message expired'],
  'wrapped-server-returned': ["1/19/2026 8:12:01 AM - Server at mail.contoso.com (192.0.2.25) returned ''"],
  'wrapped-host-said': ['host mail.contoso.com[192.0.2.25] said:'],
  'tenant-inbound-attribution': [
    "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set",
  ],
  'relay-access-denied': [
    "550 5.7.64 TenantAttribution; Relay Access Denied [ValidationStatus of 'CN=mail.contoso.com' is EmptyCertificate]",
  ],
  'server-out-of-date': [
    '450 4.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online throttled for 5 mins/hr. For more information see https://aka.ms/BlockUnsafeExchange.',
    '550 5.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online blocked for 10 mins/hr.',
  ],
  'client-not-authenticated': [
    '530 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM',
  ],
  'authentication-unsuccessful': [
    'Inbound AUTH LOGIN failed because of LogonDenied',
    '535 5.7.3 Authentication unsuccessful',
  ],
  'recipient-blocked': [
    "550 5.7.703 Your message can't be delivered because one or more recipients are blocked by your organization's tenant recipient block policy.",
  ],
  'secure-domain-disallowed': ['451 4.7.3 The admin has temporarily disallowed this secure domain'],
  'exchange-authentication-failed': [
    `451 4.4.0 Primary target IP address responded with: "451 5.7.3 Cannot achieve Exchange Server authentication." ${failover}`,
  ],
  'temporary-authentication-failure': [
    `451 4.4.0 Primary target IP address responded with: "454 4.7.0 Temporary authentication failure." ${failover}`,
  ],
  'wrong-region': ['451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35.'],
  'sender-not-authenticated': [
    '[{LED=451-4.7.23 Message deferred - unable to verify SPF policy for 451 4.7.23 contoso.com};{MSG=};{FQDN=mx.fabrikam.com};{IP=192.0.2.22};{LRT=1/21/2026 3:45:12 AM}]',
  ],
  'sending-address-blocked': ['550 5.7.606 Access denied, banned sending IP [192.0.2.9]'],
  'relaying-not-allowed': ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'],
  'recipient-not-found': [
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  ],
  'server-busy': ['421 4.3.2 Service not available', '452 4.3.1 Insufficient system resources'],
  'mailbox-or-size-limit': ['554 5.2.2 mailbox full'],
  'routing-loop': ['554 5.4.14 Hop count exceeded - possible mail loop ATTR34'],
  'schannel-private-key': [
    'A fatal error occurred when attempting to access the TLS server credential private key. The error code returned from the cryptographic module is 0x8009030D. The internal error state is 10001.',
    'Source: Schannel\nEvent ID: 36870',
  ],
  'schannel-credential': [
    'A fatal error occurred while creating a TLS client credential. The internal error state is 10013.',
    'Quelle: Schannel\r\nDatum: 19.01.2026 08:12:01\r\nEreignis-ID: 36871',
  ],
  'schannel-no-shared-cipher': [
    'An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The TLS connection request has failed.',
    'Event 36874, Schannel',
  ],
  'schannel-handshake-succeeded': [
    'An TLS client handshake completed successfully. The negotiated cryptographic parameters are as follows.',
  ],
  'schannel-alert-received': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 90.',
    'Source: Schannel\nEvent ID: 36887',
  ],
  'schannel-alert-sent': [
    'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal error code is 90. The Windows SChannel error state is 1205.',
  ],
  'schannel-server-certificate': [
    'The certificate received from the remote server has expired.',
    'Source: Schannel\nEvent ID: 36884',
  ],
  'tls-alert-protocol-version': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 70.',
    'SSL3_READ_BYTES:tlsv1 alert protocol version:ssl/record/rec_layer_s3.c:1544:SSL alert number 70',
    'javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version',
  ],
  'tls-alert-handshake-failure': [
    'The following fatal alert was generated: 40. The internal error state is 1205.',
    'sslv3 alert handshake failure',
  ],
  'tls-alert-insufficient-security': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 71.',
  ],
  'tls-alert-certificate': ['The following fatal alert was received: 46.', 'sslv3 alert bad certificate'],
  'tls-alert-certificate-revoked': ['The following fatal alert was received: 44.'],
  'tls-alert-certificate-expired': ['sslv3 alert certificate expired'],
  'tls-alert-unknown-ca': [
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 48.',
    'tlsv1 alert unknown ca',
  ],
  'tls-alert-access-denied': ['The following fatal alert was received: 49.'],
  'tls-alert-malformed': [
    'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal error code is 10. The Windows SChannel error state is 1203.',
  ],
  'tls-alert-broken-record': ['The following fatal alert was received: 20.'],
  'tls-alert-internal-error': ['tlsv1 alert internal error'],
  'tls-alert-inappropriate-fallback': ['tlsv1 alert inappropriate fallback'],
  'tls-alert-no-application-protocol': [
    'The following fatal alert was generated: 120. The internal error state is 301.',
  ],
  'library-no-shared-version': [
    'SSL_accept error: error:1417D102:SSL routines:tls_process_client_hello:unsupported protocol',
    'javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)',
  ],
  'library-no-shared-cipher': ['error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher'],
  'library-not-tls': ['error:1408F10B:SSL routines:ssl3_get_record:wrong version number'],
  'library-certificate': ['The remote certificate is invalid according to the validation procedure.'],
  'library-handshake-cut': [
    'Cannot start TLS: handshake failure',
    'SSL_connect error to mail.contoso.com[192.0.2.25]:25: -1',
  ],
  'library-connection-closed': ['An existing connection was forcibly closed by the remote host'],
  'library-connect-failed': ['connect to mail.contoso.com[192.0.2.25]:25: Connection timed out'],
  'transport-tls-required-failed': ['Source: MSExchangeTransport\nEvent ID: 2015\nLevel: Error'],
  'transport-no-starttls-certificate': [
    'Microsoft Exchange could not find a certificate that contains the domain name mail.contoso.com in the personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the connector Default Frontend EX01 with a FQDN parameter of mail.contoso.com.',
    'Source: MSExchangeTransport\r\nDate: 3/5/2017 10:12:13 AM\r\nEvent ID: 12014',
  ],
  'transport-inbound-authentication': [
    'Inbound authentication failed with error LogonDenied for Receive connector Default Frontend EX01. The authentication mechanism is Login.',
  ],
  'transport-outbound-authentication': [
    'Source: MSExchangeTransport\nDate: 3/5/2026 10:12:13 AM\nEvent ID: 2017',
  ],
};
