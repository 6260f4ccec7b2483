// English words of the rule about logs.
import type { RuleText } from '../../locale.ts';
import { onEdge } from './connectors.ts';

export const loggingRules = {
  'logging/protocol-logging': {
    title: 'The logs that explain failed mail are written',
    rationale:
      'Which TLS version was negotiated, and why it failed, stands only in the protocol logs. Without them nobody can tell afterwards.',
    messages: {
      fine: 'The connectors that meet Office 365 write protocol logs, and the connectivity log is on.',
      none: 'No connector of this host meets Office 365.',
      sendOff: 'The Send connector {connector} writes no protocol log.',
      receiveOff: 'The Receive connector {connector} writes no protocol log.',
      connectivityOff: 'The connectivity log is off, as {service} says.',
    },
    remedies: {
      verbose: {
        summary: 'Turn on the protocol log of the connector.',
        mayBreak: 'The logs take at most the space that is set for them, 250 MB a folder unless changed.',
      },
      connectivity: {
        summary: 'Turn on the connectivity log.',
        mayBreak: 'The log takes at most the space that is set for it.',
      },
    },
    steps: { onEdge },
  },
} as const satisfies Record<string, RuleText>;
