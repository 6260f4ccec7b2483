// The forms in which administrators publish such lines: cut, masked, with half of a head; names are made up.
import { expect, test } from 'vitest';
import { readEvidence } from './read-evidence.ts';

const exoHost = 'BN0NAM12FT041.eop-nam12.prod.protection.outlook.com';

test.each([
  [
    'an event with three lines of head',
    'Source:        Schannel\nEvent ID:      36874\nLevel:         Error\nAn TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The SSL connection request has failed.\n',
    'schannelEvent',
    [['schannel-no-shared-cipher', undefined]],
  ],
  [
    'an event in words that are not those of Windows',
    'Source: Schannel\nEvent ID: 36871\nLevel: Error\nFatal error when creating the client credentials for TLS. The internal error status is 10013.\n',
    'schannelEvent',
    [['schannel-credential', undefined]],
  ],
  [
    'a trace whose braces were damaged',
    `Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [SmtpSecurity=-2;-2] [${exoHost} 2023-03-07T18:46:06.378Z 08DB1DF24DB12D84]};{MSG=4. OutboundProxyTargetIP: 192.0.2.1. OutboundProxyTargetHostName: mail.contoso.com`,
    'messageTrace',
    [['tls-negotiation-socket-error', 'mail.contoso.com']],
  ],
  [
    'a trace with the subject of a certificate',
    'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected Subject: *.contoso.com. Presented Subject: CN=EX01. Thumbprint: D0AC2FC63B9C5798828B45D849BE8D33.] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [SmtpSecurity=-1;-1] [BN7. OutboundProxyTargetIP: 192.0.2.1. OutboundProxyTargetHostName: mail.contoso.com',
    'messageTrace',
    [['subject-mismatch', 'mail.contoso.com']],
  ],
  [
    'a trace that is not about TLS',
    'Defer:Reason: [{LED=451-4.7.23 Message deferred - unable to verify SPF policy for 451 4.7.23 contoso.com. IB305 i{2b0c499b-c839-43d2-9c76-dda19649fe67}};{MSG=};{FQDN=mx.fabrikam.com};{IP=192.0.2.9};{LRT=1/21/2025 3:45:12 AM}]. OutboundProxyTargetIP: 192.0.2.9. OutboundProxyTargetHostName: mx.fabrikam.com',
    'messageTrace',
    [['sender-not-authenticated', 'mx.fabrikam.com']],
  ],
  [
    'the two lines of a bounce of Exchange Online',
    `12/9/2020 9:57:15 PM - Server at MN2PR13MB4005.namprd13.prod.outlook.com returned '550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)'\n12/9/2020 9:47:12 PM - Server at mail.contoso.com (192.0.2.1) returned '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [${exoHost}](451 5.7.3 STARTTLS is required to send mail)'\n`,
    'nonDeliveryReport',
    [['starttls-required', 'mail.contoso.com']],
  ],
  [
    'a bounce with a chain of arrows',
    "3/10/2024 10:38:41 AM - Server at LO6P123MB7159.GBRP123.PROD.OUTLOOK.COM returned '550 5.4.300 Message expired -> 451 4.4.400 Error communicating with frontend host or destination host. -> 421 4.4.2 Connection dropped due to SocketError'\n3/10/2024 10:33:39 AM - Server at mx.fabrikam.com (192.0.2.9) returned '451 4.4.400 Error communicating with frontend host or destination host. -> 421 4.4.2 Connection dropped due to SocketError'\n",
    'nonDeliveryReport',
    [['connection-dropped-socket-error', 'mx.fabrikam.com']],
  ],
  [
    'what a program prints',
    'javax.mail.AuthenticationFailedException: 421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [MAXPR0101CA0021.INDPRD01.PROD.OUTLOOK.COM]',
    'errorText',
    [['smtp-auth-old-tls', undefined]],
  ],
  [
    'a last error alone',
    '451 4.4.0 Primary target IP address responded with: "451 5.7.3 Must issue a STARTTLS command first." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.',
    'errorText',
    [['starttls-must-issue', undefined]],
  ],
  [
    'one property of the tracking log',
    'RecipientStatus         : {[{LED=550-5.7.26 Your email has been blocked because the sender is unauthenticated. 550-5.7.26  Authentication results:\n                          550-5.7.26  DKIM = did not pass 550 5.7.26\n                          https://support.example.com/answer d9443c01a7336 - gsmtp};{MSG=};{FQDN=mx.fabrikam.com};{IP=192.0.2.9};{LRT=12/03/2025 19:50:43}]}',
    'trackingLog',
    [['sender-not-authenticated', 'mx.fabrikam.com']],
  ],
  [
    'a queue of 2013 with empty lines everywhere and its error wrapped within a word group',
    'DeliveryType : DnsConnectorDelivery\n\nNextHopDomain : fabrikam.com\n\nTlsDomain :\n\nStatus : Retry\n\nMessageCount : 1\n\nLastError : [{LRT=15-01-21 23:50:05};{LED=450 4.7.0 Proxy session setup failed on Frontend with \'451 4.4.0 Primary target IP address responded with: "451 4.4.0 Security\n\nstatus InvalidToken." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate\n\nhosts. The last endpoint attempted was 2001:db8::1:25\'};{FQDN=EX01.CONTOSO.LOCAL};{IP=192.168.12.4}]\n\nRetryCount : 17\n\nIdentity : EX05\\322120\n',
    'queue',
    [['tls-negotiation-invalid-token', '2001:db8::1']],
  ],
])('%s', (_, text, kind, expected) => {
  const evidence = readEvidence(text, { source: 'pasted' });
  expect(evidence).toMatchObject({ kind, count: { records: 1, unreadable: 0 } });
  expect(evidence.signals.map(({ id, peer }) => [id, peer])).toEqual(expected);
  expect(evidence.unrecognised.groups).toEqual([]);
});
