// ciphers/list-origin: whether a policy hides another list.
import { expect, test } from 'vitest';
import { exampleFacts, registryKey, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { cipherListLocalPath, cipherListPolicyPath } from '../../facts/ciphers.ts';

const rule = 'ciphers/list-origin';
const [a, b] = ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'];
const local = registryKey(cipherListLocalPath, { Functions: [a, b] });

test.each([
  [`${a},${b}`, 'pass same'],
  [`${a.toLowerCase()} , ${b}`, 'pass same'],
  [`${b},${a}`, 'info policy'],
  [a, 'info policy'],
  [`${a},TLS_RSA_WITH_AES_256_GCM_SHA384`, 'info policy'],
  ['', 'pass noPolicy'],
])('policy %j: %s', (functions, expected) => {
  const policy = registryKey(cipherListPolicyPath, { Functions: functions });
  expect(judged(rule, withSection('ciphers', { policy, local }))).toEqual([expected]);
});

test('no policy', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass noPolicy']);
});

test('a policy without a local list', () => {
  const policy = registryKey(cipherListPolicyPath, { Functions: a });
  const [finding] = findingsOf(rule, withSection('ciphers', { policy }));
  expect(finding?.message).toEqual({ key: 'policy', params: { count: 1 } });
  expect(finding?.evidence.map((item) => [item.source, item.value])).toEqual([
    [cipherListPolicyPath, a],
    [cipherListLocalPath, null],
  ]);
});

test.each(['policy', cipherListPolicyPath, `${cipherListLocalPath}\\Functions`])('a gap at %s', (what) => {
  const gap = { what, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('ciphers', {}, [gap]))).toEqual(['notChecked unreadable']);
});
