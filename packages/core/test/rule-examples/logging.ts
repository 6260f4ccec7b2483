// A host to which the rule about logs objects.
import { withSend } from '../connector-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const loggingExamples: RuleExamples = {
  'logging/protocol-logging': () => withSend({ protocolLogging: 'None' }),
};
