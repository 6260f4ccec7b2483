// exchange/support: support and updates of the installed Exchange.
import { expect, test } from 'vitest';
import { withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';

const rule = 'exchange/support';

const at = (text: string, now: string) =>
  judged(rule, withSection('exchange', { build: text }), { now: new Date(now) });

test.each([
  ['SE with the newest update', '15.2.2562.53', '2026-11-01', 'pass current'],
  ['SE newer than the list', '15.2.2562.99', '2026-11-01', 'pass newerThanKnown'],
  ['a next CU of SE', '15.2.2700.5', '2026-11-01', 'pass newerThanKnown'],
  ['SE without updates', '15.2.2562.17', '2026-11-01', 'warn updateMissing'],
  ['2016 before the end', '15.1.2507.6', '2025-09-01', 'warn updateMissing'],
  ['an old CU before the end', '15.1.1913.5', '2025-09-01', 'warn updateMissing'],
  ['2016 in paid updates, up to date', '15.1.2507.75', '2026-10-20', 'warn extendedOnly'],
  ['2016 in paid updates, behind', '15.1.2507.61', '2026-10-20', 'warn extendedUpdateMissing'],
  ['2016 after paid updates', '15.1.2507.75', '2026-11-01', 'warn ended'],
  ['2013', '15.0.1497.48', '2026-11-01', 'warn ended'],
])('%s', (_, text, now, expected) => {
  expect(at(text, `${now}T12:00:00.000Z`)).toEqual([expected]);
});

test('expects no build where the newest one is no help', () => {
  const expected = (text: string) =>
    findingsOf(rule, withSection('exchange', { build: text }))[0]?.evidence[0]?.expected;
  expect(expected('15.0.1497.48')).toBeUndefined();
  expect(expected('15.0.1497.2')).toBe('15.0.1497.48');
});
