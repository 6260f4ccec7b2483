// Holds what was typed to the same schemas as what comes over the API.
import * as v from 'valibot';
import { UsageError } from '../usage-error.ts';

/** Throws UsageError when the value does not fit. */
export function accept<T>(schema: v.GenericSchema<T>, value: T): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new UsageError(`“${String(value)}” is not acceptable.`, result.issues[0].message);
}
