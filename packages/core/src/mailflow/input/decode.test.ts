// Text comes out right whatever of UTF-8 and UTF-16 it was, and wherever the bytes are cut.
import { expect, test } from 'vitest';
import { ByteDecoder, decodeBytes } from './decode.ts';

const text =
  'Get-Queue | fl\r\nLastError : „Zürich“ שלום 421 4.4.2 Connection dropped due to SocketError\r\n';

function utf16(value: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const units = hasMark ? `\ufeff${value}` : value;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), !isBig);
  return bytes;
}

const forms: [string, Uint8Array, string][] = [
  ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
  ['UTF-16 LE', utf16(text, false, false), 'utf-16le'],
  ['UTF-16 LE with a mark', utf16(text, false, true), 'utf-16le'],
  ['UTF-16 BE', utf16(text, true, false), 'utf-16be'],
  ['UTF-16 BE with a mark', utf16(text, true, true), 'utf-16be'],
];

test.each(forms)('%s', (_, bytes, encoding) => {
  expect(decodeBytes(bytes)).toEqual({ text, encoding, invalid: 0 });
});

test.each(forms)('%s, cut at every byte', (_, bytes) => {
  for (let cut = 0; cut <= bytes.length; cut++) {
    const decoder = new ByteDecoder();
    const read = decoder.push(bytes.subarray(0, cut)) + decoder.push(bytes.subarray(cut)) + decoder.finish();
    expect(read).toBe(text);
  }
});

test('long texts, in pieces of a byte', () => {
  const bytes = utf16(text.repeat(30), false, false);
  const decoder = new ByteDecoder();
  let read = '';
  for (const byte of bytes) read += decoder.push(Uint8Array.of(byte));
  expect(read + decoder.finish()).toBe(text.repeat(30));
});

test('bytes that fit nothing stay visible and are counted', () => {
  expect(decodeBytes(Uint8Array.of(0x66, 0xfc, 0x72, 0x20, 0xe4))).toEqual({
    text: 'f\ufffdr \ufffd',
    encoding: 'utf-8',
    invalid: 2,
  });
});

test('nothing', () => {
  expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', invalid: 0 });
});
