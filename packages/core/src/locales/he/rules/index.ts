// Hebrew words of all rules.
import type { rules as english } from '../../en/rules/index.ts';
import type { Translated } from '../../locale.ts';
import { connectorsRules } from './connectors.ts';
import { schannelRules } from './schannel.ts';

export const rules: Translated<typeof english> = {
  ...schannelRules,
  ...connectorsRules,
};
