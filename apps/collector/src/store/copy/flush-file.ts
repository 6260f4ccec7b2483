// Makes sure that a file is on the disk before anything relies on it.
import { closeSync, fsyncSync, openSync } from 'node:fs';

export function flushFile(file: string): void {
  const opened = openSync(file, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
