// Judges whether this host and Exchange Online have a cipher suite for TLS 1.2 in common.
import { defineRule } from '../../engine/rule.ts';
import { exchangeOnlineSuites } from '../../reference/exchange-online.ts';
import { exchangeTlsGuide, microsoft365Encryption, schannelCipherSuites } from '../references.ts';
import { algorithmPath } from '../schannel/algorithm-switches.ts';
import { setAlgorithm } from '../schannel/protocol-steps.ts';
import { listEvidence, namesToAdd, suitesInForce } from './suites-in-force.ts';

const allSuites = exchangeOnlineSuites.join(', ');

export const exchangeOnlineOverlap = defineRule({
  id: 'ciphers/exchange-online-overlap',
  affects: 'both',
  essential: true,
  needs: ['ciphers'],
  references: [microsoft365Encryption, schannelCipherSuites, exchangeTlsGuide],
  evaluate: (_, host) => {
    const result = suitesInForce(host);
    if ('because' in result)
      return { verdict: 'notChecked', message: 'unknownList', because: result.because };
    const { list, shared, switchedOff } = result.found;
    const names = shared.map((suite) => suite.name);
    if (shared.length > 0)
      return {
        verdict: 'pass',
        message: 'shared',
        params: { count: shared.length },
        evidence: [listEvidence(list, 'Functions', names, allSuites)],
      };
    if (switchedOff.length > 0) {
      const paths = [...new Set(switchedOff.map(({ by }) => algorithmPath(by)))];
      return {
        verdict: 'fail',
        message: 'switchedOff',
        params: { names: [...new Set(switchedOff.map(({ by }) => by.name))].join(', ') },
        evidence: paths.map((path) => ({ source: path, name: 'Enabled', value: 0, kind: 'REG_DWORD' })),
        remedy: {
          id: 'ciphers/exchange-online-overlap#switchOn',
          steps: [...paths.map(setAlgorithm), { do: 'restartWindows' }],
        },
      };
    }
    const evidence = [listEvidence(list, 'Functions', list.names, namesToAdd(host).join(', '))];
    return {
      verdict: 'fail',
      message: list.origin === 'policy' ? 'noneInPolicy' : 'none',
      evidence,
      remedy: {
        id: 'ciphers/exchange-online-overlap#list',
        steps: [{ do: 'manual', step: 'list' }, { do: 'manual', step: 'policy' }, { do: 'restartWindows' }],
      },
    };
  },
});
