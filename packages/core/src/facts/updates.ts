// The `updates` section: which Windows updates are installed, and when.
import * as v from 'valibot';

export const updatesFactsSchema = v.object({
  source: v.string(),
  /** Date as `YYYY-MM-DD`; null when Windows does not tell it. */
  hotfixes: v.array(
    v.object({ id: v.string(), description: v.nullable(v.string()), installedOn: v.nullable(v.string()) }),
  ),
});
export type UpdatesFacts = v.InferOutput<typeof updatesFactsSchema>;
