// Forms that records take: both layouts, unusual headers, cut and foreign files, sessions that tell of trouble.
import { describe, expect, test } from 'vitest';
import type { SourceEnd } from '../record-reader.ts';
import type { UsageReport } from '../usage.ts';
import { ProtocolLogReader } from './protocol-log-reader.ts';
import type { SmtpSession } from './smtp-session.ts';

const fields =
  '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';

function read(text: string | Uint8Array): { sessions: SmtpSession[]; report: UsageReport; end: SourceEnd } {
  const sessions: SmtpSession[] = [];
  const reader = new ProtocolLogReader({ sessions: 'all', onSession: (session) => sessions.push(session) });
  reader.openSource('log');
  reader.push(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const end = reader.closeSource('complete');
  reader.finish();
  return { sessions, report: reader.usage.report(), end };
}

type Part = readonly [event: string, data: string, context?: string];

/** Records of one session; an endpoint or an id may be given where a test needs its own. */
function log(
  type: 'Send' | 'Receive',
  parts: readonly Part[],
  {
    id = '08DD34FA30862700',
    at = '10:00',
    local = '10.0.0.1:25',
    remote = '104.47.58.43:57811',
    first = 0,
  } = {},
): string {
  const connector = type === 'Send' ? 'To Office 365' : 'EX1\\Default Frontend EX1';
  return parts
    .map(
      ([event, data, context = ''], index) =>
        `2026-01-11T${at}:${String(index).padStart(2, '0')}.000Z,${connector},${id},${first + index},${local},${remote},${event},${data},${context}\r\n`,
    )
    .join('');
}

const header = (type: string): string => `#Log-type: SMTP ${type} Protocol Log\r\n${fields}\r\n`;
const clearMail: Part[] = [
  ['+', ''],
  ['<', '"220 AM0EUR02FT012.mail.protection.outlook.com Microsoft ESMTP MAIL Service ready at Sun, 11 Jan"'],
  ['>', 'EHLO ex1.contoso.com'],
  ['<', '250  AM0EUR02FT012.mail.protection.outlook.com Hello [192.0.2.1] SIZE 157286400 STARTTLS 8BITMIME'],
  ['>', 'MAIL FROM:<jane.doe@contoso.com>'],
  ['<', '250 2.1.0 Sender OK'],
  ['>', 'RCPT TO:<john@fabrikam.com>'],
  ['<', '250 2.1.5 Recipient OK'],
  ['>', 'BDAT 12 LAST'],
  ['<', '"250 2.6.0 <1@ex1.contoso.com> [InternalId=1, Hostname=X] Queued mail for delivery"'],
  ['>', 'QUIT'],
  ['<', '221 2.0.0 Service closing transmission channel'],
  ['-', '', 'Local'],
];
const failed: Part[] = [
  ...clearMail.slice(0, 4),
  ['>', 'STARTTLS'],
  ['<', '220 2.0.0 SMTP server ready'],
  ['*', '', 'TLS negotiation failed with error SocketError'],
  ['-', '', 'Remote(SocketError)'],
];
const atMicrosoft = { local: '10.0.0.1:40000', remote: '104.47.58.43:25' };

describe('mail that silently goes in clear text', () => {
  test('a failed negotiation, then the same peer in clear text', () => {
    const { report, sessions } = read(
      header('Send') +
        log('Send', failed, { ...atMicrosoft, id: '08DD34FA30862701' }) +
        log('Send', clearMail, { ...atMicrosoft, id: '08DD34FA30862702', at: '10:05' }),
    );
    expect(report.silentClear).toMatchObject([
      {
        peer: '104.47.58.43',
        connector: 'To Office 365',
        office365: true,
        failure: 'TLS negotiation failed with error SocketError',
        sessions: 1,
        messages: 1,
        firstSeen: '2026-01-11T10:05:00.000Z',
      },
    ]);
    expect(sessions[1]).toMatchObject({
      clearAfterFailure: 'TLS negotiation failed with error SocketError',
      startTls: { offered: 'yes', tried: false },
      messages: { clear: 1, encrypted: 0 },
      office365: 'address',
    });
    expect(report.clearWithOffice365).toMatchObject([{ peer: '104.47.58.43', messages: { clear: 1 } }]);
  });

  test('another address of the same destination', () => {
    const { report } = read(
      header('Send') +
        log('Send', failed, { ...atMicrosoft, id: '08DD34FA30862701' }) +
        log('Send', clearMail, {
          ...atMicrosoft,
          remote: '104.47.2.3:25',
          id: '08DD34FA30862702',
          at: '10:05',
        }),
    );
    expect(report.silentClear).toMatchObject([{ peer: '104.47.2.3', messages: 1 }]);
  });

  test('long after, or with nothing failed before: not silent, but clear', () => {
    for (const before of ['', log('Send', failed, { ...atMicrosoft, id: '08DD34FA30862701' })]) {
      const later = log('Send', clearMail, { ...atMicrosoft, id: '08DD34FA30862702', at: '12:00' });
      const { report } = read(header('Send') + before + later);
      expect(report.silentClear).toEqual([]);
      expect(report.clearWithOffice365).toHaveLength(1);
    }
  });
});

test('X-ANONYMOUSTLS on offer is not STARTTLS on offer', () => {
  const hello = (offer: string): Part[] => [
    ['+', ''],
    ['<', 'EHLO AM0PR01.outbound.protection.outlook.com'],
    ['>', `250  ex1.contoso.com Hello [104.47.58.43] SIZE 37748736 ${offer}X-ANONYMOUSTLS AUTH NTLM`],
    ['-', '', 'Remote'],
  ];
  const offered = (offer: string): string | undefined =>
    read(header('Receive') + log('Receive', hello(offer))).sessions[0]?.startTls.offered;
  expect(offered('')).toBe('no');
  expect(offered('STARTTLS ')).toBe('yes');
  expect(offered('X-STARTTLS STARTTLSX ')).toBe('no');
  const { sessions, report } = read(log('Receive', hello('').slice(2, 3), { first: 3 }));
  expect(sessions[0]).toMatchObject({ kind: 'mail', office365: 'address', startTls: { offered: 'no' } });
  expect(report.peers[0]?.startTlsMissing).toBe(1);
});

test('a capability a record', () => {
  const parts: Part[] = [
    ['+', ''],
    ['>', 'EHLO ex1.contoso.com'],
    ['<', '250-mx.example.org Hello [192.0.2.1]'],
    ['<', '250-SIZE 157286400'],
    ['<', '250-STARTTLS'],
    ['<', '250 8BITMIME'],
    ['-', '', 'Local'],
  ];
  const { sessions } = read(header('Send') + log('Send', parts));
  expect(sessions[0]).toMatchObject({ announcedName: 'mx.example.org', startTls: { offered: 'yes' } });
  const without = parts.filter(([, data]) => data !== '250-STARTTLS');
  expect(read(header('Send') + log('Send', without)).sessions[0]?.startTls.offered).toBe('no');
  const cut = parts.slice(0, 4);
  expect(read(header('Send') + log('Send', cut)).sessions[0]?.startTls.offered).toBe('unknown');
});

test('fields in another order, some missing', () => {
  const { sessions, end } = read(
    [
      '#Software: Microsoft Exchange Server',
      '#Log-Type: SMTP Receive Protocol Log',
      '#Fields: session-id,event,data,date-time,connector-id,remote-endpoint,local-endpoint,sequence-number',
      'A1,+,,2026-01-11T10:00:00.000Z,"EX1\\In, out",192.0.2.7:4711,10.0.0.1:25,0',
      'A1,<,EHLO pc.fabrikam.com,2026-01-11T10:00:01Z,"EX1\\In, out",192.0.2.7:4711,10.0.0.1:25,1',
      'A1,-,,2026-01-11 10:00:02.5,"EX1\\In, out",192.0.2.7:4711,10.0.0.1:25,2',
    ].join('\n'),
  );
  expect(end.count).toMatchObject({ kind: 'smtpReceiveLog', records: 3, unreadable: 0 });
  expect(sessions).toMatchObject([
    {
      sessionId: 'A1',
      connector: 'EX1\\In, out',
      peer: '192.0.2.7',
      announcedName: 'pc.fabrikam.com',
      startedAt: '2026-01-11T10:00:00.000Z',
      endedAt: '2026-01-11T10:00:02.500Z',
      end: 'closed',
    },
  ]);
});

test.each([
  ['Microsoft Internet Information Services 10.0', 'SMTP Receive Protocol Log', 'foreign'],
  ['Microsoft Exchange Server', 'Transport Connectivity Log', 'connectivityLog'],
  ['Microsoft Exchange Server', 'Message Tracking Log', 'trackingLog'],
  ['Microsoft Exchange Server', 'Agent Log', 'foreign'],
])('%s, %s: recognised, nothing counted', (software, type, kind) => {
  const text = `#Software: ${software}\r\n#Log-type: ${type}\r\n${log('Receive', clearMail)}`;
  const { end, report } = read(text);
  expect(end.count.kind).toBe(kind);
  expect(report.sessions).toBe(0);
});

test('a record that was cut inside quotes does not swallow those after it', () => {
  const good = log('Send', clearMail, atMicrosoft);
  const cut = '2026-01-11T10:00:00.000Z,To Office 365,08DD34FA30862709,0,,104.47.1.1:25,<,"220 mx, cut here';
  const { end, report } = read(`${header('Send')}${cut}\r\n${good}`);
  expect(end.count).toMatchObject({ records: clearMail.length, unreadable: 1 });
  expect(end.count.unreadableAt).toEqual([{ where: { source: 'log', line: 3 }, reason: 'cut' }]);
  expect(report.messages.clear).toBe(1);
});

test('a line end inside quotes belongs to the text', () => {
  const parts: Part[] = [
    ['+', ''],
    ['<', '"220 mx.example.org first\r\nsecond, third"'],
    ['>', 'EHLO x'],
  ];
  const { end, sessions } = read(header('Send') + log('Send', parts));
  expect(end.count).toMatchObject({ records: 3, unreadable: 0 });
  expect(end.line).toBe(6);
  expect(sessions[0]?.announcedName).toBe('mx.example.org');
});

test('broken lines are counted with their places, the rest is read', () => {
  const lines = log('Send', clearMail, atMicrosoft).split('\r\n');
  lines.splice(3, 0, 'garbage', '\u0000\u0001', '2026-01-11T10:00:00.000Z,too,few', '');
  const { end, report } = read(header('Send') + lines.join('\n'));
  expect(end.count.records).toBe(clearMail.length);
  expect(end.count.unreadableAt.map(({ where, reason }) => [where.line, reason])).toEqual([
    [6, 'notARecord'],
    [7, 'notARecord'],
    [8, 'cut'],
  ]);
  expect(report.messages.clear).toBe(1);
});

test('a mark of UTF-8 and invalid bytes do no harm', () => {
  const text = header('Send') + log('Send', clearMail, atMicrosoft);
  const bytes = new TextEncoder().encode(text.replaceAll('To Office 365', 'To \u0001Office'));
  const broken = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes.map((byte) => (byte === 1 ? 0xff : byte))]);
  const { report, end } = read(broken);
  expect(end.count).toMatchObject({ kind: 'smtpSendLog', unreadable: 0 });
  expect(report.peers[0]?.connector).toBe('To \ufffdOffice');
});

