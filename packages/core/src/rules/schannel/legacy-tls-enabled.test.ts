// schannel/legacy-tls-enabled: never more than a note.
import { expect, test } from 'vitest';
import { withProtocols, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { onWindows } from '../../../test/windows-facts.ts';
import { protocolsPath } from '../../facts/schannel.ts';

const rule = 'schannel/legacy-tls-enabled';
const off = { Enabled: 0, DisabledByDefault: 1 };
const bothOff = (version: string) => ({
  [`TLS ${version}\\Client`]: off,
  [`TLS ${version}\\Server`]: off,
});

test.each([
  ['2022', { ...bothOff('1.0'), ...bothOff('1.1') }, ['pass off']],
  ['2022', {}, ['info on', 'info on']],
  ['2022', bothOff('1.1'), ['info on']],
  ['2022', { ...bothOff('1.1'), 'TLS 1.0\\Client': off }, ['info onServer']],
  ['2022', { ...bothOff('1.1'), 'TLS 1.0\\Server': off }, ['info onClient']],
  // 2008 R2 has TLS 1.1 off by default.
  ['2008R2', {}, ['info on']],
  ['2008R2', bothOff('1.0'), ['pass off']],
] as const)('%s %j: %j', (id, keys, expected) => {
  expect(judged(rule, onWindows(id, withProtocols(keys)))).toEqual(expected);
});

test('each version is a finding of its own', () => {
  expect(findingsOf(rule, withProtocols({})).map((finding) => finding.subject)).toEqual([
    'TLS 1.0',
    'TLS 1.1',
  ]);
});

test('what is not known is not called off', () => {
  const newer = withSection('os', { build: 30000 }, [], withProtocols({}));
  expect(judged(rule, newer)).toEqual(['notChecked unknownSystem', 'notChecked unknownSystem']);
  const gap = { what: `${protocolsPath}\\TLS 1.0`, reason: 'denied', code: '5' } as const;
  expect(judged(rule, withSection('schannel', {}, [gap]))).toEqual(['notChecked unreadable']);
});
