// Turns the file arguments into files: shells of Windows leave patterns such as `*.json` to the program.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, UsageError } from '../usage-error.ts';

/** `-` stands for standard input and stays. Patterns with `*` and `?` are allowed in the last part of a path. */
export async function expandFiles(args: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const arg of args) {
    for (const file of await expand(arg)) if (!files.includes(file)) files.push(file);
  }
  return files;
}

async function expand(arg: string): Promise<string[]> {
  if (arg === '-') return [arg];
  const entry = await stat(arg).catch((error: unknown) => errorCode(error));
  if (typeof entry !== 'string') {
    if (entry.isDirectory())
      throw new UsageError('fileIsFolder', { file: /[\\/]$/.test(arg) ? arg : join(arg, '/') });
    return [arg];
  }
  const pattern = basename(arg);
  if (!/[*?]/.test(pattern)) {
    if (entry === 'ENOENT' || entry === 'ENOTDIR') throw new UsageError('noFile', { file: arg });
    throw new UsageError('notRead', { file: arg, code: entry });
  }
  const folder = dirname(arg);
  const matching = matcherOf(pattern);
  const names = await readdir(folder).catch(() => []);
  const found = names.filter(matching).sort();
  if (found.length === 0) throw new UsageError('noFile', { file: arg });
  return found.map((name) => join(folder, name));
}

/** Matches without a regular expression, so that no pattern can be slow; case counts as little as on Windows. */
function matcherOf(pattern: string): (name: string) => boolean {
  const wanted = [...pattern.toLowerCase()];
  return (name) => {
    const text = [...name.toLowerCase()];
    let at = 0;
    let star = -1;
    let resume = 0;
    let index = 0;
    while (index < text.length) {
      if (wanted[at] === '*') {
        star = at;
        at += 1;
        resume = index;
      } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === text[index])) {
        at += 1;
        index += 1;
      } else if (star >= 0) {
        at = star + 1;
        resume += 1;
        index = resume;
      } else return false;
    }
    while (wanted[at] === '*') at += 1;
    return at === wanted.length;
  };
}
