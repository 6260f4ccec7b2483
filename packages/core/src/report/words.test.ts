// Words of a report: no format shows the marks that only tell which words are literals.
import { expect, test } from 'vitest';
import { withSend } from '../../test/connector-facts.ts';
import { exampleNow } from '../../test/example-facts.ts';
import { en, he } from '../../test/whole-locales.ts';
import { evaluate } from '../engine/evaluate.ts';
import { formatNames, formats } from './formats.ts';
import { rationaleWords } from './words.ts';

const report = evaluate(withSend({ requireTls: false, tlsAuthLevel: null }), { now: exampleNow });

test.each(formatNames)('%s shows no backtick', (name) => {
  for (const locale of [en, he]) {
    const text = formats[name]([report], { locale, verbose: true });
    expect(text.split('\n').filter((line) => line.includes('`'))).toEqual([]);
  }
});

test('a rule that is not known has no reason', () => {
  expect(rationaleWords('no/such-rule', en)).toEqual([]);
});
