// The usage that the reader finds is exactly the one that the made-up logs hold, however they are cut.
import { describe, expect, test } from 'vitest';
import {
  count,
  emptyTruth,
  generateProtocolLog,
  type LogPlan,
  type LogTruth,
  type Tally,
} from '../../../test/generate-logs.ts';
import { random } from '../../../test/logs/random.ts';
import { onlyTallies, tallies, times } from '../../../test/logs/usage-tallies.ts';
import type { SourcePosition } from '../record-reader.ts';
import type { UsageReport } from '../usage.ts';
import { ProtocolLogReader, type ProtocolLogState } from './protocol-log-reader.ts';

const plans: LogPlan[] = [
  { seed: 1, sessions: 400, direction: 'receive', layout: 'new' },
  { seed: 2, sessions: 400, direction: 'receive', layout: 'old' },
  { seed: 3, sessions: 400, direction: 'send', layout: 'new', lineEnd: '\n' },
  { seed: 4, sessions: 400, direction: 'send', layout: 'old' },
];

function make(plan: LogPlan): { bytes: Uint8Array; truth: LogTruth } {
  const truth = emptyTruth();
  const text = [...generateProtocolLog(plan, truth)].join('');
  return { bytes: new TextEncoder().encode(text), truth };
}

describe.each(plans)('$direction, $layout layout', (plan) => {
  const { bytes, truth } = make(plan);

  test('read at once', () => {
    const reader = new ProtocolLogReader();
    reader.openSource('log');
    reader.push(bytes);
    const end = reader.closeSource('complete');
    reader.finish();
    expect(end.count).toMatchObject({ records: truth.records, unreadable: 0 });
    expect(end.offset).toBe(bytes.length);
    expect(tallies(reader.usage)).toEqual(onlyTallies(truth));
  });

  test('read in random steps, with the state saved and restored between', () => {
    for (let seed = 0; seed < 3; seed++) {
      const rnd = random(seed);
      let state: ProtocolLogState | undefined;
      let position: SourcePosition | undefined;
      let visible = 0;
      let records = 0;
      while (visible < bytes.length) {
        visible = Math.min(bytes.length, visible + 1 + rnd.below(40_000));
        const reader = new ProtocolLogReader(state === undefined ? {} : { state });
        reader.openSource('log', position);
        for (let at = position?.offset ?? 0; at < visible; ) {
          const next = Math.min(visible, at + 1 + rnd.below(5000));
          reader.push(bytes.subarray(at, next));
          at = next;
        }
        const end = reader.closeSource(visible === bytes.length ? 'complete' : 'growing');
        position = JSON.parse(JSON.stringify(end)) as SourcePosition;
        records += end.count.records;
        expect(end.count.unreadable).toBe(0);
        if (visible === bytes.length) reader.finish();
        state = JSON.parse(JSON.stringify(reader.save())) as ProtocolLogState;
      }
      expect(records).toBe(truth.records);
      const last = new ProtocolLogReader(state === undefined ? {} : { state });
      expect(tallies(last.usage)).toEqual(onlyTallies(truth));
    }
  });
});

test.each(plans)(
  '$direction, $layout layout: cut at every byte',
  (plan) => {
    const { bytes, truth } = make({ ...plan, sessions: 6, concurrency: 3 });
    // One reader for all of them, for each would have a megabyte of its own: each pass adds the truth once.
    const reader = new ProtocolLogReader();
    for (let cut = 0; cut <= bytes.length; cut++) {
      reader.openSource('log');
      reader.push(bytes.subarray(0, cut));
      reader.push(bytes.subarray(cut));
      const end = reader.closeSource('complete');
      reader.finish();
      if (end.count.records !== truth.records || end.count.unreadable > 0) throw new Error(`cut at ${cut}`);
    }
    expect(tallies(reader.usage)).toEqual(times(onlyTallies(truth), bytes.length + 1));
  },
  60_000,
);

test.each(plans)('$direction, $layout layout: one byte at a time', (plan) => {
  const { bytes, truth } = make({ ...plan, sessions: 10 });
  const reader = new ProtocolLogReader();
  reader.openSource('log');
  for (let at = 0; at < bytes.length; at++) reader.push(bytes.subarray(at, at + 1));
  reader.closeSource('complete');
  reader.finish();
  expect(tallies(reader.usage)).toEqual(onlyTallies(truth));
});

test.each(plans)('$direction, $layout layout: the process ends after every record', (plan) => {
  const { bytes, truth } = make({ ...plan, sessions: 8, concurrency: 4 });
  let state: ProtocolLogState | undefined;
  let position: SourcePosition | undefined;
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf(10, at) + 1;
    const isLast = lineEnd === bytes.length;
    const reader = new ProtocolLogReader(state === undefined ? {} : { state });
    reader.openSource('log', position);
    reader.push(bytes.subarray(at, lineEnd));
    position = reader.closeSource(isLast ? 'complete' : 'growing');
    expect(position.offset).toBe(lineEnd);
    if (isLast) reader.finish();
    state = reader.save();
    at = lineEnd;
  }
  const last = new ProtocolLogReader(state === undefined ? {} : { state });
  expect(tallies(last.usage)).toEqual(onlyTallies(truth));
});

test.each(plans)('$direction, $layout layout: in parts at the same time', (plan) => {
  const { bytes, truth } = make(plan);
  const atOnce = new ProtocolLogReader();
  atOnce.openSource('log');
  atOnce.push(bytes);
  atOnce.closeSource('complete');
  atOnce.finish();
  for (let seed = 0; seed < 5; seed++) {
    const rnd = random(seed);
    const whole = new ProtocolLogReader();
    let records = 0;
    for (let at = 0; at < bytes.length; ) {
      const wanted = at + 1 + rnd.below(60_000);
      const lineEnd = bytes.indexOf(10, wanted);
      const next = lineEnd < 0 ? bytes.length : lineEnd + 1;
      const part = new ProtocolLogReader({ isPart: true, direction: plan.direction });
      part.openSource('log');
      part.push(bytes.subarray(at, next));
      records += part.closeSource('complete').count.records;
      whole.append(part.save());
      at = next;
    }
    whole.finish();
    expect(records).toBe(truth.records);
    expect(tallies(whole.usage)).toEqual(onlyTallies(truth));
    expect(withoutLines(whole.usage.report())).toEqual(withoutLines(atOnce.usage.report()));
  }
});

/**
 * A part counts its lines from its own beginning. Which of several failures a session in clear text follows may differ,
 * not that it follows one.
 */
function withoutLines({ errors, silentClear, ...report }: UsageReport): unknown {
  const clear: Tally = new Map();
  for (const { direction, connector, peer, messages } of silentClear)
    count(clear, `${direction} ${connector} ${peer}`, messages);
  return { ...report, errors: errors.map(({ where: _, ...error }) => error), clear };
}
