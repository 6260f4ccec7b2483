// schannel/ssl-enabled by Windows and values.
import { expect, test } from 'vitest';
import { withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';

const rule = 'schannel/ssl-enabled';
const on = { Enabled: 1, DisabledByDefault: 0 };
const off = { Enabled: 0, DisabledByDefault: 1 };
const all = (protocol: string, values: typeof on) => ({
  [`${protocol}\\Client`]: values,
  [`${protocol}\\Server`]: values,
});

test.each([
  ['2022', {}, ['pass off']],
  ['2022', all('SSL 3.0', on), ['warn on']],
  // Windows no longer has SSL 2.0, whatever is written.
  ['2022', all('SSL 2.0', on), ['pass off']],
  ['2012R2', {}, ['warn on']],
  ['2012R2', all('SSL 3.0', off), ['pass off']],
  ['2008R2', {}, ['warn on', 'warn on']],
  ['2008R2', { ...all('SSL 3.0', off), ...all('SSL 2.0', off) }, ['pass off']],
] as const)('%s %j: %j', (id, keys, expected) => {
  expect(judged(rule, onWindows(id, withProtocols(keys)))).toEqual(expected);
});

test('only the roles that are on are turned off', () => {
  const [ssl2] = findingsOf(rule, onWindows('2008R2', withProtocols({})));
  const path = `${protocolsPath}\\SSL 2.0\\Server`;
  expect(ssl2?.remedy?.steps).toEqual([
    { do: 'setValue', path, name: 'Enabled', kind: 'REG_DWORD', data: 0 },
    { do: 'setValue', path, name: 'DisabledByDefault', kind: 'REG_DWORD', data: 1 },
    { do: 'restartWindows' },
  ]);
});

test('what is not known is not called off', () => {
  const unknown = withSection('os', { build: 3790 }, [], withProtocols({}));
  expect(judged(rule, unknown)).toEqual(['notChecked unknownSystem', 'notChecked unknownSystem']);
  const gap = { what: `${protocolsPath}\\SSL 3.0\\Client`, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
