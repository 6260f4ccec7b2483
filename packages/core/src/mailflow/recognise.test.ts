// What a source is, is told from what stands in it.
import { expect, test } from 'vitest';
import { exchangeBounce, germanText, oldText, postfixBounce } from '../../test/evidence/bounces.ts';
import { compoundFile } from '../../test/evidence/compound-file.ts';
import { sources } from '../../test/evidence/sources.ts';
import { recognise } from './recognise.ts';

const error = '421 4.4.2 Connection dropped due to SocketError';

function header(type: string, fields: string): string {
  return `#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n#Log-type: ${type}\r\n#Date: 2026-01-11T10:00:00.000Z\r\n#Fields: ${fields}\r\n`;
}

const protocolFields =
  'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
const record = (connector: string, event: string, data: string): string =>
  `2026-01-11T10:00:00.000Z,${connector},08DD34FA30862701,3,10.0.0.1:25,192.0.2.7:4711,${event},${data},\r\n`;

test.each([
  ['send log', header('SMTP Send Protocol Log', protocolFields), 'smtpSendLog', 'log', 'logHeader'],
  ['receive log', header('SMTP Receive Protocol Log', protocolFields), 'smtpReceiveLog', 'log', 'logHeader'],
  [
    'connectivity log',
    header('Transport Connectivity Log', 'date-time,session,source,Destination,direction,description'),
    'connectivityLog',
    'log',
    'logHeader',
  ],
  [
    'tracking log',
    header('Message Tracking Log', 'date-time,client-ip,event-id,source-context'),
    'trackingLog',
    'log',
    'logHeader',
  ],
  [
    'records of a send log',
    record('Outbound to Office 365', '>', 'EHLO EX01'),
    'smtpSendLog',
    'log',
    'logRecords',
  ],
  [
    'replies in a send log',
    record('Outbound to Office 365', '<', '250-STARTTLS'),
    'smtpSendLog',
    'log',
    'logRecords',
  ],
  [
    'records of a receive log',
    record('EX01\\Default Frontend EX01', '<', 'EHLO a'),
    'smtpReceiveLog',
    'log',
    'logRecords',
  ],
  [
    'replies in a receive log',
    record('EX01\\Default', '>', '"220 EX01, ready"'),
    'smtpReceiveLog',
    'log',
    'logRecords',
  ],
  ['a connect in a receive log', record('EX01\\Default', '+', ''), 'smtpReceiveLog', 'log', 'logRecords'],
  [
    'a record with its time made unreadable',
    record('Out', '<', '220 ready').replace('2026-01-11T10:00:00.000Z', 'Date/Time'),
    'smtpSendLog',
    'text',
    'logRecords',
  ],
  [
    'a record of a connectivity log',
    '2026-01-11T10:00:00.000Z,08DD34FA30862701,SMTP,contoso.com,+,x\n',
    'connectivityLog',
    'log',
    'logRecords',
  ],
  [
    'a log of IIS',
    '#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Fields: date time s-ip\n2026-01-11 10:00:00 10.0.0.1\n',
    'foreign',
    'text',
    'otherProduct',
  ],
  [
    'a log of Postfix',
    'Jan 11 10:00:00 mx postfix/smtp[123]: SSL_connect error to mx.contoso.com[192.0.2.1]:25: -1\n',
    'foreign',
    'text',
    'otherProduct',
  ],
  ['a mail', 'From: a@b.c\nTo: d@e.f\nSubject: x\n\nHello', 'mailHeaders', 'mail', 'mailHeaders'],
  ['a bounce', exchangeBounce, 'nonDeliveryReport', 'mail', 'deliveryReport'],
  ['another bounce', postfixBounce, 'nonDeliveryReport', 'mail', 'deliveryReport'],
  ['a pasted bounce', germanText, 'nonDeliveryReport', 'text', 'reportWords'],
  ['an old pasted bounce', oldText, 'nonDeliveryReport', 'text', 'reportWords'],
  ['queues', sources.list?.(error) ?? '', 'queue', 'list', 'propertyNames'],
  ['queues in a table', sources.table?.(error) ?? '', 'queue', 'table', 'propertyNames'],
  ['queues in CSV', sources.csv?.(error) ?? '', 'queue', 'csv', 'propertyNames'],
  ['CLIXML', sources.clixml?.(error) ?? '', 'unknown', 'clixml', 'propertyNames'],
  [
    'what a remote shell prints',
    `#< CLIXML\r\n${sources.clixml?.(error)}`,
    'unknown',
    'clixml',
    'propertyNames',
  ],
  ['a list in JSON', sources.json?.(error) ?? '', 'unknown', 'json', 'propertyNames'],
  ['mails in queues', sources.message?.(error) ?? '', 'queueMessage', 'list', 'propertyNames'],
  ['a trace', sources.trace?.(error) ?? '', 'messageTrace', 'csv', 'propertyNames'],
  ['the words of a trace, in braces', sources.traceText?.(error) ?? '', 'messageTrace', 'text', 'traceWords'],
  ['events', sources.eventXml?.(error) ?? '', 'schannelEvent', 'xml', 'eventXml'],
  [
    'a last error',
    `451 4.4.0 Primary target IP address responded with: "${error}."`,
    'unknown',
    'text',
    'nothingKnown',
  ],
  [
    'braces of a queue are no JSON',
    `[{LED=${error}};{MSG=};{FQDN=a};{IP=1.2.3.4}]`,
    'unknown',
    'text',
    'nothingKnown',
  ],
  ['any CSV', 'a,b,c\n1,2,3\n', 'unknown', 'text', 'nothingKnown'],
  ['a letter', 'Dear all,\nthe queue is full: please look.\n', 'unknown', 'text', 'nothingKnown'],
  ['nothing', ' \r\n\t\n', 'unknown', 'empty', 'empty'],
  ['zeros', '\0'.repeat(500), 'foreign', 'binary', 'binary'],
])('%s', (_, text, kind, form, why) => {
  expect(recognise(text)).toEqual({ kind, form, why });
});

test.each([
  ['a saved event log', 'ElfFile\0....', 'foreign', 'binary', 'eventLogFile'],
  ['a zip file', 'PK\u0003\u0004....', 'foreign', 'binary', 'archive'],
  ['a gzip file', '\u001f\u008b....', 'foreign', 'binary', 'archive'],
  ['a program', 'MZ..........', 'foreign', 'binary', 'binary'],
])('%s', (_, start, kind, form, why) => {
  const bytes = Uint8Array.from(start, (character) => character.charCodeAt(0));
  expect(recognise(start, bytes)).toEqual({ kind, form, why });
});

test('a saved mail of Outlook', () => {
  expect(recognise('', compoundFile({}))).toEqual({
    kind: 'nonDeliveryReport',
    form: 'msg',
    why: 'outlookFile',
  });
});
