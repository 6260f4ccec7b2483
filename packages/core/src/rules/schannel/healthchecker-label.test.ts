// schannel/healthchecker-label: each way in which the word and the state can differ.
import { describe, expect, test } from 'vitest';
import { type RawValue, withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';
import type { WindowsId } from '../../reference/windows.ts';

const rule = 'schannel/healthchecker-label';
type Values = Readonly<Record<string, RawValue>>;
const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };

/** What is said about one protocol, the others being written without doubt. */
function about(id: WindowsId, protocol: string, client: Values, server: Values): string | undefined {
  const keys: Record<string, Values> = {};
  for (const name of ['TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3']) {
    keys[`${name}\\Client`] = name === protocol ? client : off;
    keys[`${name}\\Server`] = name === protocol ? server : off;
  }
  const found = findingsOf(rule, onWindows(id, withProtocols(keys)));
  return found.map(({ message }) => `${message.key} ${message.params?.['label'] ?? ''}`.trim()).join(', ');
}

describe('by Windows and values', () => {
  test.each([
    ['2022', 'TLS 1.2', on, on, 'same'],
    ['2022', 'TLS 1.2', {}, {}, 'same'],
    ['2022', 'TLS 1.2', on, off, 'same'],
    ['2022', 'TLS 1.2', { Enabled: 1, DisabledByDefault: 1 }, { Enabled: 1, DisabledByDefault: 1 }, 'same'],
    ['2008R2', 'TLS 1.2', {}, {}, 'systemDefault Enabled'],
    ['2008R2', 'TLS 1.1', { Enabled: 1 }, { Enabled: 1 }, 'systemDefault Enabled'],
    ['2008R2', 'TLS 1.2', on, {}, 'systemDefault Enabled'],
    ['2022', 'TLS 1.3', {}, {}, 'systemDefault Disabled'],
    ['2019', 'TLS 1.3', {}, {}, 'same'],
    ['2019', 'TLS 1.3', on, on, 'notSupported Enabled'],
    ['2019', 'TLS 1.3', on, off, 'notSupported Misconfigured'],
    [
      '2022',
      'TLS 1.2',
      { Enabled: 0, DisabledByDefault: 0 },
      { Enabled: 0, DisabledByDefault: 0 },
      'offAnyway Half Disabled',
    ],
    ['2022', 'TLS 1.2', { Enabled: 0, DisabledByDefault: 0 }, { Enabled: 0 }, 'offAnyway Enabled'],
    ['2022', 'TLS 1.2', { Enabled: 0 }, off, 'offAnyway Misconfigured'],
    ['2022', 'TLS 1.2', { Enabled: '1' }, { Enabled: '1' }, 'wrongKind Enabled'],
    ['2022', 'TLS 1.2', on, { Enabled: '1', DisabledByDefault: 0 }, 'wrongKind Enabled'],
    ['2022', 'TLS 1.3', { Enabled: 0 }, {}, 'systemDefault Disabled'],
  ] as const)('%s %s client %j server %j: %s', (id, protocol, client, server, expected) => {
    expect(about(id, protocol, client, server)).toBe(expected);
  });
});

test.each(['TLS 1.3', 'TLS 1.3\\Client', 'TLS 1.3\\Server'])('%s unreadable: not compared', (name) => {
  const gap = { what: `${protocolsPath}\\${name}`, reason: 'denied', code: '5' } as const;
  expect(findingsOf(rule, withSection('schannel', {}, [gap])).map(({ message }) => message.key)).toEqual([
    'open',
  ]);
});

test('why nothing was compared is said', () => {
  const gap = { what: `${protocolsPath}\\TLS 1.3`, reason: 'denied', code: '5' } as const;
  expect(findingsOf(rule, withSection('schannel', {}, [gap]))[0]?.because).toMatchObject({
    reason: 'denied',
  });
  const newer = withSection(
    'os',
    { build: 30000 },
    [],
    withProtocols({ 'TLS 1.3\\Client': on, 'TLS 1.3\\Server': on }),
  );
  expect(findingsOf(rule, newer)[0]?.because).toMatchObject({ code: 'unknownWindows' });
});