test('a line without an end is given up in time, what follows is read', () => {
  const reader = new ProtocolLogReader();
  reader.openSource('log');
  reader.push(new TextEncoder().encode(header('Send')));
  const block = new Uint8Array(1 << 20).fill(0x61);
  for (let i = 0; i < 40; i++) reader.push(block);
  reader.push(new TextEncoder().encode(`\r\n${log('Send', clearMail, atMicrosoft)}`));
  const { count } = reader.closeSource('complete');
  expect(count).toMatchObject({ records: clearMail.length, unreadable: 1 });
  expect(count.unreadableAt[0]).toEqual({ where: { source: 'log', line: 3 }, reason: 'tooLong' });
});

test('more open sessions than are kept: the oldest is counted and given up', () => {
  const reader = new ProtocolLogReader({ maxOpenSessions: 16 });
  reader.openSource('log');
  reader.push(new TextEncoder().encode(header('Send')));
  for (let i = 0; i < 100; i++) {
    const id = `08DD34FA3086${String(i).padStart(4, '0')}`;
    reader.push(new TextEncoder().encode(log('Send', clearMail.slice(0, 4), { ...atMicrosoft, id })));
  }
  reader.closeSource('complete');
  expect(reader.openSessions).toBeLessThanOrEqual(16);
  reader.finish();
  const report = reader.usage.report();
  expect(report.sessions).toBe(100);
  expect(report.evicted + report.unfinished).toBe(100);
  expect(report.evicted).toBeGreaterThanOrEqual(84);
});

