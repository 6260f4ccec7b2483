// Tells whether a policy's list of cipher suites hides the local one, so that local changes do nothing.
import { defineRule } from '../../engine/rule.ts';
import { cipherListLocalPath, cipherListPolicyPath } from '../../facts/ciphers.ts';
import { normaliseSuiteName } from '../../reference/cipher-suites.ts';
import { gapAt } from '../not-checked.ts';
import { exchangeTlsGuide, schannelCipherSuites } from '../references.ts';
import { namesIn } from './suites-in-force.ts';

export const listOrigin = defineRule({
  id: 'ciphers/list-origin',
  affects: 'hygiene',
  needs: ['ciphers'],
  references: [exchangeTlsGuide, schannelCipherSuites],
  evaluate: ({ ciphers }, host) => {
    const because = gapAt(
      host,
      'ciphers',
      'policy',
      'local',
      `${cipherListPolicyPath}\\Functions`,
      `${cipherListLocalPath}\\Functions`,
    );
    if (because) return { verdict: 'notChecked', message: 'unreadable', because };
    const policy = namesIn(ciphers.policy, 'Functions');
    if (policy.length === 0) return { verdict: 'pass', message: 'noPolicy' };
    const local = namesIn(ciphers.local, 'Functions');
    const evidence = [
      { source: cipherListPolicyPath, name: 'Functions', value: policy.join(',') },
      { source: cipherListLocalPath, name: 'Functions', value: local.join(',') || null },
    ];
    const same =
      policy.length === local.length &&
      policy.every((name, index) => normaliseSuiteName(name) === normaliseSuiteName(local[index] ?? ''));
    if (same) return { verdict: 'pass', message: 'same', evidence };
    return { verdict: 'info', message: 'policy', params: { count: policy.length }, evidence };
  },
});
