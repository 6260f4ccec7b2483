// English words of all rules.
import { schannelRules } from './schannel.ts';

export const rules = {
  ...schannelRules,
} as const;
