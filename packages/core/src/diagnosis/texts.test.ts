// Texts as people paste them, alone and without a host: the right first cause, and doubt where there is doubt.
import { describe, expect, test } from 'vitest';
import { because, causes, diagnosed, readLog, signals } from '../../test/diagnosis/read-text.ts';
import type { EvidenceKind } from '../mailflow/evidence.ts';

type Case = readonly [
  name: string,
  kind: EvidenceKind | undefined,
  text: string,
  first: string,
  evidence: string[],
];

const bounceFromOnline = (line: string): string => `1/15/2026 9:57:15 PM - Server at ${line}`;

const named: Case[] = [
  [
    'an application that speaks TLS 1.0',
    undefined,
    'javax.mail.AuthenticationFailedException: 421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [DB8PR01CA0021.EURPRD01.PROD.OUTLOOK.COM]',
    'tls-version certain',
    ['+ versionRefused'],
  ],
  [
    'the legacy endpoint without consent',
    undefined,
    '550 5.7.67 TLS 1.0 and 1.1 are not supported for your organization',
    'tls-version certain',
    ['+ versionRefused'],
  ],
  [
    'a handshake that the other side refused for its version',
    'smtpSendLog',
    'TLS negotiation failed with error UnsupportedFunction',
    'tls-version certain',
    ['+ versionRefused'],
  ],
  [
    'a trace with a failed handshake',
    'messageTrace',
    'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [SmtpSecurity=-2;-2] [DM6NAM12FT012.eop-nam12.prod.protection.outlook.com 2026-01-07T18:46:06.378Z 08DB1DF24DB12D84]};{MSG=',
    'tls-version likely',
    ['+ handshakeFailed', '+ onlineRefusesOldTls'],
  ],
  [
    'a trace that names the certificate',
    'messageTrace',
    '450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected Subject: *.contoso.com. Presented Subject: CN=EX01. Thumbprint: D0AC2FC63B9C5798828B45D849BE8D33.] [LastAttemptedServerName=mail.contoso.com] [SmtpSecurity=-1;-1]',
    'certificate certain',
    ['+ certificateNamed'],
  ],
  [
    'a connector without its certificate',
    'queue',
    '454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.',
    'certificate certain',
    ['+ certificateNamed'],
  ],
  [
    'a key that transport may not read',
    'smtpSendLog',
    'TLS negotiation failed with error NoCredentials',
    'certificate certain',
    ['+ certificateNamed'],
  ],
  [
    'a refused connection',
    'queue',
    '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect -> SocketConnectionRefused: Socket error code 10061." Attempted failover to alternate host, but that did not succeed.',
    'network certain',
    ['+ notConnected'],
  ],
  [
    'no answer from port 25',
    'messageTrace',
    '450 4.4.315 Connection timed out [Message=Socket error code 10060] [LastAttemptedServerName=mail.contoso.com]',
    'network certain',
    ['+ notConnected'],
  ],
  [
    'a build that is held back',
    'queue',
    '450 4.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online throttled for 5 mins/hr.',
    'outdated-server certain',
    ['+ throttled'],
  ],
  [
    'a server that Exchange Online cannot attribute',
    'queue',
    '550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message’s recipient domain.',
    'connector likely',
    ['+ refusalNamed'],
  ],
  [
    'Kerberos between Exchange servers',
    'queue',
    '454 4.7.0 Temporary authentication failure',
    'authentication certain',
    ['+ refusalNamed'],
  ],
  [
    'Exchange authentication that a firewall breaks',
    'queue',
    '451 5.7.3 Cannot achieve Exchange Server authentication',
    'authentication likely',
    ['+ refusalNamed'],
  ],
  [
    'SPF that a receiver cannot verify',
    'messageTrace',
    'Defer:Reason: [{LED=451-4.7.23 Message deferred - unable to verify SPF policy for 451 4.7.23 contoso.com.};{MSG=};{FQDN=extmail.bigpond.com};{IP=203.42.22.10};{LRT=1/21/2026 3:45:12 AM}]. OutboundProxyTargetIP: 203.42.22.10. OutboundProxyTargetHostName: extmail.bigpond.com',
    'policy certain',
    ['+ refusalNamed'],
  ],
  [
    'a sender without SPF and DKIM',
    'trackingLog',
    '{[{LED=550-5.7.26 Your email has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.};{MSG=};{FQDN=gmail-smtp-in.l.google.com};{IP=74.125.142.27};{LRT=12/03/2025 19:50:43}]}',
    'policy certain',
    ['+ refusalNamed'],
  ],
  [
    'a blocked recipient',
    undefined,
    "550 5.7.703 Your message can't be delivered because one or more recipients are blocked by your organization's tenant recipient block policy",
    'policy certain',
    ['+ refusalNamed'],
  ],
  [
    'Exchange Online and a large provider',
    'nonDeliveryReport',
    [
      bounceFromOnline(
        "LO6P123MB7159.GBRP123.PROD.OUTLOOK.COM returned '550 5.4.300 Message expired -> 451 4.4.400 Error communicating with frontend host or destination host. -> 421 4.4.2 Connection dropped due to SocketError'",
      ),
      bounceFromOnline(
        "mx-eu.mail.am0.yahoodns.net (188.125.72.73) returned '451 4.4.400 Error communicating with frontend host or destination host. -> 421 4.4.2 Connection dropped due to SocketError'",
      ),
    ].join('\n'),
    'unrelated likely',
    ['+ providerPeer'],
  ],
  [
    'TLS demanded by Exchange Online, before it refused old versions',
    'nonDeliveryReport',
    [
      "12/9/2020 9:57:15 PM - Server at MN2PR13MB4005.namprd13.prod.outlook.com returned '550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)'",
      "12/9/2020 9:47:12 PM - Server at mail.contoso.com (192.0.2.1) returned '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25] [MW2NAM12FT041.eop-nam12.prod.protection.outlook.com](451 5.7.3 STARTTLS is required to send mail)'",
    ].join('\n'),
    'starttls-not-offered likely',
    ['+ tlsDemanded', '+ handshakeNotNamed'],
  ],
  [
    'an event that names no shared cipher suite',
    'schannelEvent',
    'Source: Schannel\nEvent ID: 36874\nAn TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server. The SSL connection request has failed.',
    'cipher likely',
    ['+ hostEvent'],
  ],
];

