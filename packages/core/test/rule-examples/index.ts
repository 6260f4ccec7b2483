// One example per rule, for its page and for the test that every rule can object to something.
import { connectorsExamples } from './connectors.ts';
import type { RuleExamples } from './rule-example.ts';
import { schannelExamples } from './schannel.ts';

export const ruleExamples: RuleExamples = {
  ...schannelExamples,
  ...connectorsExamples,
};
