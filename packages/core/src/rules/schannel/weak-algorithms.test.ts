// schannel/weak-algorithms: never more than a note.
import { expect, test } from 'vitest';
import { exampleFacts, registryKey, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { schannelPath } from '../../facts/schannel.ts';

const rule = 'schannel/weak-algorithms';
const names = [
  ...['DES 56/56', 'NULL', 'RC2 40/128', 'RC2 56/128', 'RC2 56/56'],
  ...['RC4 40/128', 'RC4 56/128', 'RC4 64/128', 'RC4 128/128', 'Triple DES 168'],
];
const ciphersOff = (off: readonly string[]) =>
  off.map((name) => registryKey(`${schannelPath}\\Ciphers\\${name}`, { Enabled: 0 }));
const hashes = [registryKey(`${schannelPath}\\Hashes\\MD5`, { Enabled: 0 })];

test('untouched', () => {
  expect(judged(rule, exampleFacts())).toEqual(['info untouched']);
});

test('all off', () => {
  expect(judged(rule, withSection('schannel', { ciphers: ciphersOff(names), hashes }))).toEqual(['pass off']);
});

test('those that are left are named', () => {
  const ciphers = ciphersOff(names.slice(0, -1));
  const [finding] = findingsOf(rule, withSection('schannel', { ciphers }));
  expect(finding).toMatchObject({
    verdict: 'info',
    message: { key: 'some', params: { count: 2, names: 'Triple DES 168, MD5' } },
  });
});

test('a gap is not passed', () => {
  const gap = { what: `${schannelPath}\\Ciphers`, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
