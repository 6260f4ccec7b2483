// Tests that every misprint, known or new, leads to the name that was meant, and that correct names are no ghosts.
import { describe, expect, test } from 'vitest';
import { printedLines } from './misprints.fixture.ts';
import {
  isKnownKey,
  isKnownValueName,
  meantKey,
  meantProtocol,
  meantRole,
  meantValueName,
} from './misprints.ts';

describe('the printed articles', () => {
  test('all 36 languages are here; one has no text', () => {
    expect(printedLines).toHaveLength(36);
    expect(printedLines.filter(([, subkeys]) => subkeys.length === 0).map(([locale]) => locale)).toEqual([
      'th-TH',
    ]);
  });

  const withText = printedLines.filter(([, subkeys]) => subkeys.length > 0);
  test.each(withText)('%s: every printed key is understood', (_, subkeys) => {
    expect(subkeys.map((subkey) => meantKey(subkey.split('\\')))).toEqual([
      ['TLS 1.2'],
      ['TLS 1.2', 'Client'],
      ['TLS 1.2', 'Server'],
    ]);
  });

  test.each(withText)('%s: exactly the damaged keys are ghosts', (_, subkeys) => {
    for (const subkey of subkeys) {
      const correct = ['tls 1.2', 'tls 1.2\\client', 'tls 1.2\\server'].includes(subkey.toLowerCase());
      expect([subkey, isKnownKey(subkey.split('\\'))]).toEqual([subkey, correct]);
    }
  });

  test.each(withText)('%s: every printed value name is understood', (locale, _, names) => {
    const expected = ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'];
    // lt-LT leaves its second name out and sr-Latn-RS prints its first one empty, which can mean anything.
    if (locale === 'lt-LT') expected.splice(1, 1);
    const meant = names.map((name) => (name === '' ? 'DisabledByDefault' : meantValueName(name)));
    expect(meant).toEqual(expected);
  });
});

describe('meantProtocol', () => {
  test.each([
    'TLS 1,2',
    'TLS 1.2 ',
    ' TLS 1.2',
    'TLS\u00a01.2',
    'TLS\u20021.2',
    'TLS\u30001.2',
    'TLS  1.2',
    'TLS1.2',
    'TLS_1.2',
    'TLS-1.2',
    'TLS 1..2',
    'TLS 1. 2',
    'TLS 1.2.',
    'TLSv1.2',
    'TLS v1.2',
    'TLS version 1.2',
    'TLS V1_2',
    'TLS 12',
    'TLS 1-2',
    'ＴＬＳ １．２',
    '\u200eTLS 1.2\u200f',
    'TLS\u200b 1.2',
    '\ufeffTLS 1.2',
    'ТLЅ 1.2',
    '"TLS 1.2"',
    '„TLS 1.2“',
    'TSL 1.2',
    'TLS 1·2',
    'TLSS 1.2',
    'tls 1.2',
    'Protocol TLS 1.2',
  ])('%j is TLS 1.2', (name) => {
    expect(meantProtocol(name)).toBe('TLS 1.2');
  });

  test.each([
    ['TLS 1,0', 'TLS 1.0'],
    ['TLSv1', 'TLS 1.0'],
    ['TLS1.1', 'TLS 1.1'],
    ['TLS 1,3', 'TLS 1.3'],
    ['SSL3.0', 'SSL 3.0'],
    ['SSL 3', 'SSL 3.0'],
    ['SSLv2', 'SSL 2.0'],
    ['DTLS 1,2', 'DTLS 1.2'],
    ['PCT 1', 'PCT 1.0'],
    ['multi-protocol unified hello', 'Multi-Protocol Unified Hello'],
  ])('%j is %s', (name, meant) => {
    expect(meantProtocol(name)).toBe(meant);
  });

  test.each([
    '',
    ' ',
    'TLS',
    'TLS 1.4',
    'TLS 2.0',
    'SSL 1.2',
    'Client',
    'QUIC',
    '1.2',
    'Ciphers',
    'TLS 1.2.3',
  ])('%j means nothing', (name) => {
    expect(meantProtocol(name)).toBeUndefined();
  });
});

