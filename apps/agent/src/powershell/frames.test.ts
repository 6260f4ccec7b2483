// Tests finding answers in a noisy stream.
import { describe, expect, test } from 'vitest';
import { createFrameReader } from './frames.ts';

const token = '#mf0123456789abcdef';

function frame(name: string, text: string): string {
  const payload = Buffer.from(text).toString('base64');
  return `\n${token} ${name} ${payload.length} ${payload}#\n`;
}

function readAll(text: string, size: number) {
  const read = createFrameReader(token);
  const found = [];
  for (let at = 0; at < text.length; at += size) found.push(...read(text.slice(at, at + size)));
  return found;
}

describe('createFrameReader', () => {
  test.each([1, 7, 64, 100_000])('finds frames between noise in pieces of %i', (size) => {
    const hebrew = '{"a":"שלום ü"}';
    const text = `noise ${token.slice(0, 9)}${frame('os', hebrew)}WARNUNG: half a line${frame('schannel', 'x'.repeat(999))}end`;
    expect(readAll(text, size)).toEqual([
      { name: 'os', text: hebrew },
      { name: 'schannel', text: 'x'.repeat(999) },
    ]);
  });

  test('reads plain text where the length is 0', () => {
    expect(readAll(`${token} mode 0 ConstrainedLanguage#`, 5)).toEqual([
      { name: 'mode', text: 'ConstrainedLanguage' },
    ]);
  });

  test('tells a damaged frame and finds the next', () => {
    const damaged = frame('os', 'abcdefghijklmnop').replace('Z', '\n');
    expect(readAll(damaged + frame('winhttp', '{}'), 16)).toEqual([
      { name: 'os', text: null },
      { name: 'winhttp', text: '{}' },
    ]);
  });

  test('finds a frame that a cut one claims for itself', () => {
    const cut = `\n${token} os 400 abcdefg`;
    expect(readAll(`${cut}${frame('winhttp', '{}')}${' '.repeat(400)}`, 16)).toEqual([
      { name: 'os', text: null },
      { name: 'winhttp', text: '{}' },
    ]);
  });

  test('does not take another token for its own', () => {
    expect(readAll(frame('os', '{}').replace(token, '#mf0123456789abcdee'), 10)).toEqual([]);
  });

  test('reads 8 MB in small pieces in no more than a moment, and keeps no noise', () => {
    const started = process.cpuUsage();
    expect(readAll(frame('os', 'y'.repeat(6_000_000)), 4096)).toHaveLength(1);
    expect(readAll('z'.repeat(8_000_000), 4096)).toEqual([]);
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});
