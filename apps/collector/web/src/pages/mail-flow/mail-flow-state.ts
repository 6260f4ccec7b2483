// What the address of the page about mail holds.
import { oneOf, textOf } from '../../app/search-state.ts';

export const views = ['errors', 'queues', 'peers', 'cutOff'] as const;
export const errorKeys = ['cause', 'error', 'connector', 'peer', 'direction'] as const;
export const periods = ['30', '7', '90'] as const;
const directions = ['both', 'send', 'receive'] as const;

export type MailFlowState = ReturnType<typeof parseMailFlow>;

export function parseMailFlow(search: Readonly<Record<string, unknown>>) {
  const direction = oneOf(directions, search.direction);
  return {
    view: oneOf(views, search.view),
    by: oneOf(errorKeys, search.by),
    days: oneOf(periods, search.days),
    /** Only errors of this cause. */
    cause: textOf(search.cause)?.slice(0, 300),
    direction: direction === 'both' ? undefined : direction,
    clear: search.clear === 'true',
    q: textOf(search.q)?.slice(0, 300),
    /** The peer whose hosts are shown. */
    peer: textOf(search.peer)?.slice(0, 300),
    cursor: textOf(search.cursor),
  };
}
