// Depth and number of values are found without parsing, whatever stands inside strings.
import { reportLimits } from '@mailflow-tls/contract';
import { expect, test } from 'vitest';
import { countJsonValues } from './json-limits.ts';

const count = (text: string, maxDepth: number = reportLimits.depth) =>
  countJsonValues(Buffer.from(text), maxDepth);

test.each([
  ['1', 1],
  ['"a,b:[{"', 1],
  [String.raw`"\\\",[["`, 1],
  ['[1,2,3]', 4],
  ['{"a":1,"b":"x"}', 5],
])('%s holds %i', (text, values) => {
  expect(count(text)).toBe(values);
});

test('nesting is held to the limit, exactly', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(count(nested(32))).not.toBeNull();
  expect(count(nested(33))).toBeNull();
  expect(count(`[${nested(31)},${nested(31)}]`)).not.toBeNull();
});

test.each(['"', '"\\', '{"a":"', ']]]]', ''])('broken text %s does not run away', (text) => {
  expect(count(text)).toBeLessThan(5);
});
