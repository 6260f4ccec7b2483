// What an example of a rule is: facts of a host to which the rule objects, or has something to say.
import type { RuleId } from '../../src/engine/rule.ts';
import type { HostFacts } from '../../src/facts/host-facts.ts';

export type RuleExamples = Partial<Record<RuleId, () => HostFacts>>;
