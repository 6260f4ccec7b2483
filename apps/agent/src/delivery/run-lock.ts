// Sees to it that one run at a time uses the spool, whatever becomes of the process that holds it.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Ends the hold. */
export type Release = () => void;

/**
 * The hold, or null when another process has it. It is a lock of the system on a database file: a process that dies
 * loses it at once, which no file of our own that merely exists could do.
 */
export function takeRunLock(folder: string): Release | null {
  // Loaded only here: `check` has no need of it, and Node 22 prints a warning when it is loaded.
  const { DatabaseSync } = withoutWarning(() =>
    createRequire(join(folder, 'x'))('node:sqlite'),
  ) as typeof import('node:sqlite'); // require has no types
  const database = new DatabaseSync(join(folder, 'run.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return null;
    throw error;
  }
  return () => database.close();
}

/** SQLITE_BUSY (SQLite, Result and Error Codes). */
const sqliteBusy = 5;

function withoutWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
