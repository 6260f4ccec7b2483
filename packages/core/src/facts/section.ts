// The envelope of every section of facts: either what was read, or why it could not be read.
import * as v from 'valibot';

/**
 * Why something could not be read. `denied`: rights or policy forbade it. `timedOut`: no answer within the probe's limit.
 * `notPresent`: the thing does not exist on this host. `notSupported`: this system cannot answer the question.
 * `failed`: anything else, see `code`. `skipped`: the caller asked to leave it out.
 */
export const unreadReasonSchema = v.picklist([
  'denied',
  'timedOut',
  'notPresent',
  'notSupported',
  'failed',
  'skipped',
]);
export type UnreadReason = v.InferOutput<typeof unreadReasonSchema>;

/** One thing inside a section that could not be read while the rest could. */
export const gapSchema = v.object({
  /** Dotted path of the field in the section's data, or the full registry path of a key. */
  what: v.string(),
  reason: unreadReasonSchema,
  /** Language-neutral: an HRESULT (`0x80070005`), an exception type or one of the agent's own codes. Never a message. */
  code: v.string(),
  /** What the system said, for a human reader only; localised, so nothing may depend on it. */
  detail: v.optional(v.string()),
});
export type Gap = v.InferOutput<typeof gapSchema>;

export const unreadSchema = v.object({
  status: v.literal('unread'),
  reason: unreadReasonSchema,
  code: v.string(),
  detail: v.optional(v.string()),
  /** Milliseconds spent on the attempt. */
  tookMs: v.optional(v.number()),
});
export type Unread = v.InferOutput<typeof unreadSchema>;

/** A section that was read: its data and what is missing from them. */
export interface ReadSection<T> {
  status: 'read';
  data: T;
  gaps: Gap[];
  tookMs?: number | undefined;
}
export type Section<T> = ReadSection<T> | Unread;

/** Valibot schema of a section with the given data. */
export function sectionSchema<S extends v.GenericSchema>(data: S) {
  return v.variant('status', [
    v.object({
      status: v.literal('read'),
      data,
      gaps: v.array(gapSchema),
      tookMs: v.optional(v.number()),
    }),
    unreadSchema,
  ]);
}
