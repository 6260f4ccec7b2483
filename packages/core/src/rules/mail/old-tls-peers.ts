// Names who would be cut off if TLS 1.0 and 1.1 went off today.
import { defineRule } from '../../engine/rule.ts';

const mostShown = 20;

export const oldTlsPeers = defineRule({
  id: 'mail/old-tls-peers',
  affects: 'hygiene',
  needs: ['mailLogs'],
  references: [
    'https://learn.microsoft.com/exchange/plan-and-deploy/post-installation-tasks/security-best-practices/exchange-tls-configuration',
  ],
  evaluate: ({ mailLogs }) => {
    const old = mailLogs.peers.filter(({ cutOff }) => cutOff !== null);
    if (old.length === 0) {
      return mailLogs.sessions === 0
        ? { verdict: 'notApplicable', message: 'noSessions' }
        : { verdict: 'pass', message: 'none' };
    }
    return {
      verdict: 'info',
      message: 'found',
      params: { count: old.length },
      evidence: old.slice(0, mostShown).map(({ connector, peer, names, protocols, lastSeen }) => ({
        source: connector,
        name: names[0] === undefined ? peer : `${peer} ${names[0]}`,
        value: Object.entries(protocols)
          .map(([version, count]) => `${version}: ${count}`)
          .join(', '),
        ...(lastSeen === null ? {} : { writtenAt: lastSeen }),
      })),
    };
  },
});
