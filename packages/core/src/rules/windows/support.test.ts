// windows/support: until when each Windows gets updates.
import { expect, test } from 'vitest';
import { withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { OsFacts } from '../../facts/os.ts';

const rule = 'windows/support';

test.each<[string, Partial<OsFacts>, string]>([
  ['2022', {}, 'pass supported'],
  ['2016 in its last months', { build: 14393 }, 'pass supported'],
  ['2012 R2 after paid updates', { build: 9600, version: '6.3' }, 'warn ended'],
  ['2008 R2 without service pack', { build: 7600, version: '6.1' }, 'warn servicePackMissing'],
  ['a workstation', { build: 19045, productType: 'workstation' }, 'info notServer'],
  ['a coming version', { build: 29000 }, 'info newerThanKnown'],
  ['2003', { build: 3790, version: '5.2' }, 'notChecked unknown'],
])('%s', (_, change, expected) => {
  expect(judged(rule, withSection('os', change))).toEqual([expected]);
});

test('2016 in paid updates', () => {
  const facts = withSection('os', { build: 14393 });
  expect(judged(rule, facts, { now: new Date('2027-02-01T00:00:00.000Z') })).toEqual(['warn extendedOnly']);
});
