// Texts of a kind are one group, whatever varies in them, and no text is dropped.
import { expect, test } from 'vitest';
import { maskShape, Unrecognised } from './index.ts';

test.each([
  ['550 5.9.9 No such user jan@contoso.com here', '550 5.9.9 No such user <address> here'],
  ['550 5.9.9 from 192.0.2.7 at 17:03', '550 5.9.9 from <ip> at #:#'],
  ['550 5.9.9 from 2001:db8::17 refused', '550 5.9.9 from <ip> refused'],
  ['421 mx1.contoso.com closing, queue 4711', '421 <host> closing, queue #'],
  ['550 5.9.9 id 2b0c499b-c839-43d2-9c76-dda19649fe67', '550 5.9.9 id <guid>'],
  ['550 5.9.9 thumbprint D0AC2FC63B9C5798', '550 5.9.9 thumbprint <hex>'],
  ['550  5.9.9\r\n wrapped', '550 5.9.9 wrapped'],
  ['550 5.9.9 then 451 4.9.9 inside', '550 5.9.9 then # 4.9.9 inside'],
])('%j', (text, shape) => {
  expect(maskShape(text)).toBe(shape);
});

test('other codes are another shape', () => {
  expect(maskShape('550 5.9.9 no')).not.toBe(maskShape('550 5.9.8 no'));
});

test('groups are counted, the most frequent first, with the first text as the example', () => {
  const groups = new Unrecognised<number>();
  groups.add('554 alone', 0);
  groups.add('550 5.9.9 for 1', 1);
  groups.add('550 5.9.9 for 22', 2);
  expect(groups.list()).toEqual([
    { shape: '550 5.9.9 for #', count: 2, example: '550 5.9.9 for 1', where: 1 },
    { shape: '554 alone', count: 1, example: '554 alone', where: 0 },
  ]);
});

test('memory is bounded, and what is beyond it is counted', () => {
  const groups = new Unrecognised<undefined>(2);
  for (const text of ['a', 'b', 'c', 'd', 'a']) groups.add(text, undefined);
  expect(groups.list().map(({ shape, count }) => [shape, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(groups.overflow).toBe(2);
});
