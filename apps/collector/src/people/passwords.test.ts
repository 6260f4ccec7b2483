// Stored passwords: their form, their check, and the known answer of RFC 9106.
import { describe, expect, test } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';

describe('a stored password', () => {
  test('is argon2id in PHC form, salted, and only the same password fits', async () => {
    const [one, two] = [
      await hashPassword('correct horse battery'),
      await hashPassword('correct horse battery'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z\d+/]{22}\$[A-Za-z\d+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword('correct horse battery', one)).toBe(true);
    expect(await verifyPassword('correct horse batterY', one)).toBe(false);
  });

  test('of another program’s making is understood', async () => {
    // Made by the reference implementation (phc-winner-argon2, its test for argon2id, t=2, m=2^16, p=1).
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', stored)).toBe(true);
    expect(await verifyPassword('Password', stored)).toBe(false);
    expect(isOutdated(stored)).toBe(true);
  });

  test('is found however a keyboard composed it', async () => {
    const stored = await hashPassword('Gr\u00fc\u00dfe aus der K\u00fcche');
    expect(await verifyPassword('Gru\u0308\u00dfe aus der Ku\u0308che', stored)).toBe(true);
  });

  test.each([null, '', 'plain text', '$argon2id$v=19$m=9$x'])('that is %j fits nothing', async (stored) => {
    expect(await verifyPassword('', stored)).toBe(false);
    expect(await verifyPassword('plain text', stored)).toBe(false);
  });
});
