// Checks that quoted texts mean themselves and hold nothing that PowerShell would expand.
import { expect, test } from 'vitest';
import { quotePowerShell } from './powershell-quote.ts';

test.each([
  ['EX01', "'EX01'"],
  ['', "''"],
  ["it's", "'it''s'"],
  ['a\u2019b\u201bc', "'a\u2019\u2019b\u201b\u201bc'"],
  ['$(Remove-Item C:\\) `n "x"', '\'$(Remove-Item C:\\) `n "x"\''],
  ['Münchën שלום', "'Münchën שלום'"],
  ['a\r\nb', "('' + 'a' + [char]0x000d + [char]0x000a + 'b')"],
  ['\u202e', "('' + [char]0x202e)"],
  ['x\ud800', "('' + 'x' + [char]0xd800)"],
  ['\u{e0041}', "('' + [char]0xdb40 + [char]0xdc41)"],
  ['😀', "'😀'"],
])('%j', (text, expression) => {
  expect(quotePowerShell(text)).toBe(expression);
});
