// Whether the collector answers, as the last finished request tells.
import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { queryClient } from './query-client.ts';

let away = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (next === away) return;
  away = next;
  for (const listener of listeners) listener();
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return;
  if (event.action.type === 'success' && event.action.manual !== true) set(false);
  if (event.action.type === 'error' || event.action.type === 'failed') {
    const { error } = event.action;
    // Any answer, be it a refusal, shows that the collector is there.
    set(error instanceof ApiProblem && error.code === 'unreachable');
  }
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsAway(): boolean {
  return useSyncExternalStore(subscribe, () => away);
}
