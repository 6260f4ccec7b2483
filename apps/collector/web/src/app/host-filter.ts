// Which hosts are meant, as it stands in the address; the same names and values as the API takes.
import * as v from 'valibot';
import type { Input } from '../api/types.ts';

export const hostStateNames = ['failing', 'restartNeeded', 'unknown', 'atRisk', 'ready', 'none'] as const;
const verdicts = ['notApplicable', 'pass', 'info', 'notChecked', 'warn', 'fail'] as const;
const statuses = ['waiting', 'active', 'revoked'] as const;

const text = v.pipe(v.string(), v.maxLength(300));

/** One or several; what does not fit is left out, so that an old link still shows something. */
function several<T extends string>(
  item: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, T[] | undefined> {
  return v.pipe(
    v.unknown(),
    v.transform((input) => {
      const fitting = (input === undefined ? [] : [input].flat()).flatMap((each) => {
        const result = v.safeParse(item, each);
        return result.success ? [result.output] : [];
      });
      return fitting.length === 0 ? undefined : [...new Set(fitting)].slice(0, 50);
    }),
  );
}

/** A text, or nothing when it does not fit. */
export function perhaps<T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T | undefined> {
  return v.fallback(v.optional(item), undefined);
}

export const hostFilterEntries = {
  state: v.optional(several(v.picklist(hostStateNames))),
  rule: v.optional(several(text)),
  verdict: v.optional(several(v.picklist(verdicts))),
  cause: v.optional(several(text)),
  windows: v.optional(several(text)),
  exchange: v.optional(several(text)),
  domain: v.optional(several(text)),
  tag: v.optional(several(text)),
  part: v.optional(several(text)),
  agent: v.optional(several(text)),
  core: v.optional(several(text)),
  status: v.optional(several(v.picklist(statuses))),
  silent: v.optional(perhaps(v.picklist(['true', 'false']))),
  waived: v.optional(perhaps(v.picklist(['true', 'false']))),
  q: v.optional(perhaps(text)),
};

const filterSchema = v.object(hostFilterEntries);
export type HostFilter = v.InferOutput<typeof filterSchema>;

/** The part of an address that chooses hosts, for the API. */
export function filterQuery(search: HostFilter): NonNullable<Input<'GET /api/v1/hosts/count'>['query']> {
  const chosen = Object.keys(hostFilterEntries).flatMap((name) => {
    const value = search[name as keyof HostFilter]; // Object.keys forgets the names
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(chosen);
}
