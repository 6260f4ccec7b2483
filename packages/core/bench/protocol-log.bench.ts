// Reading a protocol log that is in memory, beside parsers that only split it into fields. Built code only; whole
// processes are timed by `node bench/logs/compare-processes.ts`.
import { parse } from 'csv-parse/sync';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { ProtocolLogReader } from '../dist/index.js';
import { emptyTruth, generateProtocolLog } from '../test/generate-logs.ts';

const truth = emptyTruth();
const plan = { seed: 1, sessions: 2000, steadyPeers: true, direction: 'receive', layout: 'new' } as const;
const text = [...generateProtocolLog(plan, truth)].join('');
const bytes = new TextEncoder().encode(text);

test('read a protocol log', async ({ bench }) => {
  const read = (): number => {
    const reader = new ProtocolLogReader();
    reader.openSource('log');
    reader.push(bytes);
    reader.closeSource('complete');
    reader.finish();
    return reader.usage.report().sessions;
  };
  expect(read()).toBe(truth.sessions);
  await bench.compare(
    bench(`the whole report, ${(bytes.length / 1e6).toFixed(1)} MB`, () => {
      read();
    }),
    bench('papaparse, fields only', () => {
      papaparse.parse(text, { comments: '#' });
    }),
    bench('csv-parse, fields only', () => {
      parse(text, { comment: '#', relax_column_count: true });
    }),
  );
}, 120_000);
