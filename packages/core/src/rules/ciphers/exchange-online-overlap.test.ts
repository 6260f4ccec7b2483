// ciphers/exchange-online-overlap by list, Windows and what is switched off.
import { describe, expect, test } from 'vitest';
import { exampleFacts, registryKey, withSection, withUnread } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { cipherListLocalPath, cipherListPolicyPath } from '../../facts/ciphers.ts';
import type { HostFacts } from '../../facts/host-facts.ts';
import { schannelPath } from '../../facts/schannel.ts';
import { exchangeOnlineSuites } from '../../reference/exchange-online.ts';
import { windowsVersions } from '../../reference/windows.ts';

const rule = 'ciphers/exchange-online-overlap';
const source = 'Get-TlsCipherSuite';
const gcm256 = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';
const cbc128 = 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256';
const ecdsa = 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384';
const inForce = (...names: string[]) => withSection('ciphers', { suites: { source, names } });

test.each(windowsVersions.map(({ id }) => id))('the default list of %s has something in common', (id) => {
  const facts = withSection('ciphers', { suites: null }, [], onWindows(id));
  expect(judged(rule, facts)).toEqual(['pass shared']);
});

test.each(exchangeOnlineSuites)('%s alone is enough', (name) => {
  expect(judged(rule, inForce(name))).toEqual(['pass shared']);
});

