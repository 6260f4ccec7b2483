// Text of RTF: characters of every kind, groups that are no text, and HTML that is kept inside.
import { expect, test } from 'vitest';
import { rtfText } from './rtf-text.ts';

test.each([
  ['paragraphs and escapes', '{\\rtf1 a\\par b\\line \\{c\\}\\tab\\\\ d\\~e}', 'a\nb\n{c}\t\\ d e'],
  [
    'tables of fonts and colours',
    '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator Riched20;}x}',
    'x',
  ],
  ['bytes of the code page', "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8}", 'При'],
  ['two bytes a character', "{\\rtf1\\ansi\\ansicpg932 \\'8a\\'c7\\'97\\'9d}", '管理'],
  ['Unicode with its replacement', "{\\rtf1\\uc1 \\u1513?\\u1512\\'f8\\u-3913?}", 'שר\uf0b7'],
  ['line ends of the file are no text', '{\\rtf1 one\r\ntwo}', 'onetwo'],
  [
    'HTML inside',
    '{\\rtf1\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 421 4.4.2{\\*\\htmltag116 <br>}\\htmlrtf \\line\\htmlrtf0 dropped\\htmlrtf }\\htmlrtf0{\\*\\htmltag72 </p>}}',
    '\n421 4.4.2\ndropped\n',
  ],
])('%s', (_, rtf, text) => {
  expect(rtfText(rtf)).toBe(text);
});

test('linear, whatever it holds', () => {
  for (const unit of ['{', '}', '\\', "\\'", '\\u1 ', '{\\*', '{\\*\\htmltag <', '\\par', 'a'])
    expect(rtfText(unit.repeat(200_000 / unit.length)).length).toBeLessThanOrEqual(200_000);
});