test.each(named)('%s', (_, kind, text, first, evidence) => {
  const diagnosis = diagnosed({ signals: signals(text, kind) });
  expect(causes(diagnosis)[0]).toBe(first);
  expect(because(diagnosis)).toEqual(evidence);
  // Every text that is the reason is shown, with the place.
  expect(diagnosis.causes[0]?.because[0]).toMatchObject({ where: { source: 'pasted.txt' } });
});

const ambiguous: (readonly [text: string, kind?: EvidenceKind])[] = [
  ['421 4.4.2 Connection dropped due to SocketError'],
  ['451 4.4.0 TLS negotiation failed with error SocketError'],
  ['451 5.7.3 Must issue a STARTTLS command first'],
  ['451 5.7.3 STARTTLS is required to send mail'],
  [
    '451 4.4.0 Primary target IP address responded with: "451 5.7.3 Must issue a STARTTLS command first." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.',
    'queue',
  ],
  [
    '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover',
    'queue',
  ],
  ['421 4.4.1 Connection timed out', 'queue'],
  ['451 4.4.0 Security status InvalidToken', 'queue'],
  [
    'Source: Schannel\nEvent ID: 36871\nFatal error when creating the client credentials for TLS. The internal error status is 10013.',
    'schannelEvent',
  ],
  ['550 4.4.7 QUEUE.Expired; message expired', 'trackingLog'],
  ['400 4.4.7 Message delayed', 'nonDeliveryReport'],
];

const pasted = ambiguous.map(([text, kind]) => ({ text, kind }));

test.each(pasted)('$text: not determined, and what would settle it', ({ text, kind }) => {
  const diagnosis = diagnosed({ signals: signals(text, kind) });
  expect(causes(diagnosis)[0]).toBe('undetermined possible');
  expect(causes(diagnosis).join()).not.toMatch(/certain|likely/);
  expect(diagnosis.causes[0]?.settleBy?.commands.length).toBeGreaterThan(0);
});

