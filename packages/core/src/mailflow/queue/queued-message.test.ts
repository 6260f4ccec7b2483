// Mails in queues: what holds them up is told, and neither subject, sender nor recipient.
import { expect, test } from 'vitest';
import { readEvidence } from '../read-evidence.ts';

const list = `
Identity          : EX01\\322120\\1234567890
Subject           : Salary of Jane Doe
InternetMessageId : <5f2c0001@ex01.contoso.local>
FromAddress       : jane.doe@contoso.com
Status            : Retry
Size              : 12.3 KB (12,595 bytes)
MessageSourceName : SMTP:Default EX01
SCL               : -1
DateReceived      : 1/15/2021 10:06:02 PM
ExpirationTime    : 1/17/2021 10:06:02 PM
LastError         :
Queue             : EX01\\322120
Recipients        : {john.roe@fabrikam.com;2;2;[{LED=451 5.7.3 STARTTLS is required to send mail};{MSG=};{FQDN=mx.fabrikam.com};{IP=192.0.2.9};{LRT=1/15/2021 11:50:05 PM}];0;CN=x}
`;

test('a mail and what its recipients wait for', () => {
  const evidence = readEvidence(list, { source: 'm' });
  expect(evidence).toMatchObject({ kind: 'queueMessage', count: { records: 1, unreadable: 0 } });
  expect(evidence.messages).toMatchObject([
    {
      queue: 'EX01\\322120',
      status: 'Retry',
      senderDomain: 'contoso.com',
      recipientDomains: ['fabrikam.com'],
      cameFrom: 'SMTP:Default EX01',
      lastError: null,
    },
  ]);
  expect(evidence.signals).toMatchObject([
    { id: 'starttls-required', kind: 'queueMessage', peer: 'mx.fabrikam.com', waiting: true, messages: 1 },
  ]);
  expect(JSON.stringify(evidence)).not.toMatch(/jane|john|salary|5f2c0001|1234567890/i);
});

test('the default table', () => {
  const { messages, kind } = readEvidence(
    'Identity                FromAddress          Status Queue       Subject\n--------                -----------          ------ -----       -------\nEX01\\3\\123              jane@contoso.com     Retry  EX01\\3      Salary\n',
    { source: 'm' },
  );
  expect(kind).toBe('queueMessage');
  expect(messages).toMatchObject([{ queue: 'EX01\\3', status: 'Retry', senderDomain: 'contoso.com' }]);
});

test('the queue is part of the identity where it is not told', () => {
  const { messages } = readEvidence(list.replace(/^Queue .*\n/m, ''), { source: 'm' });
  expect(messages).toMatchObject([{ queue: 'EX01\\322120' }]);
});
