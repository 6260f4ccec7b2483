// Compressed RTF: the vectors that others have published, and whatever damage a file may have.
import { expect, test } from 'vitest';
import { compressedRtf } from '../../../test/evidence/compressed-rtf.ts';
import { unpackRtf } from './compressed-rtf.ts';

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
const most = 1 << 20;

// Microsoft, MS-OXRTFCP, section 4.1.1.
const simple =
  '2d 00 00 00 2b 00 00 00 4c 5a 46 75 f1 c5 c7 a7 03 00 0a 00 72 63 70 67 31 32 35 42 32 0a f3 20 68 65 6c 09 00 20 62 77 05 b0 6c 64 7d 0a 80 0f a0';
// The same, section 4.1.2: a reference that reads what it writes.
const crossing = '1a 00 00 00 1c 00 00 00 4c 5a 46 75 e2 d4 4b 51 41 00 04 20 57 58 59 5a 0d 6e 7d 01 0e b0';

test.each([
  [simple, '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n'],
  [crossing, '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
])('a published example', (hex, text) => {
  expect(unpackRtf(bytes(hex), most)).toBe(text);
});

test('stored without compression', () => {
  const text = '{\\rtf1 plain}';
  expect(unpackRtf(compressedRtf(text, { isStored: true }), most)).toBe(text);
  expect(unpackRtf(compressedRtf(text), most)).toBe(text);
});

test('nothing is larger than asked for, whatever the header promises', () => {
  const bomb = bytes(crossing);
  new DataView(bomb.buffer).setUint32(4, 0xffffffff, true);
  expect(unpackRtf(bomb, most)?.length).toBe(28);
  expect(unpackRtf(compressedRtf('x'.repeat(1000)), 100)).toBe('x'.repeat(100));
});

test('cut or damaged: what came before is there, and nothing throws', () => {
  const whole = bytes(simple);
  for (let end = 0; end < whole.length; end++) {
    const text = unpackRtf(whole.slice(0, end), most);
    if (end < 16) expect(text).toBeNull();
    else expect('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n'.startsWith(text ?? '?')).toBe(true);
  }
  for (let at = 0; at < whole.length; at++) {
    const broken = whole.slice();
    broken[at] = 0xff;
    unpackRtf(broken, most);
  }
  expect(unpackRtf(new Uint8Array(100), most)).toBeNull();
});
