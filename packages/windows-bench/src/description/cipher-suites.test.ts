// That a suite's name brings what Windows tells of it.
import { expect, test } from 'vitest';
import { cipherSuite, DEFAULT_SUITES } from './cipher-suites.ts';

test('works out a suite as it was recorded on Server 2016', () => {
  expect(cipherSuite('TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384')).toEqual({
    Name: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
    CipherSuite: 49196,
    BaseCipherSuite: 49196,
    Certificate: 'ECDSA',
    Exchange: 'ECDH',
    Cipher: 'AES',
    CipherLength: 256,
    CipherBlockLength: 16,
    Hash: '',
    Protocols: [771, 65277],
  });
});

test.each([
  [
    'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
    { Exchange: 'RSA', Cipher: '3DES', Hash: 'SHA1', Protocols: [771, 770, 769, 65277, 65279] },
  ],
  ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', { Exchange: 'DH', Certificate: 'RSA', Protocols: [771, 65277] }],
  ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', { Hash: 'SHA384', Protocols: [771, 65277] }],
  ['TLS_AES_256_GCM_SHA384', { Certificate: '', Exchange: '', Protocols: [772] }],
  ['TLS_RSA_WITH_NULL_SHA256', { Cipher: '', CipherLength: 0, Hash: 'SHA256' }],
])('%s', (name, expected) => {
  expect(cipherSuite(name)).toMatchObject(expected);
});

test('Server 2016 has no suite of TLS 1.3', () => {
  expect(DEFAULT_SUITES.length).toBeGreaterThan(20);
  expect(DEFAULT_SUITES.filter((name) => !name.includes('_WITH_'))).toEqual([]);
});

test('refuses a name that no Windows has had', () => {
  expect(() => cipherSuite('TLS_X')).toThrow('No Windows has had a cipher suite TLS_X');
});
