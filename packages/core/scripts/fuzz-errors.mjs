// Fuzzes the error matcher at length: node packages/core/scripts/fuzz-errors.mjs [runs] [seed]
import fc from 'fast-check';
import { matchText } from '../src/errors/index.ts';
import { anythingIsRead, hostileUnits, nothingIsLost } from '../test/fuzz/errors.ts';

const runs = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
console.log(`seed ${seed}`);

for (const [name, property] of Object.entries({ nothingIsLost, anythingIsRead })) {
  const started = performance.now();
  fc.assert(property, { numRuns: runs, seed });
  console.log(`${name}: ${runs} runs, ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

// Four times the text may take at most about four times as long; memory management makes single runs uneven.
const most = 8;
const size = 250_000;
for (const unit of hostileUnits) {
  const ratio = Math.min(...[1, 2, 3].map(() => timed(unit, 4 * size) / timed(unit, size)));
  console.log(`${JSON.stringify(unit)}: ${ratio.toFixed(1)} times as long for four times the text`);
  if (ratio > most) process.exitCode = 1;
}

function timed(unit, length) {
  const text = unit.repeat(Math.ceil(length / unit.length));
  const started = performance.now();
  matchText(text);
  return performance.now() - started;
}
