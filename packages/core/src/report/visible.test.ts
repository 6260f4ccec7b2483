// Checks that nothing invisible passes, and that what people write stays as it is.
import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test.each([
  ['\u001b[31mred', '<U+001B>[31mred'],
  ['a\r\nb\tc', 'a<U+000D><U+000A>b<U+0009>c'],
  ['\u0000\u007f\u009b', '<U+0000><U+007F><U+009B>'],
  ['cod\u202eexe.txt\u2066\u200f', 'cod<U+202E>exe.txt<U+2066><U+200F>'],
  ['x\u200by\ufeffz', 'x<U+200B>y<U+FEFF>z'],
  ['half \ud800 pair', 'half <U+D800> pair'],
  ['half \udc00', 'half <U+DC00>'],
  ['\uffff', '<U+FFFF>'],
  ['tag \u{e0041}', 'tag <U+E0041>'],
])('%j becomes %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each(['HKLM\\SYSTEM\\X', 'Münchën ☃ 漢字', 'שלום', '😀', "it's <b> & $( )"])('%s stays', (text) => {
  expect(visible(text)).toBe(text);
});