describe('what has nothing to do with TLS is never laid on TLS', () => {
  const texts = named.filter(([, , , first]) =>
    /^(?:policy|authentication|unrelated|network|outdated|connector)/.test(first),
  );
  test.each(texts)('%s', (_, kind, text) => {
    for (const known of [kind, undefined]) {
      const found = causes(diagnosed({ signals: signals(text, known) }));
      expect(found.filter((cause) => /^(?:tls-version|cipher)/.test(cause))).toEqual([]);
    }
  });
});

describe('protocol logs', () => {
  const header =
    '#Log-type: SMTP Receive Protocol Log\n#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\n';
  const frontEnd = 'EX01\\Default Frontend EX01';

  test('an offer without STARTTLS to Exchange Online, in a log cut to one line', () => {
    const log = `2026-01-29T20:14:51.470Z,${frontEnd},08DD34FA3086278D,3,10.0.0.1:25,104.47.58.43:57811,>,250 EX01.contoso.com Hello [104.47.58.43] SIZE 37748736 PIPELINING DSN ENHANCEDSTATUSCODES X-ANONYMOUSTLS AUTH NTLM X-EXPS GSSAPI NTLM 8BITMIME BINARYMIME CHUNKING SMTPUTF8 XRDST,\n`;
    const diagnosis = diagnosed(readLog(log));
    expect(causes(diagnosis)).toEqual(['starttls-not-offered certain', 'certificate possible']);
    expect(because(diagnosis)).toEqual(['+ startTlsMissingHere']);
    expect(diagnosis.causes[0]?.because[0]).toMatchObject({ where: { source: 'SMTP.log', line: 1 } });
    expect(diagnosis.causes[0]?.flows).toMatchObject([
      { direction: 'receive', office365: true, outcome: 'failing' },
    ]);
  });

  test('a client that fails to log on after TLS 1.2 was agreed', () => {
    const at = (second: string, event: string, data: string, context = ''): string =>
      `2026-01-11T15:59:${second}.000Z,${frontEnd},123453EC62278461,${Number(second)},10.0.0.1:25,198.51.100.7:56026,${event},${data},${context}\n`;
    const log =
      header +
      at('01', '<', 'EHLO [198.51.100.7]') +
      at(
        '02',
        '>',
        '250  EX01.contoso.com Hello [198.51.100.7] SIZE 37748736 STARTTLS X-ANONYMOUSTLS AUTH NTLM',
      ) +
      at('03', '<', 'STARTTLS') +
      at('04', '>', '220 2.0.0 SMTP server ready') +
      at(
        '05',
        '*',
        '',
        '"TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_128 with strength 128 bits, MAC hash algorithm CALG_SHA_256 with strength 0 bits and key exchange algorithm CALG_ECDH_EPHEM with strength 256 bits"',
      ) +
      at('06', '<', 'AUTH LOGIN') +
      at('07', '*', '', 'Inbound AUTH LOGIN failed because of LogonDenied');
    const diagnosis = diagnosed(readLog(log));
    expect(causes(diagnosis)).toEqual(['authentication certain']);
    expect(because(diagnosis)).toEqual(['+ refusalNamed']);
  });

  test('a log that ends before TLS: nothing can be said', () => {
    const log = `2026-01-06T21:54:51.891Z,Outbound to Office 365,08D0C0DE40C1BF74,3,192.0.2.1:64526,104.47.58.43:25,>,EHLO ex01.contoso.com,\n2026-01-06T21:54:52.001Z,Outbound to Office 365,08D0C0DE40C1BF74,4,192.0.2.1:64526,104.47.58.43:25,<,250-AM0EUR02FT012.mail.protection.outlook.com Hello [192.0.2.1],\n2026-01-06T21:54:52.001Z,Outbound to Office 365,08D0C0DE40C1BF74,5,192.0.2.1:64526,104.47.58.43:25,<,250-SIZE 157286400,\n`;
    const diagnosis = diagnosed(readLog(header.replace('Receive', 'Send') + log));
    expect(causes(diagnosis)).toEqual(['undetermined possible']);
    expect(because(diagnosis)).toEqual(['+ cutShort']);
  });

  test('nothing at all', () => {
    expect(diagnosed({}).causes).toEqual([]);
    expect(diagnosed(readLog(header)).causes).toEqual([]);
  });
});