describe('meantRole', () => {
  test.each([
    'Client',
    'CLIENT ',
    'Clients',
    'Clinet',
    'Clent',
    'Cl ient',
    'Сlient',
    'Сliеnt',
    'Ｃｌｉｅｎｔ',
    'client\u200f',
    'Клиент',
    'İSTEMCİ',
    'istemcı',
    'Πρόγραμμα-πελάτης',
    'Clіent',
    'クライアント',
    '客户端',
    'לקוח',
  ])('%j is Client', (name) => {
    expect(meantRole(name)).toBe('Client');
  });

  test.each(['Servers', ' server', 'Sever', 'Sеrvеr', 'сървър', 'Serveur', '服务器', 'サーバー', 'palvelin'])(
    '%j is Server',
    (name) => {
      expect(meantRole(name)).toBe('Server');
    },
  );

  test.each(['', 'Enabled', 'TLS 1.2', 'Default', 'Cipher', 'Clientserver'])('%j means nothing', (name) => {
    expect(meantRole(name)).toBeUndefined();
  });
});

describe('meantValueName', () => {
  test.each([
    ['Enable', 'Enabled'],
    ['enabled ', 'Enabled'],
    ['Еnabled', 'Enabled'],
    ['включено', 'Enabled'],
    ['已启用', 'Enabled'],
    ['Disabled By Default', 'DisabledByDefault'],
    ['Disabled_By_Default', 'DisabledByDefault'],
    ['DisableByDefault', 'DisabledByDefault'],
    ['DisabledByDefualt', 'DisabledByDefault'],
    ['DisabldByDefalt', 'DisabledByDefault'],
    ['“DisabledByDefault”', 'DisabledByDefault'],
  ])('%j is %s', (name, meant) => {
    expect(meantValueName(name)).toBe(meant);
  });

  test.each(['', 'Disabled', 'Disable', 'Default', 'EventLogging'])(
    '%j is not taken for its opposite or anything else',
    (name) => {
      expect(meantValueName(name)).toBeUndefined();
    },
  );
});

describe('meantKey', () => {
  test.each([
    [
      ['TLS 1,2 ', ' klient'],
      ['TLS 1.2', 'Client'],
    ],
    [['TLS 1.2/Client'], ['TLS 1.2', 'Client']],
    [['TLS 1.2 - Server'], ['TLS 1.2', 'Server']],
    [
      ['TLS 1.2', 'TLS 1.2', 'Client'],
      ['TLS 1.2', 'Client'],
    ],
    [
      ['TLS 1.2', 'Client', 'Client'],
      ['TLS 1.2', 'Client'],
    ],
    [['TLS 1.3'], ['TLS 1.3']],
  ])('%j means %j', (parts, meant) => {
    expect(meantKey(parts)).toEqual(meant);
  });

  test.each([[[]], [['Client']], [['TLS 1.2', 'Policy']], [['TLS 1.2/Policy']], [['Hashes', 'Client']]])(
    '%j means nothing',
    (parts) => {
      expect(meantKey(parts)).toBeUndefined();
    },
  );
});

describe('what Schannel reads', () => {
  test.each([
    [['TLS 1.2']],
    [['tls 1.2', 'CLIENT']],
    [['SSL 2.0', 'Server']],
    [['PCT 1.0']],
    [['DTLS 1.2', 'Client']],
    [['Multi-Protocol Unified Hello', 'Server']],
  ])('%j is no ghost', (parts) => {
    expect(isKnownKey(parts)).toBe(true);
  });

  test.each([
    [[]],
    [['TLS 1.2 ']],
    [['TLS 1,2', 'Client']],
    [['TLS 1.2', 'Client', 'x']],
    [['TLS 1.2', 'Klient']],
  ])('%j is a ghost', (parts) => {
    expect(isKnownKey(parts)).toBe(false);
  });

  test('value names ignore case and nothing else', () => {
    expect(['enabled', 'DISABLEDBYDEFAULT'].map(isKnownValueName)).toEqual([true, true]);
    expect(['enabled ', '', 'Disabledebydefault'].map(isKnownValueName)).toEqual([false, false, false]);
  });
});
