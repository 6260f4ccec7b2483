// The readers of evidence hold for every input: a short run of what the command does at length.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anySourceIsRead,
  hostile,
  noErrorIsLost,
  noErrorIsLostInCuts,
  piecesMakeNoDifference,
} from '../../test/fuzz/readers.ts';
import { readEvidence } from './read-evidence.ts';

test('any source is read', () => {
  fc.assert(anySourceIsRead, { numRuns: 1500 });
}, 60_000);

test('pieces make no difference', () => {
  fc.assert(piecesMakeNoDifference, { numRuns: 800 });
}, 60_000);

test('no error is lost', () => {
  fc.assert(noErrorIsLost, { numRuns: 500 });
  fc.assert(noErrorIsLostInCuts, { numRuns: 1500 });
}, 60_000);

describe('no source is slow', () => {
  const size = 100_000;
  test.each(hostile)('%j and %j again and again', (before, unit) => {
    // Four times as long may take about four times the time; memory management makes single runs uneven.
    const ratio = Math.min(...[1, 2, 3].map(() => timed(before, unit, 4 * size) / timed(before, unit, size)));
    expect(ratio).toBeLessThan(12);
  });
});

function timed(before: string, unit: string, length: number): number {
  const text = before + unit.repeat(Math.ceil(length / unit.length));
  const start = process.cpuUsage();
  readEvidence(text, { source: 'slow' });
  const { user, system } = process.cpuUsage(start);
  return Math.max(2, (user + system) / 1000);
}
