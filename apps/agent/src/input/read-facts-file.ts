// Reads kept facts from a file or from standard input.
import { addAbortSignal } from 'node:stream';
import {
  type FactsProblemCode,
  type HostFacts,
  maxFactsCharacters,
  type Params,
  readFacts,
} from '@mailflow-tls/core';
import type { Io } from '../output/io.ts';
import { errorCode, UsageError } from '../usage-error.ts';
import { readTextFile, readTextStream } from './read-text.ts';

/** UTF-16 takes two bytes a character. */
const maxBytes = 2 * maxFactsCharacters;

export type FactsFile =
  | { ok: true; facts: HostFacts[] }
  | { ok: false; code: FactsProblemCode | 'notText'; params: Params };

export async function readFactsFile(file: string, io: Io): Promise<FactsFile> {
  const read = await (file === '-'
    ? readTextStream(addAbortSignal(io.signal, io.stdin), maxBytes)
    : readTextFile(file, maxBytes)
  ).catch((error: unknown) => {
    throw new UsageError('notRead', { file, code: errorCode(error) });
  });
  if (!read.ok) {
    return read.reason === 'tooLarge'
      ? { ok: false, code: 'tooLarge', params: { size: read.size, limit: maxFactsCharacters } }
      : { ok: false, code: 'notText', params: {} };
  }
  const result = readFacts(read.text);
  return result.ok
    ? { ok: true, facts: result.facts }
    : { ok: false, code: result.problem.code, params: result.problem.params };
}
