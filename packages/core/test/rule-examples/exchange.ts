// Hosts to which the rules about the installed Exchange object.
import { withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const exchangeExamples: RuleExamples = {
  'exchange/tls12-minimum-build': () => withSection('exchange', { build: '15.0.995.29' }),
  'exchange/throttled-build': () => withSection('exchange', { build: '15.1.2507.6' }),
  'exchange/support': () => withSection('exchange', { build: '15.1.2507.6' }),
  'exchange/services-running': () =>
    withSection('exchange', { services: [{ name: 'MSExchangeTransport', status: 'Stopped' }] }),
};
