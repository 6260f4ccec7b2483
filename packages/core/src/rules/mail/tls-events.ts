// Tells what Schannel and Exchange's transport wrote about failed TLS to the event logs.
import { defineRule } from '../../engine/rule.ts';
import type { EventGroupFacts } from '../../facts/events.ts';

const mostShown = 10;

export const tlsEvents = defineRule({
  id: 'mail/tls-events',
  affects: 'hygiene',
  needs: ['events'],
  references: [
    'https://learn.microsoft.com/troubleshoot/windows-server/certificates-and-public-key-infrastructure-pki/enable-schannel-event-logging',
  ],
  evaluate: ({ events }) => {
    if (events.groups.length === 0) return { verdict: 'pass', message: 'none' };
    const byProvider = new Map<string, EventGroupFacts[]>();
    for (const group of events.groups) {
      const known = byProvider.get(group.provider);
      if (known) known.push(group);
      else byProvider.set(group.provider, [group]);
    }
    return [...byProvider].map(([provider, groups]) => ({
      // Browsers, scanners and management tools fail here too: by itself it says nothing about mail.
      verdict: 'info',
      message: 'found',
      params: { provider, count: groups.reduce((sum, { count }) => sum + count, 0) },
      subject: provider,
      evidence: groups.slice(0, mostShown).map(({ log, id, data, count, lastSeen }) => ({
        source: `${log}, ${provider} ${id}`,
        name: data.filter((value) => value !== '').join(', '),
        value: count,
        writtenAt: lastSeen,
      })),
    }));
  },
});
