// windows/tls12-updates: what a list of updates proves about old systems.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'windows/tls12-updates';

const host = (build: number, ids: string[], exchange = '15.0.1497.48') =>
  withSection(
    'updates',
    { hotfixes: ids.map((id) => ({ id, description: null, installedOn: null })) },
    [],
    withSection('os', { build, version: '6.1' }, [], withSection('exchange', { build: exchange })),
  );

test.each<[string, HostFacts, string[]]>([
  ['2022 needs none', exampleFacts(), ['notApplicable none']],
  ['2008 with the update', host(6002, ['KB4019276']), ['pass present']],
  ['2008 with a later rollup', host(6002, ['KB4489887']), ['pass present']],
  ['2008 with neither', host(6002, ['KB936330']), ['warn schannelUnproven']],
  ['2008 R2 with a later rollup', host(7601, ['KB4534310']), ['pass present']],
  [
    '2008 R2 with neither',
    host(7601, []),
    ['info winHttpUnproven', 'info winHttpUnproven', 'info sha512Unproven'],
  ],
  ['2008 R2 with some', host(7601, ['KB3140245', 'KB2973337']), ['info winHttpUnproven']],
  [
    '2008 R2 with Exchange 2010, which needs .NET 3.5',
    host(7601, ['KB3140245', 'KB3161949', 'KB2973337'], '14.3.513.0'),
    ['info dotnet35Unproven'],
  ],
  ['a system that nobody knows', host(3790, []), ['notChecked unknown']],
])('%s', (_, facts, expected) => {
  expect(judged(rule, facts)).toEqual(expected);
});
