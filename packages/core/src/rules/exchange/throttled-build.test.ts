// exchange/throttled-build: which builds Exchange Online holds back.
import { expect, test } from 'vitest';
import { withSend } from '../../../test/connector-facts.ts';
import { withSection, withUnread } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';

const rule = 'exchange/throttled-build';

const build = (text: string, facts?: HostFacts) => withSection('exchange', { build: text }, [], facts);
const outdated = '15.1.2507.6';

test.each([
  ['SE', '15.2.2562.17', 'pass recent'],
  ['2019 CU15 of December 2025', '15.2.1748.42', 'pass recent'],
  ['2019 CU15 of October 2025, the baseline itself', '15.2.1748.39', 'pass recent'],
  ['2019 CU14 of October 2025', '15.2.1544.36', 'info unclear'],
  ['2019 CU15 before that', '15.2.1748.37', 'warn below'],
  ['2016 before October 2025', outdated, 'warn below'],
  ['2013', '15.0.1497.48', 'warn below'],
])('%s', (_, text, expected) => {
  expect(judged(rule, build(text))).toEqual([expected]);
});

test('no connector straight to Office 365, so nothing that is held back', () => {
  const facts = withSend({ addressSpaces: ['smtp:*;1'] });
  expect(judged(rule, build(outdated, facts))).toEqual(['info belowWithoutConnector']);
});

test('connectors that could not be read are no proof of absence', () => {
  expect(judged(rule, build(outdated, withUnread('connectors')))).toEqual(['warn below']);
});
