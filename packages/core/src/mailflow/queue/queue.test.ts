// One queue, in every form that the cmdlet, the console and the viewer give it, is the same queue.
import { describe, expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../read-evidence.ts';

const error =
  '[{LRT=15-01-21 23:50:05};{LED=450 4.7.0 Proxy session setup failed on Frontend with \'451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts. The last endpoint attempted was 192.0.2.7:25\'};{FQDN=contoso-com.mail.protection.outlook.com};{IP=192.0.2.7}]';
const connector = '137c0a63-cbc7-4261-b49b-b4850e63593b';

const list = `
RunspaceId                       : 779ae3c8-728b-4078-aa88-1e8b7f3d0b43
DeliveryType                     : SmartHostConnectorDelivery
NextHopDomain                    : contoso-com.mail.protection.outlook.com
TlsDomain                        :
NextHopConnector                 : ${connector}
Status                           : Retry
MessageCount                     : 12
LastError                        : ${error.slice(0, 96)}
                                   ${error.slice(96, 250)}
                                   ${error.slice(250)}
RetryCount                       : 17
LastRetryTime                    : 15-01-21 23:50:05
NextHopCategory                  : External
Identity                         : EX01\\322120
`;

const csv = `#TYPE Deserialized.Microsoft.Exchange.Data.QueueViewer.ExtensibleQueueInfo
"DeliveryType","NextHopDomain","TlsDomain","NextHopConnector","Status","MessageCount","LastError","RetryCount","LastRetryTime","NextHopCategory","Identity"
"SmartHostConnectorDelivery","contoso-com.mail.protection.outlook.com","","${connector}","Retry","12","${error.replaceAll('"', '""')}","17","15-01-21 23:50:05","External","EX01\\322120"
`;

const object = {
  DeliveryType: { value: 11, Value: 'SmartHostConnectorDelivery' },
  NextHopDomain: 'contoso-com.mail.protection.outlook.com',
  TlsDomain: '',
  NextHopConnector: connector,
  Status: { value: 3, Value: 'Retry' },
  MessageCount: 12,
  LastError: error,
  RetryCount: 17,
  LastRetryTime: '15-01-21 23:50:05',
  NextHopCategory: 'External',
  Identity: 'EX01\\322120',
  MessageCountsPerPriority: [0, 12, 0, 0],
};

function clixml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const xml = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0">
    <TN RefId="0"><T>Deserialized.Microsoft.Exchange.Data.QueueViewer.ExtensibleQueueInfo</T><T>Deserialized.System.Object</T></TN>
    <ToString>Microsoft.Exchange.Data.QueueViewer.PropertyBagBasedQueueInfo</ToString>
    <Props>
      <Obj N="DeliveryType" RefId="1"><TN RefId="1"><T>Deserialized.Microsoft.Exchange.Data.DeliveryType</T></TN><ToString>SmartHostConnectorDelivery</ToString><I32>11</I32></Obj>
      <S N="NextHopDomain">contoso-com.mail.protection.outlook.com</S>
      <Nil N="TlsDomain" />
      <G N="NextHopConnector">${connector}</G>
      <Obj N="Status" RefId="2"><ToString>Retry</ToString><I32>3</I32></Obj>
      <I32 N="MessageCount">12</I32>
      <S N="LastError">${clixml(error).replace('Primary target', 'Primary_x000D__x000A_target')}</S>
      <I32 N="RetryCount">17</I32>
      <S N="LastRetryTime">15-01-21 23:50:05</S>
      <S N="NextHopCategory">External</S>
      <Obj N="Identity" RefId="3"><ToString>EX01\\322120</ToString><Props><S N="Type">Queue</S></Props></Obj>
      <Obj N="MessageCountsPerPriority" RefId="4"><LST><I32>0</I32><I32>12</I32></LST></Obj>
    </Props>
  </Obj>
</Objs>`;

const table = `
[PS] C:\\Windows\\system32>Get-Queue | ft Identity,DeliveryType,NextHopConnector,Status,MessageCount,RetryCount,NextHopDomain,LastError -Wrap

Identity    DeliveryType               NextHopConnector                     Status MessageCount RetryCount NextHopDomain                           LastError
--------    ------------               ----------------                     ------ ------------ ---------- -------------                           ---------
EX01\\322120 SmartHostConnectorDelivery ${connector} Retry            12         17 contoso-com.mail.protection.outlook.com ${error.slice(0, 60)}
                                                                                                                                                   ${error.slice(60, 170)}
                                                                                                                                                   ${error.slice(170)}
EX01\\Submission Undefined              00000000-0000-0000-0000-000000000000 Ready             0          0 Submission
`;

const forms: [string, string, string][] = [
  ['a list', list, 'list'],
  ['a list with empty lines between, as web pages have it', list.replaceAll('\n', '\n\n'), 'list'],
  ['a list whose wraps have lost their indent', list.replaceAll(/\n {20,}/g, '\n'), 'list'],
  ['a list with CRLF', list.replaceAll('\n', '\r\n'), 'list'],
  ['typed from a form', list.replaceAll(/^(\w+) +:/gm, '$1:'), 'list'],
  ['a table that wraps', table, 'table'],
  ['CSV', csv, 'csv'],
  ['CSV with semicolons', csv.replaceAll('","', '";"'), 'csv'],
  ['CSV with tabs', csv.replaceAll('","', '"\t"'), 'csv'],
  ['JSON', JSON.stringify(object), 'json'],
  ['a JSON list', JSON.stringify([object], null, 2), 'json'],
  ['JSON of a remote session', JSON.stringify({ value: [object], Count: 1 }, null, 4), 'json'],
  ['CLIXML', xml, 'clixml'],
];

function queuesOf(text: string): Evidence {
  return readEvidence(text, { source: 'queues.txt' });
}

describe('the same queue', () => {
  test.each(forms)('%s', (_, text, form) => {
    const evidence = queuesOf(text);
    expect(evidence).toMatchObject({ kind: 'queue', form, count: { unreadable: 0 } });
    expect(evidence.queues[0]).toMatchObject({
      identity: 'EX01\\322120',
      server: 'EX01',
      deliveryType: 'SmartHostConnectorDelivery',
      nextHopDomain: 'contoso-com.mail.protection.outlook.com',
      nextHopConnector: connector,
      status: 'Retry',
      messageCount: 12,
      retryCount: 17,
      isCut: false,
    });
    expect(evidence.queues[0]?.lastError?.replaceAll(/\s/g, '')).toBe(error.replaceAll(/\s/g, ''));
    expect(evidence.signals).toEqual([
      expect.objectContaining({
        id: 'connection-dropped-socket-error',
        kind: 'queue',
        direction: 'send',
        connector,
        reportedBy: 'EX01',
        messages: 12,
        waiting: true,
      }),
    ]);
  });
});

test('the second row of a table is a queue of its own, without a connector', () => {
  const { queues, count } = queuesOf(table);
  expect(count).toMatchObject({ records: 2, unreadable: 0 });
  expect(queues[1]).toMatchObject({
    identity: 'EX01\\Submission',
    nextHopConnector: null,
    messageCount: 0,
    lastError: null,
    where: { source: 'queues.txt', line: 9 },
  });
});

test('a table of 2010 whose blanks were squeezed on the way', () => {
  const { queues, kind } = queuesOf(
    'Identity DeliveryType Status MessageCount NextHopDomain\n-------- ------------ ------ ------------ -------------\nHUB1\\3 DnsConnectorDelivery Retry 1234 fabrikam.com\nHUB1\\Submission Undefined Ready 0 Submission',
  );
  expect(kind).toBe('queue');
  expect(queues).toMatchObject([
    { identity: 'HUB1\\3', status: 'Retry', messageCount: 1234, nextHopDomain: 'fabrikam.com' },
    { identity: 'HUB1\\Submission', messageCount: 0 },
  ]);
});

test('a shortened value is marked, and the error in it is recognised or kept', () => {
  const { queues, signals, unrecognised } = queuesOf(
    'Identity Status MessageCount LastError\n-------- ------ ------------ ---------\nEX1\\7    Retry             3 451 5.7.3 Must issue a STARTTLS command fi...\nEX1\\8    Retry             1 451 5.7.3 ST...',
  );
  expect(queues).toMatchObject([{ isCut: true, messageCount: 3 }, { isCut: true }]);
  expect(signals).toMatchObject([{ id: 'starttls-must-issue', truncated: true }]);
  expect(unrecognised.groups).toMatchObject([{ example: '451 5.7.3 ST...' }]);
});

test("the viewer's list, exported with tabs", () => {
  const { queues, signals } = queuesOf(
    'Next Hop Domain\tDelivery Type\tStatus\tMessage Count\tNext Retry Time\tLast Error\nfabrikam.com\tDnsConnectorDelivery\tRetry\t4\t1/2/2026 3:04:05 PM\t421 4.4.1 Connection timed out\n',
  );
  expect(queues).toMatchObject([
    {
      nextHopDomain: 'fabrikam.com',
      messageCount: 4,
      lastError: '421 4.4.1 Connection timed out',
      nextRetryTime: { written: '1/2/2026 3:04:05 PM', utc: null },
    },
  ]);
  expect(signals).toMatchObject([{ id: 'connection-timed-out', peer: 'fabrikam.com' }]);
});

test('several queues in one list; words around it do no harm', () => {
  const text = `Hello,\nwe see this since Monday:\n${list}${list.replace('322120', '322121').replace('12\n', '3\n')}\nThanks, Jane`;
  const { queues, signals, count } = queuesOf(text);
  expect(count).toMatchObject({ records: 2, unreadable: 0 });
  expect(queues.map(({ identity }) => identity)).toEqual(['EX01\\322120', 'EX01\\322121']);
  expect(signals).toMatchObject([{ count: 2, messages: 15 }]);
  expect(JSON.stringify(queuesOf(text))).not.toContain('Jane');
});

test('an error in the words below a list is not lost', () => {
  const { signals } = queuesOf(
    `${list}\n\nand the users get 550 5.7.64 TenantAttribution; Relay Access Denied\n`,
  );
  expect(signals.map(({ id }) => id)).toEqual(['connection-dropped-socket-error', 'relay-access-denied']);
});

test('the time of a record whose form tells the zone', () => {
  const found = queuesOf(JSON.stringify({ ...object, LastRetryTime: '/Date(1610754605000)/' }));
  expect(found.queues[0]?.lastRetryTime?.utc).toBe('2021-01-15T23:50:05.000Z');
  expect(found.signals[0]?.at).toBe('2021-01-15T23:50:05.000Z');
});

describe('cut and broken', () => {
  test('CSV that ends within a value: counted, and its error is not lost', () => {
    const cut = csv.slice(0, csv.indexOf('Attempted'));
    const { count, signals } = queuesOf(cut);
    expect(count).toMatchObject({
      records: 0,
      unreadable: 1,
      unreadableAt: [{ where: { source: 'queues.txt', line: 3 }, reason: 'cut' }],
    });
    expect(signals).toMatchObject([{ id: 'connection-dropped-socket-error' }]);
  });

  test('JSON cut in the second object: the first is read', () => {
    const json = JSON.stringify([object, object], null, 2);
    const { count, queues } = queuesOf(json.slice(0, json.length - 80));
    expect(count).toMatchObject({ records: 1, unreadable: 1 });
    expect(queues).toHaveLength(1);
    const wrapped = JSON.stringify({ value: [object, object], Count: 2 });
    expect(queuesOf(wrapped.slice(0, wrapped.length - 80)).count).toMatchObject({
      records: 1,
      unreadable: 1,
    });
  });

  test('CLIXML without its end', () => {
    const two = xml.replace('</Objs>', xml.slice(xml.indexOf('<Obj RefId="0">')));
    expect(queuesOf(two).count).toMatchObject({ records: 2, unreadable: 0 });
    const { count, signals } = queuesOf(two.slice(0, -120));
    expect(count).toMatchObject({ records: 1, unreadable: 1 });
    expect(signals.reduce((sum, signal) => sum + (signal.count ?? 1), 0)).toBe(2);
  });
});

test('words right below a list are none of it', () => {
  const { queues } = queuesOf(`${list.trimEnd()}\nThanks, Jane\n`);
  expect(queues).toMatchObject([{ identity: 'EX01\\322120' }]);
});

test('JSON with quotes and braces in its texts', () => {
  const { queues, count } = queuesOf(JSON.stringify([{ ...object, LastError: 'a "} {b\\' }, object]));
  expect(count).toMatchObject({ records: 2, unreadable: 0 });
  expect(queues[0]?.lastError).toBe('a "} {b\\');
});

test('CLIXML: what only names its type is no value, and a list is its members', () => {
  const member = xml.slice(xml.indexOf('<Obj RefId="0">'), xml.indexOf('</Objs>'));
  const typed = member.replace(
    '<ToString>EX01\\322120</ToString>',
    '<ToString>Microsoft.Exchange.Data.QueueViewer.QueueIdentity</ToString>',
  );
  const { queues, count } = queuesOf(
    `<Objs><Obj RefId="9"><TN RefId="9"><T>System.Object[]</T></TN><LST>${member}${typed}</LST></Obj></Objs>`,
  );
  expect(count).toMatchObject({ records: 2, unreadable: 0 });
  expect(queues.map(({ identity }) => identity)).toEqual(['EX01\\322120', 'Queue']);
});

test('a wrapped row without a number goes on where its first cell is empty', () => {
  const { queues } = queuesOf(
    'Identity Status DeliveryType         LastError\n-------- ------ ------------         ---------\nEX1\\7    Retry  DnsConnectorDelivery 451 5.7.3 STARTTLS is\n                                     required to send mail\nEX1\\8    Ready  DnsConnectorDelivery\n',
  );
  expect(queues).toMatchObject([
    { identity: 'EX1\\7', lastError: '451 5.7.3 STARTTLS is required to send mail' },
    { identity: 'EX1\\8', lastError: null },
  ]);
});

test('a queue that waits without telling why is no good news', () => {
  const { signals } = queuesOf(
    'Identity  DeliveryType          Status MessageCount NextHopDomain\n--------  ------------          ------ ------------ -------------\nEX01\\24   SmartHostConnect...   Retry  14           contoso.mail.onmicrosoft.com\nEX01\\25   SmartHostConnect...   Retry  0            fabrikam.com\nEX01\\26   SmartHostConnect...   Ready  3            adatum.com\n',
  );
  expect(signals).toMatchObject([
    { id: 'message-delayed', peer: 'contoso.mail.onmicrosoft.com', messages: 14, waiting: true },
  ]);
});

test('queues between servers of the organisation are told apart', () => {
  const { signals } = queuesOf(
    'Identity : EX01\\3\nDeliveryType : SmtpRelayToDag\nStatus : Retry\nMessageCount : 4\nNextHopDomain : dag1\nLastError : 421 4.4.2 Connection dropped due to SocketError\n\nIdentity : EX01\\4\nDeliveryType : DnsConnectorDelivery\nStatus : Retry\nMessageCount : 4\nNextHopDomain : fabrikam.com\nLastError : 421 4.4.2 Connection dropped due to SocketError\n',
  );
  expect(signals.map(({ isInternal }) => isInternal)).toEqual([true, undefined]);
});
