// Judges whether mail waits on this host because TLS failed.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import type { MailQueue } from '../../facts/queues.ts';
import { isOffice365Name } from '../../mailflow/office365-peer.ts';
import { namesTls, shortened } from './tls-text.ts';

export const waitingQueues = defineRule({
  id: 'mail/waiting-queues',
  affects: 'sending',
  needs: ['queues'],
  references: ['https://learn.microsoft.com/exchange/mail-flow/queues/queues'],
  evaluate: ({ queues }) => {
    const outcomes: Outcome<'office365' | 'elsewhere' | 'fine'>[] = [];
    for (const queue of queues.queues) {
      const { lastError, messageCount, identity } = queue;
      if (lastError === null || messageCount === 0 || !namesTls(lastError)) continue;
      const isOnline = leadsToOffice365(queue, lastError);
      outcomes.push({
        // With somebody else it may be the other side that cannot.
        verdict: isOnline ? 'warn' : 'info',
        message: isOnline ? 'office365' : 'elsewhere',
        params: { count: messageCount, target: queue.nextHopDomain ?? identity },
        subject: identity,
        evidence: [
          {
            source: `Get-Queue ${identity}`,
            name: 'LastError',
            value: shortened(lastError),
            ...(queue.lastRetryTime === null ? {} : { writtenAt: queue.lastRetryTime }),
          },
        ],
      });
    }
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'fine' };
  },
});

function leadsToOffice365({ nextHopDomain, tlsDomain }: MailQueue, lastError: string): boolean {
  return (
    (nextHopDomain !== null && isOffice365Name(nextHopDomain.split(',')[0] ?? '')) ||
    (tlsDomain !== null && isOffice365Name(tlsDomain)) ||
    lastError.toLowerCase().includes('.mail.protection.outlook.com')
  );
}
