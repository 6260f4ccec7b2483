// What the address of the matrix holds, and how a group becomes a filter of hosts.
import type { Input } from '../../api/types.ts';
import { oneOf, textOf } from '../../app/search-state.ts';

export const groupKeys = ['windows', 'exchange', 'domain', 'state'] as const;

export type MatrixState = ReturnType<typeof parseMatrix>;

export function parseMatrix(search: Readonly<Record<string, unknown>>) {
  const { group } = search;
  return {
    by: oneOf(groupKeys, search.by),
    /** Undefined: groups are shown, folded. `''`: the group of hosts of which the value is not known. */
    group: typeof group === 'string' ? group.slice(0, 300) : undefined,
    /** All hosts, not by groups. */
    everyHost: search.hosts === 'all',
    q: textOf(search.q)?.slice(0, 300),
    /** Also rules that find nothing. */
    allRules: search.all === 'true',
  };
}

const states = ['failing', 'restartNeeded', 'unknown', 'atRisk', 'ready', 'none'] as const;

/** The hosts of the group, or all. */
export function filterOf({ by, group, q }: MatrixState): NonNullable<Input<'GET /api/v1/matrix'>['query']> {
  const text = q === undefined ? {} : { q };
  if (group === undefined) return text;
  if (by === 'state') return { ...text, state: states.find((state) => state === group) ?? 'none' };
  return { ...text, [by]: group };
}
