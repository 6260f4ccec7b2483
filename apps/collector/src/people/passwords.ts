// Passwords of local accounts: argon2id in PHC form, the same work whether or not there is such an account.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { Problem } from '../api/problems.ts';

/** OWASP, Password Storage Cheat Sheet: 19 MiB of memory, two passes, one lane. Memory in KiB. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

/** NIST SP 800-63B-4, 3.1.1.1: at least 15 characters where a password is the only factor; no rules on its kinds of characters. */
export const passwordSchema: v.GenericSchema<string> = v.pipe(
  v.string(),
  v.minLength(15, 'A password has at least 15 characters.'),
  v.maxLength(256, 'A password has at most 256 characters.'),
);

/** Work at once is bounded: each takes 19 MiB and most of a core for its time. */
const maxAtOnce = 4;
const maxWaiting = 40;
let running = 0;
const waiting: (() => void)[] = [];

/** A password as it is stored: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, { ...parameters, salt, tagLength });
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(tag)}`;
}

/** Whether the password is the stored one. Without a stored one the same work is done, and the answer is no. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = parse(stored ?? nobodysPassword) ?? parse(nobodysPassword);
  if (parts === null) return false;
  const tag = await derive(password, { ...parts, tagLength: parts.tag.length });
  return timingSafeEqual(tag, parts.tag) && stored !== null && parse(stored) !== null;
}

/** Whether a stored password was made with other parameters than today’s; then the next sign-in makes it anew. */
export function isOutdated(stored: string): boolean {
  const { memory, passes, parallelism } = parameters;
  return !stored.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`);
}

const nobodysPassword = `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}$${text(randomBytes(16))}$${text(randomBytes(tagLength))}`;

interface Parts {
  memory: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  tag: Buffer;
}

function parse(stored: string): Parts | null {
  const match =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z\d+/]+)\$([A-Za-z\d+/]+)$/.exec(stored);
  const [, memory, passes, parallelism, salt, tag] = match ?? [];
  if (salt === undefined || tag === undefined) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

async function derive(
  password: string,
  options: Omit<Parts, 'tag'> & { tagLength: number },
): Promise<Buffer> {
  const { salt: nonce, ...rest } = options;
  // Keyboards compose the same character in several ways (NIST SP 800-63B-4 asks for a normal form).
  const message = password.normalize('NFKC');
  await begin();
  try {
    return await new Promise((resolve, reject) => {
      argon2('argon2id', { message, nonce, ...rest }, (error, tag) =>
        error === null ? resolve(tag) : reject(error),
      );
    });
  } finally {
    end();
  }
}

async function begin(): Promise<void> {
  if (running < maxAtOnce) {
    running += 1;
    return;
  }
  if (waiting.length >= maxWaiting) {
    throw new Problem('overloaded', 'Too many people sign in at this moment.', { retryAfter: 5 });
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Hands its place over to the next who waits. */
function end(): void {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
}

function text(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
