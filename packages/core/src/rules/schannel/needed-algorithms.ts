// Judges whether a cipher, hash or key exchange that TLS 1.2 with Exchange Online uses was switched off.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import { valueEvidence } from '../evidence.ts';
import { exchangeTlsGuide, microsoft365Encryption, restrictAlgorithms } from '../references.ts';
import {
  type Algorithm,
  algorithmGap,
  algorithmKey,
  algorithmPath,
  isSwitchedOff,
} from './algorithm-switches.ts';
import { setAlgorithm } from './protocol-steps.ts';

type Message = 'allOn' | 'cipherOff' | 'hashOff' | 'ecdhOff' | 'pkcsOff' | 'unusedOff' | 'unreadable';

/** What each one costs; whether anything in common with Exchange Online is left is the rule about suites' question. */
const algorithms: readonly (Algorithm & { readonly message: Message })[] = [
  { group: 'Ciphers', name: 'AES 128/128', message: 'cipherOff' },
  { group: 'Ciphers', name: 'AES 256/256', message: 'cipherOff' },
  { group: 'Hashes', name: 'SHA256', message: 'hashOff' },
  { group: 'Hashes', name: 'SHA384', message: 'hashOff' },
  { group: 'KeyExchangeAlgorithms', name: 'ECDH', message: 'ecdhOff' },
  { group: 'KeyExchangeAlgorithms', name: 'PKCS', message: 'pkcsOff' },
  // Exchange Online offers no suite with Diffie-Hellman, and newer ones than those with SHA-1.
  { group: 'KeyExchangeAlgorithms', name: 'Diffie-Hellman', message: 'unusedOff' },
  { group: 'Hashes', name: 'SHA', message: 'unusedOff' },
];

/** Those without which suites are lost that Exchange Online takes. */
export const usedAlgorithms: readonly Algorithm[] = algorithms.filter(
  ({ message }) => message !== 'unusedOff',
);

export const neededAlgorithms = defineRule({
  id: 'schannel/needed-algorithms',
  affects: 'both',
  needs: ['schannel'],
  references: [restrictAlgorithms, microsoft365Encryption, exchangeTlsGuide],
  evaluate: ({ schannel }, host) => {
    const outcomes: Outcome<Message>[] = [];
    for (const algorithm of algorithms) {
      if (!isSwitchedOff(schannel, algorithm)) continue;
      const { name, message } = algorithm;
      const path = algorithmPath(algorithm);
      const found = {
        message,
        params: { name },
        subject: name,
        evidence: [valueEvidence(algorithmKey(schannel, algorithm), path, 'Enabled', '0xFFFFFFFF')],
      };
      if (message === 'unusedOff') outcomes.push({ verdict: 'info', ...found });
      else
        outcomes.push({
          verdict: 'warn',
          ...found,
          remedy: {
            id: 'schannel/needed-algorithms#enable',
            params: { name },
            steps: [setAlgorithm(path), { do: 'restartWindows' }],
          },
        });
    }
    const because = algorithmGap(host);
    if (because) outcomes.push({ verdict: 'notChecked', message: 'unreadable', because });
    return outcomes.length > 0 ? outcomes : { verdict: 'pass', message: 'allOn' };
  },
});
