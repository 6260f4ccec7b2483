// Fuzzes the readers of evidence at length: node packages/core/scripts/fuzz-readers.mjs [runs] [seed]
import fc from 'fast-check';
import {
  anySourceIsRead,
  noErrorIsLost,
  noErrorIsLostInCuts,
  piecesMakeNoDifference,
} from '../test/fuzz/readers.ts';

const runs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}`);

const properties = { anySourceIsRead, piecesMakeNoDifference, noErrorIsLost, noErrorIsLostInCuts };
for (const [name, property] of Object.entries(properties)) {
  const started = performance.now();
  fc.assert(property, { numRuns: runs, seed });
  console.log(`${name}: ${runs} runs, ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