describe('nothing in common', () => {
  test.each([
    [[ecdsa]],
    [['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256']],
    [['TLS_RSA_WITH_AES_256_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA256', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA']],
    [['TLS_DHE_RSA_WITH_AES_256_GCM_SHA384']],
    [['NONSENSE']],
  ])('%j', (names) => {
    expect(judged(rule, inForce(...names))).toEqual(['fail none']);
  });

  test('a suite that this Windows does not have is no common one', () => {
    const local = registryKey(cipherListLocalPath, { Functions: [gcm256] });
    expect(judged(rule, withSection('ciphers', { local }, [], onWindows('2012R2')))).toEqual(['fail none']);
  });
});

describe('old names carry a curve', () => {
  const old = (...names: string[]) =>
    withSection(
      'ciphers',
      { local: registryKey(cipherListLocalPath, { Functions: names }) },
      [],
      onWindows('2012R2'),
    );
  test.each([
    [[`${cbc128}_P256`], 'pass shared'],
    [[`${cbc128}_P384`], 'pass shared'],
    [[`${cbc128}_P521`], 'fail none'],
    [[cbc128], 'fail none'],
    [['TLS_RSA_WITH_AES_128_GCM_SHA256'], 'pass shared'],
    [[`${cbc128}_P521`, `${cbc128}_P256`], 'pass shared'],
  ])('%j: %s', (names, expected) => {
    expect(judged(rule, old(...names))).toEqual([expected]);
  });

  test('what is expected are names that this Windows knows', () => {
    const [finding] = findingsOf(rule, old(gcm256));
    expect(finding?.evidence[0]?.expected?.split(', ')).toEqual([
      'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P256',
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256_P256',
      'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA_P256',
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA_P256',
      'TLS_RSA_WITH_AES_256_GCM_SHA384',
      'TLS_RSA_WITH_AES_128_GCM_SHA256',
    ]);
  });

  test('a suite with two curves counts once', () => {
    const [finding] = findingsOf(rule, old(`${cbc128}_P256`, `${cbc128}_P384`));
    expect(finding?.message.params).toEqual({ count: 1 });
  });
});

describe('which list counts', () => {
  const lists = (change: Parameters<typeof withSection<'ciphers'>>[1]) =>
    withSection('ciphers', { suites: null, ...change });
  const policy = registryKey(cipherListPolicyPath, { Functions: ` ${ecdsa}, TLS_AES_256_GCM_SHA384 ` });
  const local = registryKey(cipherListLocalPath, { Functions: [gcm256] });

  test('the policy hides the local list', () => {
    const [finding] = findingsOf(rule, lists({ policy, local }));
    expect(finding).toMatchObject({ verdict: 'fail', message: { key: 'noneInPolicy' } });
    expect(finding?.evidence).toEqual([
      {
        source: cipherListPolicyPath,
        name: 'Functions',
        value: `${ecdsa}, TLS_AES_256_GCM_SHA384`,
        expected: exchangeOnlineSuites.join(', '),
      },
    ]);
  });
  test('what is in force outranks both', () => {
    const suites = { source, names: [gcm256] };
    expect(judged(rule, lists({ suites, policy, local: null }))).toEqual(['pass shared']);
  });
  test('an empty policy, or one about curves only, leaves the local list', () => {
    for (const values of [{ Functions: '' }, { EccCurves: ['NistP256'] }])
      expect(judged(rule, lists({ policy: registryKey(cipherListPolicyPath, values), local }))).toEqual([
        'pass shared',
      ]);
  });
  test('a policy written as lines is read too', () => {
    const lines = registryKey(cipherListPolicyPath, { Functions: [ecdsa, gcm256] });
    expect(judged(rule, lists({ policy: lines }))).toEqual(['pass shared']);
  });
  test('an answer without any suite is no answer', () => {
    expect(judged(rule, lists({ suites: { source, names: [] }, local }))).toEqual(['pass shared']);
  });
});

describe('switched off below SCHANNEL', () => {
  const off = (facts: HostFacts, group: string, ...names: string[]) =>
    withSection(
      'schannel',
      {
        [group === 'Ciphers' ? 'ciphers' : group === 'Hashes' ? 'hashes' : 'keyExchangeAlgorithms']:
          names.map((name) => registryKey(`${schannelPath}\\${group}\\${name}`, { Enabled: 0 })),
      },
      [],
      facts,
    );

  test('one cipher of two leaves enough', () => {
    expect(judged(rule, off(exampleFacts(), 'Ciphers', 'AES 128/128'))).toEqual(['pass shared']);
  });
  test('both leave nothing, and both are named', () => {
    const [finding] = findingsOf(rule, off(exampleFacts(), 'Ciphers', 'AES 128/128', 'AES 256/256'));
    expect(finding).toMatchObject({
      verdict: 'fail',
      message: { key: 'switchedOff', params: { names: 'AES 256/256, AES 128/128' } },
    });
    expect(finding?.remedy?.steps).toHaveLength(3);
  });
  test.each([
    ['KeyExchangeAlgorithms', 'ECDH', gcm256, 'fail switchedOff'],
    ['KeyExchangeAlgorithms', 'PKCS', gcm256, 'pass shared'],
    ['KeyExchangeAlgorithms', 'PKCS', 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'fail switchedOff'],
    ['KeyExchangeAlgorithms', 'ECDH', 'TLS_RSA_WITH_AES_256_GCM_SHA384', 'pass shared'],
    ['Hashes', 'SHA384', gcm256, 'fail switchedOff'],
    ['Hashes', 'SHA', gcm256, 'pass shared'],
    ['Hashes', 'SHA', 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'fail switchedOff'],
    ['Hashes', 'SHA256', cbc128, 'fail switchedOff'],
  ])('%s\\%s and %s: %s', (group, name, suite, expected) => {
    expect(judged(rule, off(inForce(suite), group, name))).toEqual([expected]);
  });
});

describe('what is not known', () => {
  const failed = { what: 'suites', reason: 'failed', code: 'x' } as const;
  test('a command that failed is replaced by the registry', () => {
    const local = registryKey(cipherListLocalPath, { Functions: [gcm256] });
    expect(judged(rule, withSection('ciphers', { suites: null, local }, [failed]))).toEqual(['pass shared']);
  });
  test.each([cipherListPolicyPath, cipherListLocalPath, `${cipherListPolicyPath}\\Functions`, 'policy'])(
    'a gap at %s ends the search',
    (what) => {
      const gap = { what, reason: 'denied', code: '0x80070005' } as const;
      const [finding] = findingsOf(rule, withSection('ciphers', { suites: null }, [failed, gap]));
      expect(finding).toMatchObject({ verdict: 'notChecked', because: { what, reason: 'denied' } });
    },
  );
  test('the default of an unknown or newer Windows is not guessed', () => {
    for (const build of [3790, 30000]) {
      const facts = withSection('os', { build }, [], withSection('ciphers', { suites: null }, [failed]));
      expect(judged(rule, facts)).toEqual(['notChecked unknownList']);
    }
    const unread = withUnread('os', undefined, withSection('ciphers', { suites: null }, [failed]));
    expect(judged(rule, unread)).toEqual(['notChecked unknownList']);
  });
  test('without the os section a list in force still counts', () => {
    expect(judged(rule, withUnread('os'))).toEqual(['pass shared']);
  });
});
