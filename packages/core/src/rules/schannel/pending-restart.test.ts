// schannel/pending-restart: what was written after the start, and whether mail depends on it.
import { describe, expect, test } from 'vitest';
import {
  afterBoot,
  exampleFacts,
  protocolKeys,
  registryKey,
  withProtocols,
  withSection,
} from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { protocolsPath, schannelPath } from '../../facts/schannel.ts';

const rule = 'schannel/pending-restart';
const on = { Enabled: 1, DisabledByDefault: 0 };

describe('by key', () => {
  test.each([
    ['TLS 1.2\\Client', on, 'warn mail'],
    ['tls 1.2\\server', { Enabled: 0 }, 'warn mail'],
    ['TLS 1.0\\Client', { Enabled: 0 }, 'info others'],
    ['SSL 3.0\\Server', { Enabled: 0 }, 'info others'],
    ['DTLS 1.2\\Client', on, 'info others'],
    // Nothing is read there, before or after.
    ['TLS 1,2\\Client', on, 'pass none'],
    ['TLS 1.2', on, 'pass none'],
    // Its time tells only of the keys below it.
    ['TLS 1.1\\Client', {}, 'pass none'],
  ] as const)('%s %j: %s', (name, values, expected) => {
    expect(judged(rule, withProtocols({ [name]: values }, afterBoot))).toEqual([expected]);
  });

  test.each([
    ['ciphers', 'Ciphers\\AES 128/128', 'warn mail'],
    ['hashes', 'Hashes\\SHA256', 'warn mail'],
    ['keyExchangeAlgorithms', 'KeyExchangeAlgorithms\\ECDH', 'warn mail'],
    ['ciphers', 'Ciphers\\RC4 128/128', 'info others'],
    ['hashes', 'Hashes\\MD5', 'info others'],
    ['keyExchangeAlgorithms', 'KeyExchangeAlgorithms\\Diffie-Hellman', 'info others'],
  ] as const)('%s %s: %s', (field, name, expected) => {
    const key = registryKey(`${schannelPath}\\${name}`, { Enabled: 0 }, afterBoot);
    expect(judged(rule, withSection('schannel', { [field]: [key] }))).toEqual([expected]);
  });
});

describe('a restart is advised only where it helps', () => {
  test.each([
    ['everything is stored right', withProtocols({ 'TLS 1.2\\Client': on }, afterBoot), true],
    ['a role is stored as off', withProtocols({ 'TLS 1.2\\Client': { Enabled: 0 } }, afterBoot), false],
    [
      'a cipher is stored as off',
      withSection('schannel', {
        ciphers: [registryKey(`${schannelPath}\\Ciphers\\AES 128/128`, { Enabled: 0 }, afterBoot)],
      }),
      false,
    ],
  ])('%s', (_, facts, expected) => {
    const [finding] = findingsOf(rule, facts);
    expect([finding?.remedy !== undefined, finding?.restartOnly === true]).toEqual([expected, expected]);
  });
});

test('older keys owe nothing', () => {
  expect(judged(rule, exampleFacts())).toEqual(['pass none']);
});

test('all late keys and the start are shown, decisive ones first', () => {
  const [finding] = findingsOf(
    rule,
    withSection('schannel', {
      protocols: protocolKeys({ 'TLS 1.0\\Client': on, 'TLS 1.2\\Client': on }, afterBoot),
    }),
  );
  expect(finding).toMatchObject({ restartOnly: true, message: { params: { count: 1 } } });
  expect(finding?.evidence).toEqual([
    { source: `${protocolsPath}\\TLS 1.2\\Client`, name: 'LastWriteTime', value: afterBoot },
    { source: `${protocolsPath}\\TLS 1.0\\Client`, name: 'LastWriteTime', value: afterBoot },
    { source: 'Win32_OperatingSystem.LastBootUpTime', name: 'bootTime', value: '2026-10-20T02:00:00.000Z' },
  ]);
});

test('unknown times are not passed', () => {
  const gap = { what: 'bootTime', reason: 'denied', code: '0x80070005' } as const;
  expect(findingsOf(rule, withSection('os', { bootTime: null }, [gap]))[0]).toMatchObject({
    verdict: 'notChecked',
    message: { key: 'bootTimeUnknown' },
    because: { section: 'os', reason: 'denied', code: '0x80070005', what: 'bootTime' },
  });
  expect(judged(rule, withProtocols({ 'TLS 1.2\\Client': on }, null))).toEqual(['notChecked timeUnknown']);
  const denied = { what: `${protocolsPath}\\TLS 1.2\\Client`, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('schannel', {}, [denied]))).toEqual(['notChecked timeUnknown']);
});

test('an unknown time of an empty key is no matter', () => {
  expect(judged(rule, withProtocols({ 'TLS 1.2': {} }, null))).toEqual(['pass none']);
});
