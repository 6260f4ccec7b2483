// Hosts to which the rules about cipher suites object.
import { cipherListLocalPath, cipherListPolicyPath, fipsPath } from '../../src/facts/ciphers.ts';
import { registryKey, withSection } from '../example-facts.ts';
import { onWindows } from '../windows-facts.ts';
import type { RuleExamples } from './rule-example.ts';

const strong = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';
const onlyEcdsa = 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384';

export const ciphersExamples: RuleExamples = {
  'ciphers/exchange-online-overlap': () =>
    withSection('ciphers', {
      suites: { source: 'Get-TlsCipherSuite', names: ['TLS_AES_256_GCM_SHA384', onlyEcdsa] },
      policy: registryKey(cipherListPolicyPath, { Functions: `TLS_AES_256_GCM_SHA384,${onlyEcdsa}` }),
    }),
  'ciphers/remaining-suites': () => onWindows('2012R2'),
  'ciphers/curves': () =>
    withSection('ciphers', { curves: { source: 'Get-TlsEccCurve', names: ['NistP521'] } }),
  'ciphers/list-origin': () =>
    withSection('ciphers', {
      policy: registryKey(cipherListPolicyPath, { Functions: strong }),
      local: registryKey(cipherListLocalPath, { Functions: [strong, onlyEcdsa] }),
    }),
  'ciphers/fips': () => withSection('ciphers', { fips: registryKey(fipsPath, { Enabled: 1 }) }),
};
