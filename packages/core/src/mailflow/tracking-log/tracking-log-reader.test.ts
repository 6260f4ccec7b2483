// Tracking logs, made up after the documented fields: flows, failures, noise, and no personal data.
import { describe, expect, test } from 'vitest';
import { recipientStatuses } from './recipient-status.ts';
import { TrackingLogReader, type TrackingReport } from './tracking-log-reader.ts';

const newFields =
  'date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,tenant-id,original-client-ip,original-server-ip,custom-data,transport-traffic-type,log-id,schema-version';
const oldFields = newFields
  .split(',')
  .filter((name) => name !== 'network-message-id')
  .slice(0, 21)
  .join(',');

type Values = Readonly<Record<string, string>>;

function row(fields: string, values: Values): string {
  const all: Values = {
    'date-time': '2026-01-11T10:00:00.000Z',
    'message-id': '<secret@contoso.com>',
    'message-subject': 'secret plan, "draft"',
    'sender-address': 'secret.sender@contoso.com',
    'recipient-address': 'secret.one@fabrikam.com',
    source: 'SMTP',
    ...values,
  };
  return fields
    .split(',')
    .map((name) => {
      const text = all[name] ?? '';
      return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

function reader(fields: string, rows: readonly Values[]): TrackingLogReader {
  const text = [
    '#Software: Microsoft Exchange Server',
    '#Version: 15.01.2507.061',
    '#Log-type: Message Tracking Log',
    '#Date: 2026-01-11T10:00:00.000Z',
    `#Fields: ${fields}`,
    ...rows.map((values) => row(fields, values)),
    '',
  ].join('\r\n');
  const made = new TrackingLogReader();
  made.openSource('MSGTRK.LOG');
  made.push(new TextEncoder().encode(text));
  const { count } = made.closeSource('complete');
  expect(count).toMatchObject({ kind: 'trackingLog', records: rows.length, unreadable: 0 });
  return made;
}

const sent: Values = {
  'event-id': 'SEND',
  'client-ip': '10.0.0.1',
  'client-hostname': 'ex1.contoso.com',
  'server-ip': '104.47.58.43',
  'server-hostname': 'AM0EUR02FT012.mail.protection.outlook.com',
  'connector-id': 'Outbound to Office 365',
};
const led = '451 5.7.3 STARTTLS is required to send mail';
const wrapped = (lrt: string): string =>
  `[{LED=${led}};{MSG=};{FQDN=contoso-com.mail.protection.outlook.com};{IP=104.47.1.2};{LRT=${lrt}}]`;

describe.each([
  ['2013 and later', newFields],
  ['2010', oldFields],
])('fields of %s', (_, fields) => {
  const rows: Values[] = [
    sent,
    { ...sent, 'date-time': '2026-01-11T11:00:00.000Z' },
    { 'event-id': 'RECEIVE', 'client-ip': '192.0.2.7', 'connector-id': 'EX1\\Default Frontend EX1' },
    {
      'event-id': 'DEFER',
      'connector-id': 'Outbound to Office 365',
      'recipient-status': wrapped('1/11/2026 10:00:00'),
    },
    {
      'event-id': 'DEFER',
      'connector-id': 'Outbound to Office 365',
      'recipient-status': wrapped('1/11/2026 10:05:00'),
    },
    {
      'event-id': 'FAIL',
      source: 'QUEUE',
      'recipient-address': 'secret.one@fabrikam.com;secret.two@fabrikam.com',
      'recipient-status': `550 4.4.7 QUEUE.Expired; message expired;${wrapped('x')}`,
    },
    { 'event-id': 'HADISCARD', source: 'SMTP' },
    { ...sent, 'sender-address': 'HealthMailbox12@contoso.com' },
    { ...sent, 'recipient-address': 'inboundproxy@contoso.com' },
    { 'event-id': 'AGENTINFO', source: 'AGENT' },
  ];

  test('what went where, and why it did not', () => {
    const report = reader(fields, rows).report();
    expect(report.noise).toEqual({ health: 2, shadow: 1 });
    expect(report.flows).toMatchObject([
      {
        event: 'SEND',
        direction: 'send',
        peer: 'AM0EUR02FT012.mail.protection.outlook.com',
        office365: 'address',
        messages: 2,
        lastSeen: '2026-01-11T11:00:00.000Z',
      },
      { event: 'DEFER', connector: 'Outbound to Office 365', peer: 'fabrikam.com', messages: 2 },
      { event: 'RECEIVE', direction: 'receive', peer: '192.0.2.7', office365: null, messages: 1 },
      { event: 'FAIL', source: 'QUEUE', peer: 'fabrikam.com', messages: 1, recipients: 2 },
    ]);
    expect(report.failures.map(({ text, count, peers }) => [text, count, peers[0]?.peer])).toEqual([
      [led, 2, 'contoso-com.mail.protection.outlook.com'],
      [led, 1, 'contoso-com.mail.protection.outlook.com'],
      ['550 4.4.7 QUEUE.Expired; message expired', 1, 'fabrikam.com'],
    ]);
  });

  test('saved and taken in again: the same', () => {
    const first = reader(fields, rows);
    const again = new TrackingLogReader({ state: JSON.parse(JSON.stringify(first.save())) });
    const report: TrackingReport = again.report();
    expect(report).toEqual(first.report());
    again.append(first.save());
    expect(again.report().noise).toEqual({ health: 4, shadow: 2 });
  });

  test('no local part, subject or message id', () => {
    const made = reader(fields, rows);
    expect(JSON.stringify(made.report()) + JSON.stringify(made.save())).not.toContain('secret');
  });
});

test.each([
  ['250 2.1.5 OK', 1, ['250 2.1.5 OK']],
  [
    '550 4.4.7 QUEUE.Expired; expired;550 5.1.1 a;b',
    2,
    ['550 4.4.7 QUEUE.Expired; expired', '550 5.1.1 a;b'],
  ],
  [`${wrapped('a;b')};${wrapped('c')}`, 2, [led, led]],
  ['[{LRT=1};{LED=451 4.4.0 Primary target};{FQDN=x}]', 1, ['451 4.4.0 Primary target']],
  ['[{LED=451 4.4.0 cut he', 2, ['451 4.4.0 cut he']],
  ['', 1, []],
])('statuses of %s', (text, recipients, expected) => {
  expect(recipientStatuses(text, recipients).map((status) => status.text)).toEqual(expected);
});

test('statuses are taken apart in time linear in their length', () => {
  for (const unit of [';', '[{', ';[{', '}];', '550 a;']) {
    const start = performance.now();
    recipientStatuses(unit.repeat(200_000 / unit.length), 9);
    expect(performance.now() - start, unit).toBeLessThan(500);
  }
});