test('an id that begins anew is another session', () => {
  const { report } = read(
    header('Send') + log('Send', clearMail.slice(0, 5), atMicrosoft) + log('Send', clearMail, atMicrosoft),
  );
  expect(report).toMatchObject({ sessions: 2, unfinished: 1, messages: { clear: 1 } });
});

test('the front end is not taken for the peer', () => {
  const parts: Part[] = [
    ['+', ''],
    ['<', 'EHLO ex1.contoso.com'],
    ['>', '250  ex1.contoso.com Hello [10.0.0.1] SIZE 37748736 X-ANONYMOUSTLS'],
    [
      '<',
      'XPROXYFROM SID=08DD34FA30862701 IP=104.47.58.43 PORT=1234 DOMAIN=AM0.outbound.protection.outlook.com',
    ],
    ['>', '250 2.0.0 OK'],
    ['<', 'QUIT'],
    ['-', '', 'Local'],
  ];
  const { report } = read(
    header('Receive') + log('Receive', parts, { local: '10.0.0.1:2525', remote: '10.0.0.1:4711' }),
  );
  expect(report.peers).toEqual([]);
  expect(report.notPeers.proxyLeg).toBe(1);
  expect(report.proxied).toMatchObject([{ peer: '104.47.58.43', via: '10.0.0.1', office365: 'address' }]);
});

