// Traces of Exchange Online in all their exports: the error, when, to whom, and nobody's name.
import { describe, expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../read-evidence.ts';

const reason =
  'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.10:25] [SmtpSecurity=-2;-2] [DM6NAM12FT012.eop-nam12.prod.protection.outlook.com 2023-03-07T18:46:06.378Z 08DB1DF24DB12D84]};{MSG=};{FQDN=mail.contoso.com};{IP=192.0.2.10};{LRT=3/7/2023 6:46:06 PM}]. OutboundProxyTargetIP: 192.0.2.10. OutboundProxyTargetHostName: mail.contoso.com';

function read(text: string): Evidence {
  const evidence = readEvidence(text, { source: 'trace' });
  expect(JSON.stringify(evidence)).not.toMatch(/jane|john|salary|msgid/i);
  return evidence;
}

const signal = {
  id: 'tls-negotiation-socket-error',
  kind: 'messageTrace',
  peer: 'mail.contoso.com',
  byExchangeOnline: true,
};

describe('forms', () => {
  test('the text of a detail', () => {
    const evidence = read(reason);
    expect(evidence).toMatchObject({ kind: 'messageTrace', why: 'traceWords', count: { unreadable: 0 } });
    expect(evidence.signals).toMatchObject([signal]);
  });

  test('Get-MessageTraceDetail as a list', () => {
    const evidence = read(
      `\nMessage Trace ID : 7b1c0000-0000-0000-0000-000000000001\nMessageId        : <msgid@contoso.com>\nDate             : 3/7/2023 6:46:06 PM\nEvent            : Defer\nAction           :\nDetail           : ${reason.slice(0, 90)}\n                   ${reason.slice(90)}\nData             : <root><MEP Name="SequenceNumber" Long="1"/><MEP Name="ReturnPath" String="jane@fabrikam.com"/></root>\nSenderAddress    : jane@fabrikam.com\nRecipientAddress : john@contoso.com\n`,
    );
    expect(evidence).toMatchObject({
      kind: 'messageTrace',
      form: 'list',
      count: { records: 1, unreadable: 0 },
    });
    expect(evidence.traces).toMatchObject([
      {
        event: 'Defer',
        senderDomain: 'fabrikam.com',
        recipientDomain: 'contoso.com',
        at: { written: '3/7/2023 6:46:06 PM', utc: null },
      },
    ]);
    expect(evidence.signals).toMatchObject([{ ...signal, messages: 1 }]);
  });

  test('CSV with the detail, quotes doubled and lines wrapped inside', () => {
    const quoted = `"451 4.4.0 Primary target IP address responded with: ""421 4.4.2 Connection dropped due to SocketError.""\r\nAttempted failover to alternate host"`;
    const evidence = read(
      `Date,Event,Action,Detail,SenderAddress,RecipientAddress\r\n2023-03-07T18:46:06Z,Defer,,"${reason}",jane@fabrikam.com,john@contoso.com\r\n2023-03-07T18:51:06Z,Defer,,"${reason}",jane@fabrikam.com,john@contoso.com\r\n2023-03-08T18:46:06Z,Fail,,${quoted},jane@fabrikam.com,john@contoso.com\r\n`,
    );
    expect(evidence.count).toMatchObject({ records: 3, unreadable: 0 });
    expect(evidence.signals).toMatchObject([
      {
        ...signal,
        count: 2,
        messages: 2,
        firstSeen: '2023-03-07T18:46:06.000Z',
        lastSeen: '2023-03-07T18:51:06.000Z',
      },
      { id: 'connection-dropped-socket-error', at: '2023-03-08T18:46:06.000Z', where: { line: 4 } },
    ]);
  });

  test('the historical search, with times in UTC', () => {
    const evidence = read(
      'origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id,original_client_ip,directionality,connector_id,delivery_priority\n2023-03-07T18:46:06.0000000Z,jane@fabrikam.com,"john@contoso.com##Receive, Defer, Fail",Salary,123,<msgid@x>,b1,192.0.2.1,Originating,To on-premises,Normal\n',
    );
    expect(evidence.traces).toMatchObject([
      {
        at: { utc: '2023-03-07T18:46:06.000Z' },
        status: 'Fail',
        recipientDomain: 'contoso.com',
        direction: 'send',
        connector: 'To on-premises',
        fromIp: '192.0.2.1',
      },
    ]);
  });

  test('the extended report', () => {
    const evidence = read(
      `date_time_utc,source_context,connector_id,source,event_id,message_id,recipient_address,recipient_status,message_subject,sender_address,directionality\n2023-03-07T18:46:06.123Z,x,To on-premises,SMTP,DEFER,<msgid@x>,john@contoso.com,"${reason}",Salary,jane@fabrikam.com,Originating\n`,
    );
    expect(evidence).toMatchObject({ kind: 'messageTrace', count: { records: 1 } });
    expect(evidence.signals).toMatchObject([
      { ...signal, at: '2023-03-07T18:46:06.123Z', connector: 'To on-premises' },
    ]);
  });

  test('a summary has no errors, and the status is kept', () => {
    const evidence = read(
      'Received,SenderAddress,RecipientAddress,Subject,Status,ToIP,FromIP,Size,MessageId,MessageTraceId\n3/7/2023 6:46:06 PM,jane@fabrikam.com,john@contoso.com,Salary,Pending,,192.0.2.1,1234,<msgid@x>,7b1c\n',
    );
    expect(evidence).toMatchObject({ kind: 'messageTrace', signals: [] });
    expect(evidence.traces).toMatchObject([{ status: 'Pending', fromIp: '192.0.2.1', detail: null }]);
  });

  test('a connector report tells the TLS version', () => {
    const evidence = read(
      'Date,Sender,Recipient,Connector name,Direction,TLS version\n2023-03-07,jane@fabrikam.com,john@contoso.com,To on-premises,Outbound,TLS 1.0\n',
    );
    expect(evidence.traces).toMatchObject([
      { tls: 'TLS 1.0', connector: 'To on-premises', direction: 'send' },
    ]);
  });

  test('Get-MessageTrackingLog is of this host, not of Exchange Online', () => {
    const evidence = read(
      '\nTimestamp       : 3/12/2025 7:50:43 PM\nClientHostname  : EX01\nSource          : SMTP\nEventId         : DEFER\nConnectorId     : Outbound to Office 365\nRecipients      : {john@contoso.com}\nRecipientStatus : {[{LED=451 5.7.3 STARTTLS is required to send mail};{MSG=};{FQDN=mx.contoso.com};{IP=192.0.2.4};{LRT=12/03/2025 19:50:43}]}\nMessageSubject  : Salary\nSender          : jane@fabrikam.com\n',
    );
    expect(evidence).toMatchObject({ kind: 'trackingLog', form: 'list' });
    expect(evidence.signals).toMatchObject([
      {
        id: 'starttls-required',
        kind: 'trackingLog',
        connector: 'Outbound to Office 365',
        peer: 'mx.contoso.com',
      },
    ]);
  });
});
