// mail/logged-traffic: failures and clear text in the logs.
import { expect, test } from 'vitest';
import { exampleFacts, withSection, withUnread } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { mailLogPeer, tlsFailure } from '../../../test/rule-examples/mail.ts';
import type { HostFacts } from '../../facts/host-facts.ts';
import type { MailLogsFacts } from '../../facts/mail-logs.ts';

const rule = 'mail/logged-traffic';
const logs = (change: Partial<MailLogsFacts>) => withSection('mailLogs', change);
const silent: MailLogsFacts['silentClear'][number] = {
  direction: 'send',
  connector: 'Outbound',
  peer: '52.101.8.36',
  office365: true,
  failure: 'TLS negotiation failed with error SocketError',
  sessions: 1,
  messages: 2,
  firstSeen: null,
  lastSeen: null,
};

test.each<[string, HostFacts, string[]]>([
  ['all is well', exampleFacts(), ['pass fine']],
  ['failures with Office 365', logs({ errors: [tlsFailure] }), ['warn failed']],
  [
    'failures with a peer that is known as Office 365 by other means',
    logs({
      errors: [{ ...tlsFailure, peers: [{ peer: '192.0.2.9', count: 3 }] }],
      peers: [mailLogPeer({ peer: '192.0.2.9', office365: true })],
    }),
    ['warn failed'],
  ],
  [
    'failures with others',
    logs({ errors: [{ ...tlsFailure, peers: [{ peer: '192.0.2.9', count: 3 }] }] }),
    ['info failedElsewhere'],
  ],
  ['other errors', logs({ errors: [{ ...tlsFailure, text: '550 5.1.1 no such user' }] }), ['pass fine']],
  ['clear text after a failure', logs({ silentClear: [silent] }), ['warn clearAfterFailure']],
  ['the same with others', logs({ silentClear: [{ ...silent, office365: false }] }), ['pass fine']],
  [
    'clear text',
    logs({
      peers: [mailLogPeer({ office365: true, messages: { encrypted: 0, clear: 4, refused: 0 } })],
    }),
    ['warn clear'],
  ],
  ['no sessions', logs({ sessions: 0, peers: [] }), ['notApplicable noSessions']],
  ['not read', withUnread('mailLogs'), ['notChecked notRead']],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual(expected);
});
