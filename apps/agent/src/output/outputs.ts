// Pairs each `--format` with its `--output` and makes sure, before any work, that the files can be written.
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { FormatName } from '@mailflow-tls/core/formats';
import { UsageError } from '../usage-error.ts';

/** The options as they stood on the command line, in order. */
export type OutputOption = { option: 'format'; name: FormatName } | { option: 'output'; file: string };

export interface Output {
  format: FormatName;
  /** Null: standard output. */
  file: string | null;
}

/**
 * With as many files as formats the n-th file is for the n-th format. With one file fewer each `--output` belongs to
 * the `--format` directly before it, and the format that is left goes to standard output. `-` is standard output.
 */
export function pairOutputs(options: readonly OutputOption[]): Output[] {
  const formats = options.flatMap((option) => (option.option === 'format' ? [option.name] : []));
  const files = options.flatMap((option) => (option.option === 'output' ? [option.file] : []));
  if (formats.length === 0) formats.push('text');
  if (files.length > formats.length)
    throw new UsageError('tooManyOutputs', { outputs: files.length, formats: formats.length });
  const outputs =
    files.length === formats.length
      ? formats.map((format, index): Output => ({ format, file: files[index] ?? null }))
      : pairInOrder(options, formats);
  for (const output of outputs) if (output.file === '-') output.file = null;
  const toStdout = outputs.filter((output) => output.file === null);
  if (toStdout.length > 1)
    throw new UsageError('manyFormatsToStdout', {
      count: toStdout.length,
      formats: toStdout.map((output) => output.format).join(', '),
    });
  return outputs;
}

function pairInOrder(options: readonly OutputOption[], formats: readonly FormatName[]): Output[] {
  const outputs: Output[] = [];
  let previous: OutputOption | undefined;
  for (const option of options) {
    const last = outputs.at(-1);
    if (option.option === 'format') outputs.push({ format: option.name, file: null });
    else if (previous?.option === 'format' && last) last.file = option.file;
    else throw new UsageError('outputWithoutFormat', { file: option.file });
    previous = option;
  }
  return outputs.length > 0 ? outputs : formats.map((format) => ({ format, file: null }));
}

/** Refuses files that cannot be written while nothing has been done yet. */
export async function checkTargets(files: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (const file of files) {
    const path = resolve(file);
    // Names that differ only in case are one file on Windows.
    const key = process.platform === 'win32' ? path.toLowerCase() : path;
    if (seen.has(key)) throw new UsageError('sameFileTwice', { file });
    seen.add(key);
    const folder = dirname(path);
    if (!(await isFolder(folder))) throw new UsageError('noFolder', { file, folder });
    if (basename(path) === '' || /[\\/]$/.test(file) || (await isFolder(path)))
      throw new UsageError('isFolder', { file });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
