// Bounces say what happened, in every form and language, and not who wrote what to whom.
import { describe, expect, test } from 'vitest';
import {
  exchangeBounce,
  germanText,
  hebrewText,
  oldText,
  postfixBounce,
} from '../../../test/evidence/bounces.ts';
import { type Evidence, readEvidence } from '../read-evidence.ts';

const hops = [
  {
    from: 'scanner',
    by: 'EX01.contoso.com',
    transport: 'clear',
    protocol: null,
    at: '2025-01-20T10:11:10.000Z',
  },
  { from: 'EX01.contoso.com', by: 'EX02.contoso.com', transport: 'encrypted', protocol: 'TLS 1.2' },
];

function read(text: string): Evidence {
  const evidence = readEvidence(text, { source: 'bounce' });
  expect(JSON.stringify(evidence)).not.toMatch(/jane|john|salary|gehalt|המשכורת|1234@/i);
  return evidence;
}

describe('a saved mail', () => {
  test('of Exchange', () => {
    const evidence = read(exchangeBounce);
    expect(evidence).toMatchObject({
      kind: 'nonDeliveryReport',
      form: 'mail',
      why: 'deliveryReport',
      count: { records: 1, unreadable: 0 },
    });
    expect(evidence.reports).toMatchObject([
      {
        reportingServer: 'EX02.contoso.com',
        arrivedAt: { utc: '2025-01-20T10:11:12.000Z' },
        reportedAt: { utc: '2025-01-22T10:12:00.000Z' },
        recipients: [
          {
            domain: 'fabrikam.com',
            action: 'failed',
            status: '4.4.7',
            diagnostic: '550 4.4.7 QUEUE.Expired; message expired',
            remoteServer: 'mx.fabrikam.com',
            lastAttemptAt: { utc: '2025-01-22T10:11:30.000Z' },
          },
        ],
        attempts: [
          {
            server: 'mx.fabrikam.com',
            address: '192.0.2.99',
            at: { written: '22.01.2025 10:11:30', utc: null },
            text: '451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError." Attempted failover to alternate host, but that did not succeed.',
          },
        ],
        hops,
        reportHops: [{ transport: 'internal' }],
      },
    ]);
    const ids = evidence.signals.map(({ id }) => id);
    expect(ids).toEqual(['message-expired', 'connection-dropped-socket-error']);
    expect(evidence.signals[1]).toMatchObject({
      peer: 'mx.fabrikam.com',
      reportedBy: 'EX02.contoso.com',
      messages: 1,
      at: '2025-01-22T10:11:30.000Z',
    });
  });

  test('of another server, whose error stands in the machine part only', () => {
    const evidence = read(postfixBounce);
    expect(evidence.reports).toMatchObject([
      { reportingServer: 'mx.fabrikam.com', recipients: [{ status: '5.7.3', domain: 'contoso.com' }], hops },
    ]);
    expect(evidence.signals).toMatchObject([
      {
        id: 'starttls-required',
        peer: 'contoso-com.mail.protection.outlook.com',
        reportedBy: 'mx.fabrikam.com',
      },
    ]);
  });

  test('cut anywhere: nothing throws, and what was there is still told', () => {
    for (let end = 0; end < exchangeBounce.length; end += 37) read(exchangeBounce.slice(0, end));
    const cut = read(exchangeBounce.slice(0, exchangeBounce.indexOf('Action: failed')));
    expect(cut.signals.map(({ id }) => id)).toContain('connection-dropped-socket-error');
  });

  test('an ordinary mail is no bounce: only its way is told', () => {
    const evidence = read(
      `${exchangeBounce.slice(exchangeBounce.indexOf('Received: from EX01'), exchangeBounce.indexOf('Dear John'))}Hello`,
    );
    expect(evidence).toMatchObject({ kind: 'mailHeaders', signals: [] });
    expect(evidence.reports).toMatchObject([{ hops: [], reportHops: hops }]);
  });
});

test('an error in Base64 is read; what stands behind the last boundary is none of the mail', () => {
  const words = "Remote Server returned '550 5.7.64 TenantAttribution; Relay Access Denied'";
  const text = postfixBounce.replace(/^VGhp.*$/m, btoa(words).replace(/(.{20})/g, '$1\n'));
  const { signals } = read(`${text}\n421 4.4.1 Connection timed out\n`);
  expect(signals.map(({ id }) => id)).toEqual(['relay-access-denied', 'starttls-required']);
});

describe('pasted text', () => {
  test.each([
    ['German', germanText, 'EX02.contoso.com', 'tls-negotiation-socket-error'],
    ['Hebrew', hebrewText, 'EX02.contoso.com', 'tls-negotiation-socket-error'],
    ['of Exchange 2010', oldText, 'HUB1.contoso.com', 'starttls-must-issue-530'],
    [
      'the machine part alone',
      postfixBounce.slice(postfixBounce.indexOf('Reporting-MTA')),
      'mx.fabrikam.com',
      'starttls-required',
    ],
  ])('%s', (_, text, reportingServer, id) => {
    for (const form of [text, text.replaceAll('\n', '\r\n'), text.replaceAll(/^/gm, '> ')]) {
      const evidence = read(form);
      expect(evidence).toMatchObject({ kind: 'nonDeliveryReport', form: 'text', count: { records: 1 } });
      expect(evidence.reports).toMatchObject([{ reportingServer, hops }]);
      expect(evidence.signals).toMatchObject([
        { id, kind: 'nonDeliveryReport', reportedBy: reportingServer },
      ]);
    }
  });
});

test('the table of hops of Exchange Online', () => {
  const evidence = read(
    'Error: 550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)\nMessage rejected by: MN2PR13MB4005.namprd13.prod.outlook.com\nMessage Hops\nHOP\tTIME (UTC)\tFROM\tTO\tWITH\tRELAY TIME\n1\t12/8/2020 9:47:10 PM\tEX01\tmail.fabrikam.com\tSMTP\t*\n2\t12/8/2020 9:47:12 PM\tmail.fabrikam.com\tBN7NAM10FT041.mail.protection.outlook.com\tMicrosoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)\t2 sec\n',
  );
  expect(evidence).toMatchObject({
    kind: 'nonDeliveryReport',
    reports: [
      {
        hops: [
          { from: 'EX01', transport: 'clear', at: '2020-12-08T21:47:10.000Z' },
          { from: 'mail.fabrikam.com', transport: 'encrypted', protocol: 'TLS 1.2' },
        ],
      },
    ],
    signals: [{ id: 'starttls-required' }],
  });
});

test('a subject that reads like an error is a subject, in any language', () => {
  const { unrecognised, signals } = read(
    germanText.replace('Unzustellbar: Gehalt von Jane', '550 5.9.998 Jane failed'),
  );
  expect(unrecognised.groups).toEqual([]);
  expect(signals).toHaveLength(1);
});

test('addresses in the diagnostic of a server', () => {
  const text = postfixBounce.replace(
    'STARTTLS is required to',
    '<john.roe@fabrikam.com> STARTTLS is required to',
  );
  expect(read(text).reports[0]?.recipients[0]?.diagnostic).toMatch(
    /^451 5\.7\.3 <\*@fabrikam\.com> STARTTLS/,
  );
});
