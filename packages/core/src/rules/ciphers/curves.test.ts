// ciphers/curves by list and Windows.
import { expect, test } from 'vitest';
import { registryKey, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { cipherListLocalPath, cipherListPolicyPath } from '../../facts/ciphers.ts';
import { windowsVersions } from '../../reference/windows.ts';

const rule = 'ciphers/curves';
const curves = (...names: string[]) => ({ source: 'Get-TlsEccCurve', names });
const rsa = {
  source: 'Get-TlsCipherSuite',
  names: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_AES_256_GCM_SHA384'],
};

test.each([
  [['NistP384'], 'pass shared'],
  [['secP256r1'], 'pass shared'],
  [['curve25519'], 'pass shared'],
  [['NistP521', 'NISTP256'], 'pass shared'],
  [['NistP521', 'brainpoolP256r1'], 'fail none'],
])('%j: %s', (names, expected) => {
  expect(judged(rule, withSection('ciphers', { curves: curves(...names) }))).toEqual([expected]);
});

test('suites that need no curve keep mail going', () => {
  const facts = withSection('ciphers', { curves: curves('NistP521'), suites: rsa });
  expect(judged(rule, facts)).toEqual(['warn onlyStatic']);
});

test('an unknown list of suites may hold such ones', () => {
  const gap = { what: `${cipherListPolicyPath}\\Functions`, reason: 'failed', code: 'x' } as const;
  const facts = withSection('ciphers', { curves: curves('NistP521'), suites: null }, [gap]);
  expect(judged(rule, facts)).toEqual(['warn none']);
});

test('a policy goes before the local list, and both before the default', () => {
  const policy = registryKey(cipherListPolicyPath, { EccCurves: ['NistP521'] });
  const local = registryKey(cipherListLocalPath, { EccCurves: ['NistP256'] });
  expect(judged(rule, withSection('ciphers', { curves: null, policy, local }))).toEqual(['fail none']);
  expect(judged(rule, withSection('ciphers', { curves: null, local }))).toEqual(['pass shared']);
  const [byDefault] = findingsOf(rule, withSection('ciphers', { curves: null }));
  expect(byDefault?.message.params).toEqual({ names: 'curve25519, NistP256, NistP384' });
});

test.each(windowsVersions.map(({ id }) => id))('the default of %s is fine', (id) => {
  expect(judged(rule, withSection('ciphers', { curves: null }, [], onWindows(id)))).toEqual(['pass shared']);
});

test('an unreadable policy is not passed', () => {
  const gap = { what: cipherListPolicyPath, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('ciphers', { curves: null }, [gap]))).toEqual(['notChecked unknownList']);
});
