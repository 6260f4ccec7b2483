// Hosts on which mail was seen to fail or to go without TLS.
import type { MailLogPeer, MailLogsFacts } from '../../src/facts/mail-logs.ts';
import type { MailQueue } from '../../src/facts/queues.ts';
import { withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export function mailQueue(change: Partial<MailQueue> = {}): MailQueue {
  return {
    identity: 'EX01\\7',
    deliveryType: 'SmartHostConnectorDelivery',
    nextHopDomain: 'contoso-com.mail.protection.outlook.com',
    nextHopConnector: '7d2b5c1e-3f4a-4b6c-8d9e-0a1b2c3d4e5f',
    tlsDomain: 'mail.protection.outlook.com',
    status: 'Retry',
    messageCount: 12,
    retryCount: 4,
    lastError: '[{LED=451 4.4.0 TLS negotiation failed with error SocketError};{MSG=};{FQDN=};{IP=};{LRT=}]',
    firstRetryTime: '2026-11-01T10:00:00.000Z',
    lastRetryTime: '2026-11-01T11:50:00.000Z',
    nextRetryTime: '2026-11-01T12:00:00.000Z',
    ...change,
  };
}

export function mailLogPeer(change: Partial<MailLogPeer> = {}): MailLogPeer {
  return {
    peer: '192.0.2.50',
    names: ['scanner.contoso.com'],
    connector: 'EX01\\Default Frontend EX01',
    direction: 'receive',
    office365: false,
    sessions: 40,
    protocols: { 'TLS 1.0': 40 },
    messages: { encrypted: 40, clear: 0, refused: 0 },
    cutOff: 'all',
    firstSeen: '2026-10-26T07:00:00.000Z',
    lastSeen: '2026-11-01T07:00:00.000Z',
    ...change,
  };
}

export const tlsFailure: MailLogsFacts['errors'][number] = {
  kind: 'smtpSendLog',
  text: 'TLS negotiation failed with error SocketError',
  direction: 'send',
  connector: 'Outbound to Office 365',
  count: 3,
  peers: [{ peer: '52.101.8.36', count: 3 }],
  firstSeen: '2026-11-01T10:00:00.000Z',
  lastSeen: '2026-11-01T11:50:00.000Z',
  where: { source: 'SEND2026110110-1.LOG', line: 218 },
};

export const mailExamples: RuleExamples = {
  'mail/waiting-queues': () => withSection('queues', { queues: [mailQueue()], messages: 12 }),
  'mail/logged-traffic': () => withSection('mailLogs', { errors: [tlsFailure] }),
  'mail/old-tls-peers': () => withSection('mailLogs', { peers: [mailLogPeer()] }),
  'mail/tls-events': () =>
    withSection('events', {
      groups: [
        {
          log: 'System',
          provider: 'Schannel',
          id: 36874,
          data: ['TLS 1.2'],
          count: 6,
          firstSeen: '2026-10-30T08:00:00.000Z',
          lastSeen: '2026-11-01T08:00:00.000Z',
        },
      ],
    }),
};
