// A winston transport that appends to one file and starts a new one when it is full, without losing a line.
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Transport, { type TransportStreamOptions } from 'winston-transport';

/** The key under which winston keeps the finished line. */
const message = Symbol.for('message');

export interface RotatingFileOptions extends TransportStreamOptions {
  folder: string;
  /** File name without its ending `.log`; older files are `<name>.1.log` (newest) to `<name>.<keep>.log`. */
  name: string;
  /** Size in bytes at which a file is full. A single longer line still goes in whole. */
  maxBytes: number;
  /** How many older files are kept. */
  keep: number;
  /** Told once when the file cannot be written; nothing is logged from then on. */
  onUnwritable: (error: Error) => void;
}

/**
 * Each line is handed to the system before `log` returns, so neither rotation nor the end of the process can lose one.
 * winston's own file transport drops lines while it rotates, and its daily variant flushes after it said it had
 * finished; a log of some lines a second gains nothing from either's buffering.
 *
 * Several processes may share the file: lines are appended whole, and a file that another process has already put
 * aside is not put aside again.
 */
export class RotatingFile extends Transport {
  readonly file: string;
  readonly #options: RotatingFileOptions;
  #descriptor: number | undefined;
  #size = 0;
  #failed = false;

  constructor(options: RotatingFileOptions) {
    super(options);
    this.#options = options;
    this.file = join(options.folder, `${options.name}.log`);
  }

  /** Opens the file now, so that a folder that cannot be written is known before the first line. */
  open(): boolean {
    return this.#attempt(() => this.#opened());
  }

  override log(info: { [message]?: unknown }, next: () => void): void {
    const line = Buffer.from(`${String(info[message])}\n`);
    if (this.#attempt(() => this.#append(line))) this.emit('logged', info);
    next();
  }

  override close(): void {
    if (this.#descriptor === undefined) return;
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    this.#attempt(() => {
      fsyncSync(descriptor);
      closeSync(descriptor);
    });
  }

  #attempt(work: () => void): boolean {
    if (this.#failed) return false;
    try {
      work();
      return true;
    } catch (error) {
      this.#failed = true;
      this.#options.onUnwritable(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  }

  #opened(): number {
    if (this.#descriptor === undefined) {
      mkdirSync(this.#options.folder, { recursive: true });
      this.#descriptor = openSync(this.file, 'a');
      this.#size = fstatSync(this.#descriptor).size;
    }
    return this.#descriptor;
  }

  #append(line: Buffer): void {
    this.#opened();
    if (this.#size > 0 && this.#size + line.length > this.#options.maxBytes) this.#rotate(line.length);
    const descriptor = this.#opened();
    for (let from = 0; from < line.length; ) from += writeSync(descriptor, line, from);
    this.#size += line.length;
  }

  /** When another process is at it, or the file cannot be moved, the log goes on in the full file. */
  #rotate(coming: number): void {
    closeSync(this.#opened());
    this.#descriptor = undefined;
    const { folder, name, maxBytes } = this.#options;
    const lock = join(folder, `${name}.lock`);
    if (!takeLock(lock)) return;
    try {
      // Another process may have put the file aside since this one opened it.
      const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > 0 && size + coming > maxBytes) this.#putAside();
    } finally {
      rmSync(lock, { force: true });
    }
  }

  #putAside(): void {
    const { folder, name, keep } = this.#options;
    const older = (number: number): string => join(folder, `${name}.${number}.log`);
    try {
      rmSync(older(keep), { force: true });
      for (let number = keep - 1; number >= 1; number -= 1) renameIfThere(older(number), older(number + 1));
      renameSync(this.file, older(1));
    } catch (error) {
      if (!isHeldOpen(error)) throw error;
    }
  }
}

/** Two processes that rename the same files would overwrite each other's. */
function takeLock(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    // Left behind by a process that died: the next rotation finds it gone.
    if (since !== undefined && Date.now() - since > staleLockMs) rmSync(file, { force: true });
    return false;
  }
}

const staleLockMs = 10_000;

function renameIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}

/** On Windows a file that a viewer holds open cannot be renamed. */
function isHeldOpen(error: unknown): boolean {
  return ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
