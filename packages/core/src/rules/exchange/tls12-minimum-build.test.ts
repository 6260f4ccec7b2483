// exchange/tls12-minimum-build: which builds can speak TLS 1.2.
import { expect, test } from 'vitest';
import { exampleNow, withSection } from '../../../test/example-facts.ts';
import { findingsOf, judged } from '../../../test/judged.ts';
import { evaluate } from '../../engine/evaluate.ts';

const rule = 'exchange/tls12-minimum-build';

const build = (text: string) => withSection('exchange', { build: text });

test.each<[string, string, string]>([
  ['SE', '15.2.2562.17', 'pass able'],
  ['2019 RTM', '15.2.221.12', 'pass able'],
  ['2016 CU8', '15.1.1415.2', 'pass able'],
  ['2016 CU7, whose SMTP is free', '15.1.1261.35', 'warn belowMinimum'],
  ['2013 CU19', '15.0.1365.1', 'pass able'],
  ['2013 CU18, whose SMTP is free', '15.0.1347.2', 'warn belowMinimum'],
  ['2013 CU8, the first whose SMTP is free', '15.0.1076.9', 'warn belowMinimum'],
  ['2013 CU7', '15.0.1044.25', 'fail smtpBoundToTls10'],
  ['2010 SP3 RU19', '14.3.382.0', 'pass able'],
  ['2010 SP3 RU9', '14.3.235.1', 'warn belowMinimum'],
  ['2010 SP3 RU8', '14.3.224.1', 'fail smtpBoundToTls10'],
  ['2007', '8.3.83.6', 'fail never'],
  ['a build that nobody knows yet', '15.2.3000.1', 'pass able'],
  ['nonsense', '15.20.7000.1', 'notChecked buildUnknown'],
])('%s', (_, text, expected) => {
  expect(judged(rule, build(text))).toEqual([expected]);
});

test('without a server there is nothing to judge', () => {
  const tools = withSection('exchange', { installation: 'managementTools', roles: [] });
  expect(judged(rule, tools)).toEqual(['notApplicable noServer']);
});

test('a build that could not be read is not checked, and keeps the host from being ready', () => {
  const gaps = [{ what: 'build', reason: 'denied' as const, code: '0x80070005' }];
  const facts = withSection('exchange', { build: null }, gaps);
  expect(findingsOf(rule, facts)[0]).toMatchObject({ verdict: 'notChecked', because: { reason: 'denied' } });
  expect(evaluate(facts, { now: exampleNow, only: [rule] }).state).toBe('unknown');
});
