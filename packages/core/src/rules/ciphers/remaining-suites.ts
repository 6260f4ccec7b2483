// Tells what this host would still share with Exchange Online if CBC or suites without forward secrecy went away.
import { defineRule } from '../../engine/rule.ts';
import { exchangeOnlineSuites } from '../../reference/exchange-online.ts';
import { microsoft365Encryption, schannelCipherSuites } from '../references.ts';
import { listEvidence, suitesInForce } from './suites-in-force.ts';

const strongSuites = exchangeOnlineSuites.slice(0, 2).join(', ');

export const remainingSuites = defineRule({
  id: 'ciphers/remaining-suites',
  affects: 'hygiene',
  needs: ['ciphers'],
  references: [microsoft365Encryption, schannelCipherSuites],
  evaluate: (_, host) => {
    const result = suitesInForce(host);
    if ('because' in result)
      return { verdict: 'notChecked', message: 'unknownList', because: result.because };
    const { list, shared } = result.found;
    if (shared.length === 0) return { verdict: 'notApplicable', message: 'none' };
    const names = shared.map((suite) => suite.name);
    const evidence = [listEvidence(list, 'Functions', names, strongSuites)];
    if (shared.some(({ mode, forwardSecret }) => mode !== 'CBC' && forwardSecret))
      return { verdict: 'pass', message: 'strong', evidence };
    const params = { windows: host.windows?.label ?? '' };
    const [withoutCbc, forwardSecret] = [
      shared.some(({ mode }) => mode !== 'CBC'),
      shared.some((suite) => suite.forwardSecret),
    ];
    if (withoutCbc && forwardSecret) return { verdict: 'info', message: 'either', params, evidence };
    return { verdict: 'warn', message: withoutCbc ? 'onlyStatic' : 'onlyCbc', params, evidence };
  },
});
