// What was read from the collector, kept and read again while somebody looks.
import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      // The collector may be reached by a browser that believes itself offline.
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && isPassing(error),
      retryDelay: (failures, error) =>
        error instanceof ApiProblem && error.retryAfter !== undefined
          ? Math.min(error.retryAfter, 30) * 1000
          : 1000 * 2 ** failures,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Whether asking again may help. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof ApiProblem && error.status !== undefined && (error.status === 429 || error.status >= 500)
  );
}
