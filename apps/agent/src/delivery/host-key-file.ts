// The host's key pair: made once on the host, kept in a file that only SYSTEM and administrators can read.
import { execFile } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { promisify } from 'node:util';
import { exportPublicKey, type KeyId, keyIdOf } from '@mailflow-tls/contract';
import { writeDurably } from './durable-file.ts';

export interface HostKey {
  id: KeyId;
  privateKey: KeyObject;
}

const fileName = 'host-key.pem';
const icaclsLimitMs = 10_000;

/** The key of this host, or null when it has none yet. Rejects when there is one that cannot be used. */
export async function readHostKey(folder: string): Promise<HostKey | null> {
  let pem: string;
  try {
    pem = await readFile(join(folder, fileName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw Object.assign(new Error('not an Ed25519 key'), { code: 'notEd25519' });
  return { id: keyIdOf(exportPublicKey(privateKey)), privateKey };
}

/** The folder is closed to others before the key is in it. */
export async function readOrMakeHostKey(folder: string, env: NodeJS.ProcessEnv): Promise<HostKey> {
  await closeFolder(folder, env);
  const existing = await readHostKey(folder);
  if (existing) return existing;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeDurably(join(folder, fileName), privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  return { id: keyIdOf(exportPublicKey(privateKey)), privateKey };
}

/** Makes the folder when it is missing; SYSTEM and administrators alone may enter it (elsewhere: the account itself). */
export async function closeFolder(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') return chmod(folder, 0o700);
  const program = win32.join(env.SystemRoot || 'C:\\Windows', 'System32', 'icacls.exe');
  // By their ids: the names of these groups are translated.
  await promisify(execFile)(
    program,
    [folder, '/inheritance:r', '/grant:r', '*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F', '/Q'],
    { windowsHide: true, timeout: icaclsLimitMs },
  );
}
