// A short run of what `npm run fuzz` does at length, and a bound on hostile texts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anythingIsRead, hostileUnits, nothingIsLost } from '../../test/fuzz/errors.ts';
import { matchText } from './index.ts';

test('nothing is lost, however it is wrapped', () => {
  fc.assert(nothingIsLost, { numRuns: 1000 });
});

test('anything can be read', () => {
  fc.assert(anythingIsRead, { numRuns: 1000 });
});

test.each(hostileUnits)('a text full of %j is read', (unit) => {
  const { signals, rest } = matchText(unit.repeat(20_000 / unit.length));
  expect(signals.length + rest.length).toBeLessThan(10_000);
});
