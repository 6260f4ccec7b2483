// Connectivity logs, made up after the documented fields.
import { expect, test } from 'vitest';
import { ConnectivityLogReader } from './connectivity-log-reader.ts';

const lines = [
  '#Software: Microsoft Exchange Server',
  '#Version: 15.0.0.0',
  '#Log-Type: Transport Connectivity Log',
  '#Date: 2026-01-11T10:00:00.000Z',
  '#Fields: date-time,session,source,destination,direction,description',
  '2026-01-11T10:00:00.000Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,+,"SmtpRelayToRemoteAdSite; QueueLength=3"',
  '2026-01-11T10:00:01.000Z,08DD34FA30862702,SMTP,fabrikam.com,+,DnsConnectorDelivery 1',
  '2026-01-11T10:00:02.000Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,>,Established connection to 104.47.1.2',
  '2026-01-11T10:00:03.000Z,08DD34FA30862702,SMTP,fabrikam.com,>,"Failed connection to 192.0.2.9, TimedOut:0000274C for jane.doe@fabrikam.com"',
  '2026-01-11T10:00:04.000Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,-,Messages: 2 Bytes: 4711',
  '2026-01-11T10:00:05.000Z,08DD34FA30862702,SMTP,fabrikam.com,-,Messages: 0 Bytes: 0',
  '2026-01-11T10:00:06.000Z,08DD34FA30862703,SMTP,internalproxy,+,x',
  '2026-01-11T10:00:07.000Z,08DD34FA30862703,SMTP,internalproxy,-,Messages: 1 Bytes: 9',
  'broken',
  '',
];

function reader(): ConnectivityLogReader {
  const made = new ConnectivityLogReader();
  made.openSource('CONNECTLOG20260111-1.LOG');
  made.push(new TextEncoder().encode(lines.join('\r\n')));
  const { count } = made.closeSource('complete');
  expect(count).toMatchObject({ kind: 'connectivityLog', records: 8, unreadable: 1 });
  return made;
}

test('destinations and failures', () => {
  expect(reader().report()).toMatchObject({
    ownServices: 1,
    destinations: [
      {
        destination: 'fabrikam.com',
        source: 'SMTP',
        office365: false,
        sessions: 1,
        withoutMessage: 1,
        messages: 0,
        failures: 1,
        firstSeen: '2026-01-11T10:00:01.000Z',
        lastSeen: '2026-01-11T10:00:05.000Z',
      },
      { destination: 'contoso.mail.onmicrosoft.com', office365: true, sessions: 1, messages: 2, failures: 0 },
    ],
    failures: [
      {
        text: 'Failed connection to 192.0.2.9, TimedOut:0000274C for *@fabrikam.com',
        peers: [{ peer: 'fabrikam.com', count: 1 }],
        where: { line: 9 },
      },
    ],
  });
});

test('saved and taken in again: the same', () => {
  const state = JSON.parse(JSON.stringify(reader().save()));
  const again = new ConnectivityLogReader({ state });
  expect(again.report()).toEqual(reader().report());
});
