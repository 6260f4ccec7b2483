// Schemas that many routes share: ids, times, numbers in queries, pages.
import * as v from 'valibot';

/** Text that the caller gives a thing: no control characters, so that logs and tables stay readable. */
export function labelSchema(maxLength: number): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(maxLength),
    v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'No control characters are allowed.'),
  );
}

/** A number in a path or query, where everything is text. */
export function queryInteger(min: number, max: number): v.GenericSchema<string, number> {
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, 'Expected a whole number.'),
    v.transform(Number),
    v.minValue(min, `Expected at least ${min}.`),
    v.maxValue(max, `Expected at most ${max}.`),
    v.metadata({ openapi: { type: 'integer', minimum: min, maximum: max } }),
  );
}

/** `/…/:id`. */
export const idParams: v.GenericSchema<{ id: string }, { id: number }> = v.object({
  id: queryInteger(1, 2 ** 31 - 1),
});

/** Milliseconds since 1970 as people and programs read them: ISO 8601 in UTC. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : isoTime(ms);
}

export const timeSchema: v.GenericSchema<string> = v.pipe(v.string(), v.isoTimestamp());

/** A point in time of a request, as milliseconds since 1970. */
export const timeInputSchema: v.GenericSchema<string, number> = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => Date.parse(text)),
  v.check((ms) => !Number.isNaN(ms), 'Expected a time.'),
);

/** Query of a list: how many, and where it goes on. */
export const pageQuery = {
  limit: v.optional(queryInteger(1, 500), '100'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(1000))),
};

/** One page of a list; `next` is the cursor of the page after it, null at the end. */
export function pageSchema<S extends v.GenericSchema>(
  item: S,
): v.ObjectSchema<
  { items: v.ArraySchema<S, undefined>; next: v.NullableSchema<v.StringSchema<undefined>, undefined> },
  undefined
> {
  return v.object({ items: v.array(item), next: v.nullable(v.string()) });
}
