// Ranges of addresses are held exactly, and what is no range lets nobody in.
import { expect, test } from 'vitest';
import { isInRange } from './address-range.ts';

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['::ffff:10.1.2.3', '10.0.0.0/8', true],
  ['11.0.0.1', '10.0.0.0/8', false],
  ['192.0.2.7', '192.0.2.7', true],
  ['192.0.2.8', '192.0.2.7/32', false],
  ['203.0.113.9', '0.0.0.0/0', true],
  ['2001:db8::1', '2001:db8::/32', true],
  ['2001:db9::1', '2001:db8::/32', false],
  ['10.1.2.3', '::/0', false],
  ['10.1.2.3', '10.0.0.0/33', false],
  ['10.1.2.3', '10.0.0.0/', false],
  ['10.1.2.3', 'nonsense', false],
  ['nonsense', '10.0.0.0/8', false],
])('%s in %s: %s', (address, range, inside) => {
  expect(isInRange(address, range)).toBe(inside);
});
