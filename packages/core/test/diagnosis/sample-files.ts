// Evidence in the forms in which administrators have it, with made-up names, and what it has to lead to.
import type { EvidenceKind } from '../../src/mailflow/evidence.ts';
import { clearMail, failedHandshake, protocolLog, receivedClear } from './sessions.ts';

export interface SampleFile {
  readonly name: string;
  readonly text: string;
  readonly kind: EvidenceKind;
  readonly first: string;
  readonly evidence: readonly string[];
}

export const sampleFiles: readonly SampleFile[] = [
  {
    name: 'get-queue.txt',
    kind: 'queue',
    first: 'undetermined possible',
    evidence: ['+ tlsDemanded'],
    text: [
      'RunspaceId : 779ae3c8-728b-4078-aa88-1e8b7f3d0b43',
      'DeliveryType : DnsConnectorDelivery',
      'NextHopDomain : contoso.mail.onmicrosoft.com',
      'TlsDomain :',
      'NextHopConnector : 137c0a63-cbc7-4261-b49b-b4850e63593b',
      'Status : Retry',
      'MessageCount : 12',
      'LastError : [{LRT=15-01-26 23:50:05};{LED=451 4.4.0 Primary target IP address responded with: "451 5.7.3 Must issue a',
      'STARTTLS command first." Attempted failover to alternate host, but that did not succeed. Either there are no alternate',
      'hosts, or delivery failed to all alternate hosts.};{FQDN=contoso.mail.onmicrosoft.com};{IP=104.47.58.43}]',
      'RetryCount : 17',
      'Identity : EX01\\322120',
    ].join('\r\n'),
  },
  {
    name: 'bounce.eml',
    kind: 'nonDeliveryReport',
    first: 'tls-version likely',
    evidence: ['+ handshakeFailed', '+ onlineRefusesOldTls'],
    text: [
      'From: <postmaster@fabrikam.onmicrosoft.com>',
      'To: <jane.doe@fabrikam.com>',
      'Subject: Undeliverable: Quarterly figures',
      'Date: Sun, 11 Jan 2026 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Your message could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns;DB8PR01MB0001.eurprd01.prod.outlook.com',
      '',
      'Final-Recipient: rfc822;jane.doe@contoso.com',
      'Action: failed',
      'Status: 5.4.317',
      'Diagnostic-Code: smtp;550 5.4.317 Message expired, cannot connect to remote server(451 4.4.0 TLS negotiation failed with error SocketError)',
      'Remote-MTA: dns;mail.contoso.com',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  },
  {
    name: 'trace.txt',
    kind: 'messageTrace',
    first: 'certificate certain',
    evidence: ['+ certificateNamed'],
    text: 'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected Subject: *.contoso.com. Presented Subject: CN=EX01. Thumbprint: D0AC2FC63B9C5798828B45D849BE8D33.] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [SmtpSecurity=-1;-1]};{MSG=};{FQDN=mail.contoso.com};{IP=192.0.2.1}]. OutboundProxyTargetIP: 192.0.2.1. OutboundProxyTargetHostName: mail.contoso.com',
  },
  {
    name: 'event.txt',
    kind: 'schannelEvent',
    first: 'cipher likely',
    evidence: ['+ hostEvent'],
    text: 'Source:        Schannel\r\nEvent ID:      36874\r\nLevel:         Error\r\nAn TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The SSL connection request has failed.\r\n',
  },
  {
    name: 'SEND2026011110-1.LOG',
    kind: 'smtpSendLog',
    first: 'tls-version likely',
    evidence: ['+ handshakeFailed', '+ onlineRefusesOldTls', '+ clearRetry'],
    text: protocolLog('Send', 'Outbound to Office 365', [
      failedHandshake({ at: '10:00' }),
      clearMail({ at: '10:05' }),
    ]).replaceAll('<jane@', '<jane.doe@'),
  },
  {
    name: 'RECV2026011110-1.LOG',
    kind: 'smtpReceiveLog',
    first: 'starttls-not-offered certain',
    evidence: ['+ startTlsMissingHere'],
    text: protocolLog('Receive', 'EX01\\Default Frontend EX01', [
      receivedClear({ at: '10:00', offer: false }),
    ]),
  },
];
