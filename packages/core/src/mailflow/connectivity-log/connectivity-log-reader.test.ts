// Connectivity logs: addresses and names are made up, the shape of each record is that of logs people have published.
import { expect, test } from 'vitest';
import { signalsFromErrors } from '../../diagnosis/signals.ts';
import { ConnectivityLogReader } from './connectivity-log-reader.ts';

const connector = 'DnsConnectorDelivery 5b6ab1d6-3a1f-4c55-9d65-0a1b2c3d4e5f;QueueLength=TQ=1;RN=1;. ';
const unhealthy =
  '[TargetHost:mx1.fabrikam.com:25|MarkedUnhealthy|FailureCount:15|NextRetryTime:2026-01-11T10:01:09.184Z][TargetIPAddress:192.0.2.9:25|MarkedUnhealthy|FailureCount:15|NextRetryTime:2026-01-11T10:01:09.184Z]';
const lines = [
  '#Software: Microsoft Exchange Server',
  '#Version: 15.0.0.0',
  '#Log-Type: Transport Connectivity Log',
  '#Date: 2026-01-11T10:00:00.000Z',
  '#Fields: date-time,session,source,Destination,direction,description',
  `2026-01-11T10:00:00.000Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,+,${connector}`,
  `2026-01-11T10:00:01.000Z,08DD34FA30862702,SMTP,fabrikam.com,+,${connector}`,
  '2026-01-11T10:00:01.100Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,>,"contoso-com.mail.protection.outlook.com[104.47.1.2, 104.47.1.3]"',
  '2026-01-11T10:00:02.000Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,>,Established connection to 104.47.1.2',
  '2026-01-11T10:00:02.500Z,08DD34FA30862702,SMTP,fabrikam.com,>,mx1.fabrikam.com[192.0.2.9]',
  `2026-01-11T10:00:23.500Z,08DD34FA30862702,SMTP,fabrikam.com,>,Failed connection to 192.0.2.9:25 (TimedOut:0000274C)${unhealthy}`,
  '2026-01-11T10:00:24.000Z,08DD34FA30862701,SMTP,contoso.mail.onmicrosoft.com,-,Messages: 2 Bytes: 4711 ()',
  '2026-01-11T10:00:25.000Z,08DD34FA30862702,SMTP,fabrikam.com,-,Messages: 0 Bytes: 0 (Retry : Unable to connect)',
  `2026-01-11T10:00:26.000Z,08DD34FA30862704,SMTP,adatum.com,+,${connector}`,
  '2026-01-11T10:00:27.000Z,08DD34FA30862704,SMTP,adatum.com,-,Messages: 0 Bytes: 42 (Retry)',
  '2026-01-11T10:00:28.000Z,08DD34FA30862705,MapiSubmission,0f3d5f0e-0000-4000-8000-000000000001,+,EX01.contoso.com',
  '2026-01-11T10:00:29.000Z,08DD34FA30862703,SMTP,mailboxtransportsubmissioninternalproxy,+,Undefined 00000000-0000-0000-0000-000000000000;QueueLength=0',
  '2026-01-11T10:00:30.000Z,08DD34FA30862703,SMTP,mailboxtransportsubmissioninternalproxy,>,Established connection to 10.0.0.5',
  '2026-01-11T10:00:31.000Z,08DD34FA30862703,SMTP,mailboxtransportsubmissioninternalproxy,-,Messages: 0 Bytes: 0 (Retry : Service not active)',
  'broken',
  '',
];

function reader(): ConnectivityLogReader {
  const made = new ConnectivityLogReader();
  made.openSource('CONNECTLOG20260111-1.LOG');
  made.push(new TextEncoder().encode(lines.join('\r\n')));
  const { count } = made.closeSource('complete');
  expect(count).toMatchObject({ kind: 'connectivityLog', records: 14, unreadable: 1 });
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
        failures: 2,
        firstSeen: '2026-01-11T10:00:01.000Z',
        lastSeen: '2026-01-11T10:00:25.000Z',
      },
      { destination: 'contoso.mail.onmicrosoft.com', office365: true, sessions: 1, messages: 2, failures: 0 },
      { destination: 'adatum.com', sessions: 1, withoutMessage: 1, failures: 0 },
      { source: 'MapiSubmission', sessions: 1, failures: 0 },
    ],
    failures: [
      {
        // What differs from one attempt to the next would make each failure one of its own.
        text: 'Failed connection to 192.0.2.9:25 (TimedOut:0000274C)',
        peers: [{ peer: 'fabrikam.com', count: 1 }],
        where: { line: 11 },
      },
      { text: 'Service not active', peers: [{ peer: 'mailboxtransportsubmissioninternalproxy' }] },
      { text: 'Unable to connect', peers: [{ peer: 'fabrikam.com' }] },
    ],
  });
});

test('each failure is recognised, and an unknown one is kept', () => {
  const { signals, rest } = signalsFromErrors(reader().report().failures, 'connectivityLog');
  expect(signals.map(({ id, peer }) => `${id} ${peer}`)).toEqual([
    'unable-to-connect-socket fabrikam.com',
    'server-busy mailboxtransportsubmissioninternalproxy',
    'unable-to-connect fabrikam.com',
  ]);
  expect(rest).toEqual([]);
  const made = new ConnectivityLogReader();
  made.openSource('CONNECTLOG20260111-1.LOG');
  const unknown =
    '2026-01-11T10:00:31.000Z,1,SMTP,fabrikam.com,-,Messages: 0 Bytes: 0 (Retry : Moon too full)';
  made.push(new TextEncoder().encode(`${lines.slice(0, 5).join('\n')}\n${unknown}\n`));
  made.closeSource('complete');
  expect(signalsFromErrors(made.report().failures, 'connectivityLog').rest).toMatchObject([
    { text: 'Moon too full', where: { line: 6 } },
  ]);
});

test('saved and taken in again: the same', () => {
  const state = JSON.parse(JSON.stringify(reader().save()));
  const again = new ConnectivityLogReader({ state });
  expect(again.report()).toEqual(reader().report());
});
