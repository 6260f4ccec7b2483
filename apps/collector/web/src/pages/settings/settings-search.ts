// What the address of the settings can hold: filters and page of the audit log.
import * as v from 'valibot';

const text = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(1000))), undefined);
const day = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

export const settingsSearch = v.object({
  actor: text,
  action: text,
  target: text,
  from: day,
  to: day,
  cursor: text,
});
