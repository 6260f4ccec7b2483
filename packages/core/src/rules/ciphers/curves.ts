// Judges whether this host and Exchange Online have an elliptic curve in common, which ECDHE suites need.
import { defineRule } from '../../engine/rule.ts';
import { exchangeTlsGuide, microsoft365Encryption } from '../references.ts';
import { listEvidence, listInForce, suitesInForce } from './suites-in-force.ts';

/** Curves by every name that Windows has for them. */
const taken: ReadonlySet<string> = new Set(['curve25519', 'nistp256', 'secp256r1', 'nistp384', 'secp384r1']);

export const curves = defineRule({
  id: 'ciphers/curves',
  affects: 'both',
  needs: ['ciphers'],
  references: [
    exchangeTlsGuide,
    microsoft365Encryption,
    'https://learn.microsoft.com/windows-server/security/tls/manage-tls',
  ],
  evaluate: ({ ciphers }, host) => {
    const result = listInForce('EccCurves', ciphers, host);
    if ('because' in result)
      return { verdict: 'notChecked', message: 'unknownList', because: result.because };
    const list = result.found;
    const shared = list.names.filter((name) => taken.has(name.toLowerCase()));
    const evidence = [listEvidence(list, 'EccCurves', list.names, 'NistP256, NistP384, curve25519')];
    if (shared.length > 0)
      return { verdict: 'pass', message: 'shared', params: { names: shared.join(', ') }, evidence };
    const suites = suitesInForce(host);
    const without = 'found' in suites && suites.found.shared.some((suite) => !suite.forwardSecret);
    // An unknown list of suites may hold one that needs no curve.
    return {
      verdict: without || 'because' in suites ? 'warn' : 'fail',
      message: without ? 'onlyStatic' : 'none',
      evidence,
      remedy: {
        id: 'ciphers/curves#enable',
        steps: [{ do: 'manual', step: 'curves' }, { do: 'restartWindows' }],
      },
    };
  },
});
