// Feeds damaged logs to two readers, cut differently: neither may throw, and both must say the same.
import { performance } from 'node:perf_hooks';
import { ProtocolLogReader } from '../../src/mailflow/protocol-log/protocol-log-reader.ts';
import type { SourceEnd } from '../../src/mailflow/record-reader.ts';
import { emptyTruth, generateProtocolLog } from '../generate-logs.ts';
import { type Random, random } from './random.ts';

export type FuzzResult = { readonly inputs: number; readonly slowestMs: number };

const perRound = 500;
const encoder = new TextEncoder();
/** Pieces that parsers stumble over. */
const pieces = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '#',
  '\u0000',
  '-',
  '250 ',
  '450-',
  'TLS ',
  '\ufeff',
  ',,,',
  '#Fields: event,data\n',
];

/** @throws Error with the seed of the input that was read wrongly. */
export function fuzzProtocolLog(inputs: number, seed: number): FuzzResult {
  let slowestMs = 0;
  const bases = (['send', 'receive'] as const).flatMap((direction) =>
    (['old', 'new'] as const).map((layout) => {
      const lines = generateProtocolLog(
        { seed, sessions: 6, concurrency: 3, direction, layout },
        emptyTruth(),
      );
      return encoder.encode([...lines].join(''));
    }),
  );
  for (let done = 0; done < inputs; ) {
    const whole = new ProtocolLogReader({ maxOpenSessions: 64 });
    const pieced = new ProtocolLogReader({ maxOpenSessions: 64 });
    for (let i = 0; i < perRound && done < inputs; i++, done++) {
      const rnd = random(seed + done);
      const input = damaged(slice(rnd.pick(bases), rnd), rnd);
      const start = performance.now();
      const a = read(whole, [input]);
      slowestMs = Math.max(slowestMs, performance.now() - start);
      const b = read(pieced, cut(input, rnd));
      if (JSON.stringify(a) !== JSON.stringify(b)) {
        throw new Error(`Read differently when cut: seed ${seed + done}\n${JSON.stringify([a, b])}`);
      }
      if (a.offset !== input.length) throw new Error(`Not read to the end: seed ${seed + done}`);
    }
    if (JSON.stringify(whole.save()) !== JSON.stringify(pieced.save())) {
      throw new Error(`Counted differently when cut: seeds ${seed + done - perRound} to ${seed + done - 1}`);
    }
  }
  return { inputs, slowestMs };
}

function read(reader: ProtocolLogReader, chunks: readonly Uint8Array[]): SourceEnd {
  reader.openSource('log');
  for (const chunk of chunks) reader.push(chunk);
  const end = reader.closeSource('complete');
  reader.finish();
  return end;
}

function slice(bytes: Uint8Array, rnd: Random): Uint8Array {
  const from = rnd.below(3) === 0 ? 0 : rnd.below(bytes.length);
  return bytes.slice(from, from + 200 + rnd.below(3000));
}

function damaged(bytes: Uint8Array, rnd: Random): Uint8Array {
  let result = bytes;
  for (let times = rnd.below(6); times > 0; times--) {
    const at = rnd.below(result.length + 1);
    switch (rnd.below(4)) {
      case 0:
        result = joined(result.subarray(0, at), encoder.encode(rnd.pick(pieces)), result.subarray(at));
        break;
      case 1:
        result = joined(result.subarray(0, at), result.subarray(at + 1 + rnd.below(60)));
        break;
      case 2:
        result = joined(result.subarray(0, at), result.subarray(rnd.below(result.length + 1)));
        break;
      default: {
        const copy = result.slice();
        if (at < copy.length) copy[at] = rnd.below(256);
        result = copy;
      }
    }
    if (result.length > 8000) result = result.slice(0, 8000);
  }
  return result;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

function cut(bytes: Uint8Array, rnd: Random): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = at + 1 + rnd.below(rnd.below(2) === 0 ? 7 : 700);
    chunks.push(bytes.subarray(at, next));
    at = next;
  }
  return chunks;
}
