// Damaged logs: no crash, no hang, and the same answer however the bytes arrive.
import { describe, expect, test } from 'vitest';
import { emptyTruth, generateProtocolLog } from '../../../test/generate-logs.ts';
import { fuzzProtocolLog } from '../../../test/logs/fuzz-protocol-log.ts';
import { random } from '../../../test/logs/random.ts';
import { onlyTallies, tallies } from '../../../test/logs/usage-tallies.ts';
import { ProtocolLogReader } from './protocol-log-reader.ts';

test('damaged logs', () => {
  const { slowestMs } = fuzzProtocolLog(3000, 1);
  expect(slowestMs).toBeLessThan(200);
});

describe('a line of garbage anywhere', () => {
  const truth = emptyTruth();
  const plan = { seed: 5, sessions: 30, direction: 'receive', layout: 'new' } as const;
  const lines = [...generateProtocolLog(plan, truth)];
  test.each([
    'garbage',
    '"',
    'a,"b',
    '2026-01-11T10:00:00.000Z,cut',
    '2026-01-11T10:00:00.000Z,C,08DD,1,a,b,?,x,',
    '\u0000'.repeat(50),
  ])('%j costs nothing but itself', (garbage) => {
    for (let seed = 0; seed < 30; seed++) {
      const at = 1 + random(seed).below(lines.length - 1);
      const text = [...lines.slice(0, at), `${garbage}\r\n`, ...lines.slice(at)].join('');
      const reader = new ProtocolLogReader();
      reader.openSource('log');
      reader.push(new TextEncoder().encode(text));
      const { count } = reader.closeSource('complete');
      reader.finish();
      expect(count).toMatchObject({ records: truth.records, unreadable: 1 });
      expect(tallies(reader.usage)).toEqual(onlyTallies(truth));
    }
  });
});
