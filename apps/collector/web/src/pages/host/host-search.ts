// What the address of a host holds: the tab, and what it is compared with.
import * as v from 'valibot';
import { perhaps } from '../../app/host-filter.ts';

export const hostTabs = ['findings', 'protocols', 'facts', 'history'] as const;
export type HostTab = (typeof hostTabs)[number];

export const hostSearch = v.object({
  tab: v.optional(perhaps(v.picklist(hostTabs))),
  /** Findings that passed are shown too. */
  all: v.optional(perhaps(v.literal('true'))),
  cursor: v.optional(perhaps(v.pipe(v.string(), v.maxLength(1000)))),
});
