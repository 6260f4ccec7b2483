// English words of all rules.
import { connectorsRules } from './connectors.ts';
import { schannelRules } from './schannel.ts';

export const rules = {
  ...schannelRules,
  ...connectorsRules,
} as const;
