// Hosts to which the rules about Schannel object.
import { withProtocols } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const schannelExamples: RuleExamples = {
  'schannel/tls12-client-enabled': () =>
    withProtocols({ 'TLS 1.2': {}, 'TLS 1.2\\Client': { Enabled: 0, DisabledByDefault: 1 } }),
};
