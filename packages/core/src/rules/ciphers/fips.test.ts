// ciphers/fips by its value.
import { expect, test } from 'vitest';
import { type RawValue, registryKey, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { fipsPath } from '../../facts/ciphers.ts';

const rule = 'ciphers/fips';

test.each<[Readonly<Record<string, RawValue>>, string]>([
  [{ Enabled: 0 }, 'pass off'],
  [{}, 'pass off'],
  [{ Enabled: 1 }, 'info on'],
])('%j: %s', (values, expected) => {
  expect(judged(rule, withSection('ciphers', { fips: registryKey(fipsPath, values) }))).toEqual([expected]);
});

test('a missing key is off, a denied one is not known', () => {
  expect(judged(rule, withSection('ciphers', { fips: null }))).toEqual(['pass off']);
  const gap = { what: fipsPath, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('ciphers', { fips: null }, [gap]))).toEqual(['notChecked unreadable']);
});
