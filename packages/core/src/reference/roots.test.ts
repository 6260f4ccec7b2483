// Tests the look-up of roots by thumbprint.
import { describe, expect, test } from 'vitest';
import { mailRoot, mailRoots, requiredRoot } from './roots.ts';

describe('mailRoot', () => {
  test.each([
    'DF3C24F9BFD666761B268073FE06D1CC8D4F82A4',
    'df3c24f9bfd666761b268073fe06d1cc8d4f82a4',
    'DF:3C:24:F9:BF:D6:66:76:1B:26:80:73:FE:06:D1:CC:8D:4F:82:A4',
    '\u200edf 3c 24 f9 bf d6 66 76 1b 26 80 73 fe 06 d1 cc 8d 4f 82 a4',
  ])('%j is the required root', (thumbprint) => {
    expect(mailRoot(thumbprint)).toBe(requiredRoot);
  });

  test('the former root is known and not required', () => {
    expect(mailRoot('A8985D3A65E5E5C4B2D7D66D40C6DD2FB19C5436')).toMatchObject({ requiredSince: null });
  });

  test('any other is not known', () => {
    expect(mailRoot('D4DE20D05E66FC53FE1A50882C78DB2852CAE474')).toBeUndefined();
    expect(mailRoot('')).toBeUndefined();
  });

  test('thumbprints have the length of SHA-1 and are unique', () => {
    for (const { thumbprint } of mailRoots) expect(thumbprint).toMatch(/^[0-9A-F]{40}$/);
    expect(new Set(mailRoots.map(({ thumbprint }) => thumbprint)).size).toBe(mailRoots.length);
  });
});
