// A large log read in pieces says exactly what it says when read as a whole: counts, sessions across cuts, lines.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendLogHeader, sendSession } from '../../test/log-samples.ts';
import { createLogReader } from './log-reader.ts';
import { Joiner, slicesOf } from './pieces.ts';
import { type LogFile, readLogFile, readSlice, type SliceResult } from './slice.ts';

const kind = 'smtpSendLog';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-pieces-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sixty sessions, eight at a time, some of which fail; a line that is no record now and then. */
function logLines(): string[] {
  const lines: string[] = [];
  const open: string[][] = [];
  for (let id = 1; id <= 60 || open.length > 0; ) {
    while (open.length < 8 && id <= 60)
      open.push(sendSession({ id, minute: id % 60, fails: id++ % 7 === 0 }));
    const session = open[(lines.length * 7) % open.length] ?? [];
    lines.push(session.shift() ?? '');
    if (session.length === 0) open.splice(open.indexOf(session), 1);
    if (lines.length % 150 === 0) lines.push('cut off here\r\n');
  }
  return lines;
}

function write(name: string, text: string): LogFile {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, name, size: Buffer.byteLength(text) };
}

type Seen = Pick<SliceResult, 'counts' | 'sessions'> & { readonly state: unknown };

function whole(file: LogFile): Seen {
  const sessions: SliceResult['sessions'][number][] = [];
  const reader = createLogReader(kind, { onSession: (session) => sessions.push(session) });
  const counts: SliceResult['counts'][number][] = [];
  for (const _ of readLogFile(reader, file, counts, []));
  reader.finish();
  return { counts, sessions, state: reader.save() };
}

function pieced(file: LogFile, size: number): Seen & { readonly pieces: number } {
  const sessions: SliceResult['sessions'][number][] = [];
  const reader = createLogReader(kind, { onSession: (session) => sessions.push(session) });
  const counts: SliceResult['counts'][number][] = [];
  const joiner = new Joiner();
  const slices = slicesOf([file], kind, size).map((files) => ({ kind, files }) as const);
  for (const slice of slices) {
    const result = joiner.next(slice, JSON.parse(JSON.stringify(readSlice(slice, () => {}))) as SliceResult);
    reader.append(result.state);
    counts.push(...result.counts);
    sessions.push(...result.sessions);
  }
  reader.finish();
  return { counts, sessions, state: reader.save(), pieces: slices.length };
}

/** Sessions that a cut parts are told when the parts are joined. */
const byLine = (sessions: Seen['sessions']): unknown[] =>
  [...sessions].sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));

function expectSame(file: LogFile, size: number): number {
  const one = whole(file);
  const { pieces, ...many } = pieced(file, size);
  expect(many.counts).toEqual(one.counts);
  expect(byLine(many.sessions)).toEqual(byLine(one.sessions));
  expect(many.state).toEqual(one.state);
  return pieces;
}

test('pieces of every size', () => {
  const file = write('SEND.LOG', sendLogHeader() + logLines().join(''));
  let most = 0;
  for (let size = 300; size < file.size; size += 997) most = Math.max(most, expectSame(file, size));
  expect(most).toBeGreaterThan(100);
});

test('a header in the middle, with the fields in another order', () => {
  const lines = logLines();
  const half = lines.length >> 1;
  const swapped = (line: string): string =>
    line.replace(/^([^,]+),([^,]+),([^,]+),/, (_, time, connector, id) => `${time},${id},${connector},`);
  const other = sendLogHeader().replace('connector-id,session-id', 'session-id,connector-id');
  const text = [sendLogHeader(), ...lines.slice(0, half), other, ...lines.slice(half).map(swapped)].join('');
  const file = write('TWO.LOG', text);
  for (const size of [1000, 5000, 20_000]) expect(expectSame(file, size)).toBeGreaterThan(2);
});

test('small neighbours are read together, and what cannot be joined is not cut', () => {
  const files = [10, 10, 500, 10].map((size, index) => ({ path: `${index}`, name: `${index}`, size }));
  const names = (of: 'trackingLog'): string[][] =>
    slicesOf(files, of, 100).map((slice) => slice.map(({ name }) => name));
  expect(names('trackingLog')).toEqual([['0', '1'], ['2'], ['3']]);
});
