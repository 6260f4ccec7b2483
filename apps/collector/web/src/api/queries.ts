// Questions to and changes through the API as hooks: asked again while the page is seen, and after changes.
import {
  keepPreviousData,
  type QueryKey,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ask } from './client.ts';
import type { ApiProblem } from './problem.ts';
import type { AnswerOf, Endpoint, Input, Question } from './types.ts';

/** Milliseconds between two looks at what is shown, while the page is seen. */
export const pollEveryMs = 15_000;

interface AskingOptions {
  /** Left out: true. */
  enabled?: boolean;
  /** Show the last answer while the next one is awaited, e.g. another page of a list. */
  keepPrevious?: boolean;
  /** False: asked once. */
  live?: boolean;
}

function question<E extends Question>(endpoint: E, input: Input<E>) {
  return queryOptions<AnswerOf<E>, ApiProblem, AnswerOf<E>, QueryKey>({
    queryKey: [endpoint, input],
    queryFn: ({ signal }) => ask(endpoint, input, signal),
  });
}

/** What the API answers now, and again every 15 s. */
export function useAnswer<E extends Question>(
  endpoint: E,
  input: Input<E>,
  { enabled = true, keepPrevious = false, live = true }: AskingOptions = {},
): UseQueryResult<AnswerOf<E>, ApiProblem> {
  return useQuery({
    ...question(endpoint, input),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    refetchInterval: live ? pollEveryMs : false,
  });
}

/** A change; the answers of `stale` are asked again after it. */
export function useChange<E extends Exclude<Endpoint, Question>>(
  endpoint: E,
  stale: readonly Question[] = [],
): UseMutationResult<AnswerOf<E>, ApiProblem, Input<E>> {
  const client = useQueryClient();
  return useMutation<AnswerOf<E>, ApiProblem, Input<E>>({
    mutationFn: (input) => ask(endpoint, input),
    onSettled: () => Promise.all(stale.map((each) => client.invalidateQueries({ queryKey: [each] }))),
  });
}