describe('mail that is sent through the front end', () => {
  const parts = (destination: string): Part[] => [
    ['+', ''],
    ['<', '220 ex1.contoso.com Microsoft ESMTP MAIL Service ready'],
    ['>', 'EHLO ex2.contoso.com'],
    ['<', '250  ex1.contoso.com Hello [10.0.0.2] SIZE X-ANONYMOUSTLS XPROXYTO'],
    ['>', `XPROXYTO SESSIONID=08DD34FA30862701 ${destination}`],
    [
      '<',
      "450 4.7.0 Proxy session setup failed on Frontend with '421 4.4.2 Connection dropped due to SocketError'",
    ],
    ['-', '', 'Remote'],
  ];
  const report = (destination: string) =>
    read(
      header('Send') + log('Send', parts(destination), { local: '10.0.0.2:50123', remote: '10.0.0.1:717' }),
    ).report;

  test.each([
    ['DESTINATION=104.47.58.110:25', '104.47.58.110', 'address'],
    [
      'DESTINATIONS=[2a01:111:f400:7c00::10]+3B[2a01:111:f400:7c00::11] PORT=25',
      '2a01:111:f400:7c00::10',
      'address',
    ],
    [
      'DESTINATION=contoso-com.mail.protection.outlook.com PORT=25',
      'contoso-com.mail.protection.outlook.com',
      'name',
    ],
    ['DESTINATION=mx.fabrikam.com', 'mx.fabrikam.com', null],
  ])('%s', (destination, peer, office365) => {
    const found = report(destination);
    expect(found.peers).toEqual([]);
    expect(found.proxied).toMatchObject([{ peer, via: '10.0.0.1', office365, direction: 'send' }]);
    expect(found.errors).toMatchObject([{ peers: [{ peer }] }]);
  });

  test('a destination that cannot be read leaves the front end as the other side of a leg', () => {
    const found = report('UNKNOWN=1');
    expect(found.peers).toEqual([]);
    expect(found.notPeers.proxyLeg).toBe(1);
    expect(found.errors).toMatchObject([{ peers: [{ peer: '10.0.0.1' }] }]);
  });
});

test('no local part, subject or message id leaves the reader', () => {
  const parts: Part[] = [
    ...clearMail.slice(0, 4),
    ['>', 'MAIL FROM:<secret.sender@contoso.com>'],
    ['<', '550 5.7.1 <secret.sender@contoso.com> not allowed; Subject: secret plan'],
    ['*', '', 'Inbound AUTH failed because of LogonDenied for secret.user@contoso.com'],
    ['*', '', 'User Name: CONTOSO\\secret'],
  ];
  const sessions: SmtpSession[] = [];
  const reader = new ProtocolLogReader({ sessions: 'all', onSession: (session) => sessions.push(session) });
  reader.openSource('log');
  reader.push(new TextEncoder().encode(header('Send') + log('Send', parts, atMicrosoft)));
  reader.closeSource('growing');
  const saved = JSON.stringify(reader.save());
  reader.finish();
  const told = [
    saved,
    JSON.stringify(reader.save()),
    JSON.stringify(sessions),
    JSON.stringify(reader.usage.report()),
  ];
  for (const text of told) {
    expect(text).not.toContain('secret');
    expect(text).toContain('*@contoso.com');
  }
});
