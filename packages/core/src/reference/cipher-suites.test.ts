// Tests suite names, their properties, and the documented lists of each Windows Server.
import { describe, expect, test } from 'vitest';
import {
  cipherSuite,
  defaultCurves,
  defaultSuites,
  normaliseSuiteName,
  suiteCurve,
  windowsHasSuite,
} from './cipher-suites.ts';
import { exchangeOnlineSuites } from './exchange-online.ts';
import { type WindowsId, windowsVersions } from './windows.ts';

describe('names', () => {
  test.each([
    ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P256', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'NistP256'],
    ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA_P521', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'NistP521'],
    [' tls_rsa_with_aes_128_gcm_sha256 ', 'TLS_RSA_WITH_AES_128_GCM_SHA256', null],
  ])('%j is %s with curve %s', (name, plain, curve) => {
    expect(normaliseSuiteName(name)).toBe(plain);
    expect(suiteCurve(name)).toBe(curve);
    expect(cipherSuite(name)?.name).toBe(plain);
  });

  test.each(['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA348', 'ECDHE-RSA-AES256-GCM-SHA384', '', 'TLS_'])(
    '%j is none that Windows knows',
    (name) => {
      expect(cipherSuite(name)).toBeUndefined();
    },
  );
});

describe('properties', () => {
  test.each([
    ['TLS_AES_256_GCM_SHA384', true, 'GCM'],
    ['TLS_CHACHA20_POLY1305_SHA256', true, 'ChaCha20'],
    ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', true, 'GCM'],
    ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', true, 'CBC'],
    ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', true, 'CBC'],
    ['TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', true, 'GCM'],
    ['TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA', true, 'CBC'],
    ['TLS_RSA_WITH_AES_256_GCM_SHA384', false, 'GCM'],
    ['TLS_RSA_WITH_AES_128_CBC_SHA', false, 'CBC'],
    ['TLS_RSA_WITH_RC4_128_MD5', false, 'stream'],
    ['TLS_RSA_WITH_NULL_SHA256', false, 'none'],
    ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', false, 'stream'],
    ['TLS_PSK_WITH_AES_128_GCM_SHA256', false, 'GCM'],
  ])('%s', (name, forwardSecret, mode) => {
    expect(cipherSuite(name)).toEqual({ name, forwardSecret, mode });
  });
});

const commonWithExchangeOnline = (windows: WindowsId): string[] =>
  defaultSuites(windows).filter((name) => exchangeOnlineSuites.includes(name));

describe('lists', () => {
  test.each([
    ['2008', 12, 'TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_RC4_128_MD5'],
    ['2008R2', 28, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'TLS_RSA_WITH_RC4_128_MD5'],
    ['2012', 26, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'TLS_RSA_WITH_RC4_128_MD5'],
    ['2012R2', 28, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'TLS_RSA_WITH_RC4_128_MD5'],
    ['2016', 30, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_RC4_128_MD5'],
    ['2019', 21, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
    ['2022', 23, 'TLS_AES_256_GCM_SHA384', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
    ['2025', 20, 'TLS_AES_256_GCM_SHA384', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
  ] as const)('%s has %i suites by default, from %s to %s', (windows, count, first, last) => {
    const list = defaultSuites(windows);
    expect([list.length, list[0], list.at(-1)]).toEqual([count, first, last]);
    expect(new Set(list).size).toBe(count);
  });

  test('every default suite is known and exists on its Windows', () => {
    for (const { id } of windowsVersions) {
      for (const name of defaultSuites(id)) {
        expect([id, name, windowsHasSuite(id, name)]).toEqual([id, name, true]);
      }
    }
  });

  test('the whole list of 2025 in its order', () => {
    expect(defaultSuites('2025')).toEqual([
      'TLS_AES_256_GCM_SHA384',
      'TLS_AES_128_GCM_SHA256',
      'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
      'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
      'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384',
      'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
      'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
      'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
      'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
      'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
      'TLS_RSA_WITH_AES_256_GCM_SHA384',
      'TLS_RSA_WITH_AES_128_GCM_SHA256',
      'TLS_RSA_WITH_AES_256_CBC_SHA256',
      'TLS_RSA_WITH_AES_128_CBC_SHA256',
      'TLS_RSA_WITH_AES_256_CBC_SHA',
      'TLS_RSA_WITH_AES_128_CBC_SHA',
    ]);
  });

  test('2008 R2, 2012 and 2012 R2 differ in two suites only', () => {
    expect(defaultSuites('2008R2')).toEqual(defaultSuites('2012R2'));
    const missing = ['TLS_DHE_RSA_WITH_AES_256_CBC_SHA', 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA'];
    expect(defaultSuites('2012')).toEqual(defaultSuites('2012R2').filter((name) => !missing.includes(name)));
  });

  test('2016 has everything that 2012 R2 has, and GCM with RSA certificates besides', () => {
    const more = defaultSuites('2016').filter((name) => !defaultSuites('2012R2').includes(name));
    expect(more).toEqual(['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256']);
  });

  test('what is in common with Exchange Online by default', () => {
    expect(commonWithExchangeOnline('2012R2')).toHaveLength(6);
    expect(commonWithExchangeOnline('2016')).toHaveLength(8);
    expect(commonWithExchangeOnline('2025')).toHaveLength(8);
    expect(commonWithExchangeOnline('2008')).toEqual([
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
      'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
    ]);
  });
});

describe('windowsHasSuite', () => {
  test.each([
    ['2012R2', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', false],
    ['2016', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', true],
    ['2012R2', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384', true],
    ['2012', 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA', false],
    ['2012', 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384', true],
    ['2019', 'TLS_AES_256_GCM_SHA384', false],
    ['2019', 'TLS_CHACHA20_POLY1305_SHA256', false],
    ['2022', 'TLS_CHACHA20_POLY1305_SHA256', true],
    ['2025', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA', true],
    ['2008', 'TLS_RSA_WITH_AES_256_CBC_SHA256', false],
    ['2025', 'TLS_RSA_WITH_AES_256_GCM_SHA348', false],
  ] as const)('%s, %s: %s', (windows, name, expected) => {
    expect(windowsHasSuite(windows, name)).toBe(expected);
  });
});

test('curves', () => {
  expect(defaultCurves('2008')).toHaveLength(3);
  expect(defaultCurves('2012R2')).toEqual(['NistP256', 'NistP384']);
  expect(defaultCurves('2016')).toEqual(['curve25519', 'NistP256', 'NistP384']);
});
