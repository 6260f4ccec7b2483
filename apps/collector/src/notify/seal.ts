// Seals secrets of channels for the database: AES-256-GCM by a key that lies in a file beside it, never in it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const version = 's1.';
const keyFile = 'alert-secrets.key';

/** `place` names what the secret belongs to; it cannot be opened for anything else. */
export function seal(dataFolder: string, place: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(dataFolder), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null when it was sealed by another key or for another place, or was changed. */
export function unseal(dataFolder: string, place: string, text: string): string | null {
  if (!text.startsWith(version)) return null;
  const bytes = Buffer.from(text.slice(version.length), 'base64url');
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(dataFolder), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

/** Made at first use. Collectors that share a database need the same file. */
function keyOf(dataFolder: string): Buffer {
  const file = join(dataFolder, keyFile);
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`${file} is not a key of 32 bytes; restore it from a backup.`);
  return key;
}
