// What the address of the list of hosts holds: filter, order, page, columns.
import * as v from 'valibot';
import { hostFilterEntries, perhaps } from '../../app/host-filter.ts';

export const hostOrders = [
  'worst',
  'name',
  'problems',
  'state-since',
  'last-report',
  'domain',
  'windows',
  'exchange',
] as const;
export type HostOrder = (typeof hostOrders)[number];

export const hostsSearch = v.object({
  ...hostFilterEntries,
  order: v.optional(perhaps(v.picklist(hostOrders))),
  reversed: v.optional(perhaps(v.literal('true'))),
  cursor: v.optional(perhaps(v.pipe(v.string(), v.maxLength(1000)))),
  /** Names of columns, by commas; the usual ones when left out. */
  columns: v.optional(perhaps(v.pipe(v.string(), v.regex(/^[a-zA-Z,]{1,300}$/)))),
});
export type HostsSearch = v.InferOutput<typeof hostsSearch>;
