// A page's state in its address: read with a default for all that is missing or wrong, changed in part.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { SearchValue } from './search-text.ts';

export type SearchChange = Readonly<Record<string, SearchValue | undefined>>;

/**
 * `parse` must be stable and accept anything. A change keeps what it does not name and drops what is undefined;
 * `push` makes a step that the browser's back button takes back.
 */
export function useSearchState<T>(
  parse: (search: Readonly<Record<string, unknown>>) => T,
): [T, (change: SearchChange, how?: { push: boolean }) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useMemo(() => parse(search), [parse, search]);
  const change = useCallback(
    (changed: SearchChange, { push } = { push: false }) => {
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...changed }),
        replace: !push,
        resetScroll: false,
        // The pages check their own addresses, so that the router's types know of no parameters.
      } as Parameters<typeof navigate>[0]);
    },
    [navigate],
  );
  return [state, change];
}

/** The text of a parameter; of several the last one. */
export function textOf(value: unknown): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' && last !== '' ? last : undefined;
}

/** One of the values, or the first of them. */
export function oneOf<const V extends string>(values: readonly [V, ...V[]], value: unknown): V {
  return values.find((each) => each === textOf(value)) ?? values[0];
}
