// Tells which weak ciphers and hashes Microsoft's hardening list for Exchange would switch off and this host does not.
import { defineRule } from '../../engine/rule.ts';
import { valueEvidence } from '../evidence.ts';
import { exchangeTlsGuide, restrictAlgorithms } from '../references.ts';
import {
  type Algorithm,
  algorithmGap,
  algorithmKey,
  algorithmPath,
  isSwitchedOff,
} from './algorithm-switches.ts';

/** Microsoft, Exchange Server TLS configuration best practices. */
const weak: readonly Algorithm[] = [
  ...[
    'DES 56/56',
    'NULL',
    'RC2 40/128',
    'RC2 56/128',
    'RC2 56/56',
    'RC4 40/128',
    'RC4 56/128',
    'RC4 64/128',
    'RC4 128/128',
    'Triple DES 168',
  ].map((name) => ({ group: 'Ciphers', name }) as const),
  { group: 'Hashes', name: 'MD5' },
];

const namesOf = (algorithms: readonly Algorithm[]) => algorithms.map(({ name }) => name).join(', ');
const allNames = namesOf(weak);

export const weakAlgorithms = defineRule({
  id: 'schannel/weak-algorithms',
  affects: 'hygiene',
  needs: ['schannel'],
  references: [exchangeTlsGuide, restrictAlgorithms],
  evaluate: ({ schannel }, host) => {
    const because = algorithmGap(host);
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const left = weak.filter((algorithm) => !isSwitchedOff(schannel, algorithm));
    if (left.length === 0) return { verdict: 'pass', message: 'off' };
    return {
      verdict: 'info',
      message: left.length === weak.length ? 'untouched' : 'some',
      params: { count: left.length, names: left.length === weak.length ? allNames : namesOf(left) },
      evidence: left.flatMap((algorithm) => {
        const key = algorithmKey(schannel, algorithm);
        return key ? [valueEvidence(key, algorithmPath(algorithm), 'Enabled', '0')] : [];
      }),
    };
  },
});
