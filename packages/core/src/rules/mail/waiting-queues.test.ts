// mail/waiting-queues: mail that waits because TLS failed.
import { expect, test } from 'vitest';
import { exampleFacts, withSection, withUnread } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { mailQueue } from '../../../test/rule-examples/mail.ts';
import type { HostFacts } from '../../facts/host-facts.ts';
import type { MailQueue } from '../../facts/queues.ts';

const rule = 'mail/waiting-queues';
const queue = (change: Partial<MailQueue>) => withSection('queues', { queues: [mailQueue(change)] });

test.each<[string, HostFacts, string]>([
  ['no queue', exampleFacts(), 'pass fine'],
  ['to Office 365', queue({}), 'warn office365'],
  [
    'to Office 365 by name in the error',
    queue({
      nextHopDomain: 'contoso.com',
      tlsDomain: null,
      lastError: '4.4.317 Cannot connect to a.mail.protection.outlook.com',
    }),
    'warn office365',
  ],
  ['to somebody else', queue({ nextHopDomain: 'partner.example', tlsDomain: null }), 'info elsewhere'],
  ['an error that is over', queue({ messageCount: 0 }), 'pass fine'],
  ['an error that leaves it open', queue({ lastError: '421 4.2.1 Unable to connect' }), 'pass fine'],
  ['without an error', queue({ lastError: null }), 'pass fine'],
  ['not read', withUnread('queues'), 'notChecked notRead'],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual([expected]);
});
