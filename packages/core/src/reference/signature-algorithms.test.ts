// Tests signature algorithms and key sizes.
import { describe, expect, test } from 'vitest';
import { isWeakKey, signatureAlgorithm } from './signature-algorithms.ts';

describe('signatureAlgorithm', () => {
  test.each([
    ['1.2.840.113549.1.1.4', 'MD5 with RSA', true],
    ['1.2.840.113549.1.1.5', 'SHA-1 with RSA', true],
    ['1.3.14.3.2.29', 'SHA-1 with RSA', true],
    ['1.2.840.113549.1.1.14', 'SHA-224 with RSA', false],
    ['1.2.840.113549.1.1.11', 'SHA-256 with RSA', false],
    ['1.2.840.113549.1.1.13', 'SHA-512 with RSA', false],
    ['1.2.840.113549.1.1.10', 'RSASSA-PSS', false],
    ['1.2.840.10045.4.1', 'SHA-1 with ECDSA', true],
    ['1.2.840.10045.4.3.3', 'SHA-384 with ECDSA', false],
    ['1.2.840.10040.4.3', 'SHA-1 with DSA', true],
  ])('%s is %s', (oid, name, weak) => {
    expect(signatureAlgorithm(oid)).toMatchObject({ name, weak });
  });

  test('an unknown one is not judged', () => {
    expect(signatureAlgorithm('1.3.101.112')).toBeUndefined();
    expect(signatureAlgorithm('')).toBeUndefined();
  });
});

test.each([
  ['RSA', 1024, true],
  ['RSA', 2047, true],
  ['RSA', 2048, false],
  ['ECC', 224, true],
  ['ECC', 256, false],
  ['RSA', null, false],
  ['other', 100, false],
] as const)('a key of %s with %s bits: weak %s', (algorithm, size, weak) => {
  expect(isWeakKey(algorithm, size)).toBe(weak);
});
