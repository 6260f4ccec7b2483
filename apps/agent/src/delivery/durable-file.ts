// Files that are whole and on the disk, or not there at all, whenever the power goes.
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ends the names of files that are being written; whatever bears it after a crash is of no use. */
export const temporarySuffix = '.tmp';

/** Writes beside the target, flushes, renames, and flushes the folder where the system can do that. */
export async function writeDurably(file: string, data: Uint8Array | string, mode = 0o600): Promise<void> {
  const temporary = `${file}${temporarySuffix}`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await flushFolder(dirname(file));
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for that; its file system keeps renames in a journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
