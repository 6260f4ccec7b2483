// Finds the files of evidence below what the user named. Links inside folders are not followed.
import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutPersonalData } from '@mailflow-tls/core/evidence';
import { expandFiles } from '../input/expand-files.ts';
import { errorCode } from '../usage-error.ts';
import type { Problem } from './problem.ts';

export interface FoundFile {
  readonly path: string;
  /** As shown to the user, without personal data. */
  readonly name: string;
  /** In bytes; 0 for what is no ordinary file, such as a pipe. */
  readonly size: number;
  readonly isOrdinary: boolean;
}

export interface Found {
  readonly files: FoundFile[];
  readonly problems: Problem[];
}

const maxDepth = 32;
const maxFiles = 200_000;

/**
 * The files of the arguments in their order, those of folders by name; every file once. `-` is left out.
 *
 * @throws UsageError when an argument names nothing.
 */
export async function findFiles(args: readonly string[], signal: AbortSignal): Promise<Found> {
  const found: Found = { files: [], problems: [] };
  const seen = new Set<string>();
  const add = (path: string, entry: Stats): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const isOrdinary = entry.isFile();
    found.files.push({ path, name: shownName(path), size: isOrdinary ? entry.size : 0, isOrdinary });
  };
  for (const arg of args) {
    if (arg === '-') continue;
    // What the user names is meant, be it a link or not.
    const entry = await stat(arg).catch(() => null);
    if (entry?.isDirectory()) {
      await walk(arg, 0, found, add, signal);
      continue;
    }
    for (const path of await expandFiles([arg])) {
      const one = await stat(path).catch((error: unknown) => errorCode(error));
      if (typeof one === 'string')
        found.problems.push({ file: shownName(path), code: 'notRead', detail: one });
      else if (one.isDirectory()) await walk(path, 0, found, add, signal);
      else add(path, one);
    }
  }
  return found;
}

async function walk(
  folder: string,
  depth: number,
  found: Found,
  add: (path: string, entry: Stats) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const problem = (path: string, code: Problem['code'], detail?: string): void => {
    found.problems.push({ file: shownName(path), code, ...(detail === undefined ? {} : { detail }) });
  };
  if (depth > maxDepth) return problem(folder, 'tooDeep');
  const names = await readdir(folder).catch((error: unknown) => errorCode(error));
  if (typeof names === 'string') return problem(folder, 'notRead', names);
  for (const name of names.sort(byNumbers)) {
    const path = join(folder, name);
    // Junctions and other reparse points that lead elsewhere are links to Node too.
    const entry = await lstat(path).catch((error: unknown) => errorCode(error));
    if (typeof entry === 'string') {
      // Exchange deletes old logs while they are listed.
      if (entry !== 'ENOENT') problem(path, 'notRead', entry);
    } else if (entry.isSymbolicLink()) problem(path, 'linkNotFollowed');
    else if (entry.isDirectory()) await walk(path, depth + 1, found, add, signal);
    else if (!entry.isFile()) problem(path, 'notAFile');
    else if (found.files.length >= maxFiles) return problem(folder, 'tooManyFiles', String(maxFiles));
    else add(path, entry);
  }
}

/** Of a path only what tells no person: a mailbox's address as a file's name, the folder of a user. */
function shownName(path: string): string {
  return withoutPersonalData(path).replace(/(\\Users\\|\/home\/|\/Users\/)[^\\/]+/gi, '$1*');
}

const order = new Intl.Collator('en', { numeric: true });

/** `SEND2026110109-2.LOG` stands before `SEND2026110109-10.LOG`. */
export function byNumbers(a: string, b: string): number {
  return order.compare(a, b);
}
