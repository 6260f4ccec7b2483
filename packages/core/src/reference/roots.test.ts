// Tests that the table of roots is sound.
import { expect, test } from 'vitest';
import { mailRoots } from './roots.ts';

test('thumbprints have the length of SHA-1 and are unique', () => {
  for (const { thumbprint } of mailRoots) expect(thumbprint).toMatch(/^[0-9A-F]{40}$/);
  expect(new Set(mailRoots.map(({ thumbprint }) => thumbprint)).size).toBe(mailRoots.length);
});
