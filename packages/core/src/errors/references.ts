// Public documents on which the entries of the error catalog rest.
const learn = 'https://learn.microsoft.com/';

/** Microsoft, Can't send or receive email when using TLS 1.1 or TLS 1.0. */
export const oldTls: string = `${learn}exchange/troubleshoot/email-delivery/send-receive-emails-socketerror`;

/** Microsoft, TLS negotiation failed with error NoCredentials. */
export const noCredentials = 'https://support.microsoft.com/help/4495258';

/** Microsoft, Outbound email messages are not sent on the Exchange Hub Transport or Edge server. */
export const unknownCredentials = 'https://support.microsoft.com/help/4051498';

/** Microsoft, Messages stay in a queue with a temporary authentication failure. */
export const temporaryAuthentication = 'https://support.microsoft.com/help/979174';

/** Microsoft, Mail flow intelligence: the errors of outbound connectors of Exchange Online. */
export const mailFlowIntelligence: string = `${learn}microsoft-365/security/office-365-security/mail-flow-intelligence-in-office-365`;

/** Microsoft, Email non-delivery reports and SMTP errors in Exchange Online. */
export const deliveryReports: string = `${learn}exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online`;

/** Microsoft, Opt in to the endpoint for legacy TLS clients that use SMTP AUTH. */
export const legacySmtpAuth: string = `${learn}exchange/clients-and-mobile-in-exchange-online/opt-in-exchange-online-endpoint-for-legacy-tls-using-smtp-auth`;

/** Microsoft, Schannel events. */
export const schannelEvents: string = `${learn}previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn786445(v=ws.11)`;

/** Microsoft, Schannel error codes for TLS and SSL alerts. */
export const schannelAlerts: string = `${learn}windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts`;

/** Microsoft, Protocol logging. */

/** Microsoft, Queues and messages in queues. */
export const queues: string = `${learn}exchange/mail-flow/queues/queues`;

/** Microsoft, Message tracking. */
export const tracking: string = `${learn}exchange/mail-flow/transport-logs/message-tracking`;

/** Microsoft, How SMTP DANE with DNSSEC secures email communications. */
export const dane: string = `${learn}purview/how-smtp-dane-works`;

/** Microsoft, Set up connectors to route mail between Microsoft 365 and your own email servers. */
export const connectors: string = `${learn}exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-to-route-mail`;

/** Microsoft, Throttling and blocking email from persistently vulnerable Exchange servers. */
export const unsafeExchange = 'https://aka.ms/BlockUnsafeExchange';

/** Microsoft, Certificate requirements for hybrid deployments. */
export const hybridCertificates: string = `${learn}exchange/certificate-requirements`;

/** Microsoft, Windows Sockets error codes. */
export const winsock: string = `${learn}windows/win32/winsock/windows-sockets-error-codes-2`;

/** Microsoft, Exchange Server TLS configuration best practices. */
export const tlsPractices: string = `${learn}exchange/plan-and-deploy/post-installation-tasks/security-best-practices/exchange-tls-configuration`;

/** SMTP Service Extension for Secure SMTP over Transport Layer Security. */
export const startTls = 'https://www.rfc-editor.org/rfc/rfc3207';

/** The Transport Layer Security (TLS) Protocol Version 1.2: its alerts. */
export const tlsAlerts = 'https://www.rfc-editor.org/rfc/rfc5246#section-7.2';

/** Enhanced Mail System Status Codes. */
export const statusCodes = 'https://www.rfc-editor.org/rfc/rfc3463';

/** Postfix TLS support. */
export const postfixTls = 'https://www.postfix.org/TLS_README.html';

/** Microsoft, How to set up a device or application to send email using Microsoft 365. */
export const deviceMail: string = `${learn}exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365`;
