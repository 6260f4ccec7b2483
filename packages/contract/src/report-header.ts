// The header of a delivered report: everything about the run, and the digest of each section.
import { gathererSchema } from '@mailflow-tls/core';
import * as v from 'valibot';

/** Version of the delivered report's shape. A collector takes this one and the one before. */
export const reportFormat = 1;

/** No name on a host may be longer; the DNS allows 253 characters. */
const nameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const timeSchema = v.pipe(v.string(), v.isoTimestamp());
const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** SHA-256 in base64url. */
const digestSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** UUID version 7: the first 48 bits are milliseconds since 1970. */
export const reportIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);
export const keyIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

/** What a host could not deliver since its last report: counts by reason. */
export const lossSchema = v.object({
  /** Dropped because the spool held too many reports, too many bytes or too old ones. */
  dropped: v.object({ count: countSchema, bytes: countSchema, age: countSchema }),
  /** Moved aside because they could not be read. */
  unreadable: countSchema,
  /** Not even written, because the disk was full or the folder was not writable. */
  notWritten: countSchema,
});
export type Loss = v.InferOutput<typeof lossSchema>;

export const reportHeaderSchema = v.strictObject({
  format: v.literal(reportFormat),
  /** The report's id, which is the facts' id. */
  id: reportIdSchema,
  /** The key that signed. */
  key: keyIdSchema,
  schemaVersion: countSchema,
  gatheredAt: timeSchema,
  gatherer: gathererSchema,
  host: v.object({ name: nameSchema, domain: v.nullable(nameSchema) }),
  label: v.optional(v.pipe(v.string(), v.maxLength(200))),
  clock: v.nullable(timeSchema),
  tookMs: v.record(v.pipe(v.string(), v.maxLength(40)), v.number()),
  /** Digest of each section's text by name, in the order of the lines that follow. */
  sections: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{1,39}$/)), digestSchema),
    v.check((sections) => Object.keys(sections).length <= 64, 'too many sections'),
  ),
  /** How the host's own core judged, for comparison only. */
  judged: v.object({ core: v.pipe(v.string(), v.maxLength(40)), state: v.pipe(v.string(), v.maxLength(40)) }),
  lost: lossSchema,
});
export type ReportHeader = v.InferOutput<typeof reportHeaderSchema>;
