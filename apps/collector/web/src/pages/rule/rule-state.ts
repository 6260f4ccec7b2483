// What the address of a rule's page holds.
import { textOf } from '../../app/search-state.ts';

export const shownVerdicts = ['fail', 'warn', 'notChecked', 'info'] as const;

export function parseRule(search: Readonly<Record<string, unknown>>) {
  return {
    verdict: shownVerdicts.find((each) => each === textOf(search.verdict)),
    q: textOf(search.q)?.slice(0, 300),
    cursor: textOf(search.cursor),
    /** Also waivers that no longer hold. */
    ended: search.ended === 'true',
  };
}
