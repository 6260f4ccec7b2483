// Reads, answers and sets aside single files of a share on which anybody may have put anything.
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RefusalCode, receiptFileSuffix, refusalFileSuffix } from '@mailflow-tls/contract';

/** Windows has no such flags; there {@link readRegularFile} looks before it opens. */
const noFollow = constants.O_NOFOLLOW ?? 0;
const noBlock = constants.O_NONBLOCK ?? 0;

export type ReadFile =
  | { kind: 'read'; bytes: Buffer }
  | { kind: 'tooLarge' }
  /** A link, a folder, a pipe, or something that cannot be opened. */
  | { kind: 'other' }
  | { kind: 'gone' };

/** Reads a file whole if it is a regular one of at most `limit` bytes. No link is followed and nothing can block. */
export async function readRegularFile(file: string, limit: number): Promise<ReadFile> {
  try {
    if (!(await lstat(file)).isFile()) return { kind: 'other' };
    const handle = await open(file, constants.O_RDONLY | noFollow | noBlock);
    try {
      const { size, nlink } = await handle
        .stat()
        .then((stats) => (stats.isFile() ? stats : { size: 0, nlink: 0 }));
      if (nlink !== 1) return { kind: 'other' };
      if (size > limit) return { kind: 'tooLarge' };
      // One byte more than it had, to see whether it still grows.
      const buffer = Buffer.alloc(size + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length > size) break;
      }
      return length > size ? { kind: 'other' } : { kind: 'read', bytes: buffer.subarray(0, length) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { kind: codeOf(error) === 'ENOENT' ? 'gone' : 'other' };
  }
}

export async function isRealFolder(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).isDirectory();
  } catch {
    return false;
  }
}

/** Tells the host that the report is stored, then removes it. Both may be done twice. */
export async function acknowledge(folder: string, id: string, reportFile: string): Promise<void> {
  await leaveNote(join(folder, `${id}${receiptFileSuffix}`), '');
  await rm(reportFile, { force: true });
}

/** Tells the host why the report will never be taken. */
export async function tellRefused(folder: string, id: string, code: RefusalCode): Promise<void> {
  await leaveNote(join(folder, `${id}${refusalFileSuffix}`), `${code}\n`);
}

/** Creates the file; one that is there already, even a link, is left as it is. */
async function leaveNote(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

const refusedFolderName = 'refused';
const keptRefused = 1000;

/**
 * Moves what cannot be taken to the folder `refused` beside the hosts' folders, with a file that says why. Only so many
 * are kept; after that they are deleted, because anybody could fill the disk with them.
 */
export async function setAside(
  share: string,
  file: string,
  name: string,
  reason: Readonly<Record<string, unknown>>,
): Promise<void> {
  const refused = join(share, refusedFolderName);
  await mkdir(refused, { recursive: true });
  if (!(await isRealFolder(refused)) || (await readdir(refused)).length >= 2 * keptRefused) {
    await rm(file, { force: true });
    return;
  }
  await writeFile(join(refused, `${name}.reason.json`), `${JSON.stringify(reason, null, 2)}\n`, {
    flag: 'w',
  });
  await rename(file, join(refused, name));
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
