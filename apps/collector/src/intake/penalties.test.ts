// An address that keeps being refused waits; others do not.
import { expect, test } from 'vitest';
import { Penalties } from './penalties.ts';

test('an address waits once it was refused too often, and only as long as it takes', () => {
  const penalties = new Penalties({ burst: 2, perSecond: 0.5 });
  const now = 1_000_000;
  for (let refusal = 0; refusal < 3; refusal += 1) {
    expect(penalties.blockedFor('192.0.2.1', now)).toBe(0);
    penalties.refused('192.0.2.1', now);
  }
  expect(penalties.blockedFor('192.0.2.1', now)).toBe(2);
  expect(penalties.blockedFor('::ffff:192.0.2.1', now + 1000)).toBe(1);
  expect(penalties.blockedFor('192.0.2.2', now)).toBe(0);
  expect(penalties.blockedFor('192.0.2.1', now + 2000)).toBe(0);
});
