// ciphers/remaining-suites: what would be left, by suites in common.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { cipherListPolicyPath } from '../../facts/ciphers.ts';
import { windowsVersions } from '../../reference/windows.ts';

const rule = 'ciphers/remaining-suites';
const gcm = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';
const cbc = 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384';
const rsa = 'TLS_RSA_WITH_AES_256_GCM_SHA384';

test.each([
  [[gcm], 'pass strong'],
  [[cbc, gcm], 'pass strong'],
  [[cbc, rsa], 'info either'],
  [[cbc], 'warn onlyCbc'],
  [[rsa], 'warn onlyStatic'],
  [['TLS_AES_256_GCM_SHA384'], 'notApplicable none'],
  // GCM with another certificate's key does not help with RSA.
  [['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', cbc], 'warn onlyCbc'],
])('%j: %s', (names, expected) => {
  const suites = { source: 'Get-TlsCipherSuite', names };
  expect(judged(rule, withSection('ciphers', { suites }))).toEqual([expected]);
});

test('the defaults of each Windows', () => {
  const said = windowsVersions.map(({ id }) => {
    const facts = withSection('ciphers', { suites: null }, [], onWindows(id));
    return `${id}: ${judged(rule, facts).join()}`;
  });
  expect(said).toEqual([
    '2008: warn onlyCbc',
    '2008R2: info either',
    '2012: info either',
    '2012R2: info either',
    '2016: pass strong',
    '2019: pass strong',
    '2022: pass strong',
    '2025: pass strong',
  ]);
});

test('an unknown list is not judged', () => {
  const gap = { what: cipherListPolicyPath, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('ciphers', { suites: null }, [gap], exampleFacts()))).toEqual([
    'notChecked unknownList',
  ]);
});
