// Cursors: where a list goes on, as the values of its sort key after the last row; opaque to callers.
import * as v from 'valibot';
import { Problem } from './problems.ts';

const maxLength = 1000;

/** `list` names the list and its order, so that a cursor of one is not taken by another. */
export function encodeCursor(list: string, after: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([list, ...after])).toString('base64url');
}

/** The values, each held to its schema: a cursor is input like any other. */
export function decodeCursor<S extends v.GenericSchema<unknown, readonly unknown[]>>(
  list: string,
  cursor: string,
  schema: S,
): v.InferOutput<S> {
  const invalid = new Problem('cursor-invalid', 'Start again without a cursor.');
  if (cursor.length > maxLength) throw invalid;
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalid;
  }
  if (!Array.isArray(parsed) || parsed[0] !== list) throw invalid;
  const after = v.safeParse(schema, parsed.slice(1));
  if (!after.success) throw invalid;
  return after.output;
}
