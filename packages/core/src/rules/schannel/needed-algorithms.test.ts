// schannel/needed-algorithms: what each switched-off algorithm costs.
import { expect, test } from 'vitest';
import { exampleFacts, type RawValue, registryKey, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { schannelPath } from '../../facts/schannel.ts';

const rule = 'schannel/needed-algorithms';
const fields = {
  Ciphers: 'ciphers',
  Hashes: 'hashes',
  KeyExchangeAlgorithms: 'keyExchangeAlgorithms',
} as const;
const facts = (group: keyof typeof fields, name: string, enabled: RawValue) =>
  withSection('schannel', {
    [fields[group]]: [registryKey(`${schannelPath}\\${group}\\${name}`, { Enabled: enabled })],
  });

test.each([
  ['Ciphers', 'AES 128/128', 'warn cipherOff'],
  ['Ciphers', 'aes 256/256', 'warn cipherOff'],
  ['Hashes', 'SHA256', 'warn hashOff'],
  ['Hashes', 'SHA384', 'warn hashOff'],
  ['KeyExchangeAlgorithms', 'ECDH', 'warn ecdhOff'],
  ['KeyExchangeAlgorithms', 'PKCS', 'warn pkcsOff'],
  ['KeyExchangeAlgorithms', 'Diffie-Hellman', 'info unusedOff'],
  ['Hashes', 'SHA', 'info unusedOff'],
  ['Ciphers', 'RC4 128/128', 'pass allOn'],
  ['Hashes', 'MD5', 'pass allOn'],
  // The right name in the wrong place is read by nobody.
  ['Hashes', 'AES 128/128', 'pass allOn'],
] as const)('%s\\%s off: %s', (group, name, expected) => {
  expect(judged(rule, facts(group, name, 0))).toEqual([expected]);
});

test.each([1, 0xffffffff, '0'])('Enabled %j is not off', (enabled) => {
  expect(judged(rule, facts('Ciphers', 'AES 128/128', enabled))).toEqual(['pass allOn']);
});

test('untouched is fine', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass allOn']);
});

test('the remedy sets all bits', () => {
  const [finding] = findingsOf(rule, facts('Ciphers', 'AES 128/128', 0));
  expect(finding?.remedy?.steps[0]).toMatchObject({
    path: `${schannelPath}\\Ciphers\\AES 128/128`,
    data: 0xffffffff,
  });
});

test.each([
  `${schannelPath}\\Ciphers`,
  `${schannelPath}\\Hashes\\SHA256`,
  schannelPath,
  'keyExchangeAlgorithms',
])('a gap at %s is not passed', (what) => {
  const gap = { what, reason: 'denied', code: '0x80070005' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});

test('a gap elsewhere, or of a key that is not there, is no matter', () => {
  const gaps = [
    { what: `${schannelPath}\\Protocols`, reason: 'denied', code: '5' },
    { what: `${schannelPath}\\Ciphers`, reason: 'notPresent', code: '2' },
  ] as const;
  expect(judged(rule, withSection('schannel', {}, [...gaps]))).toEqual(['pass allOn']);
});
