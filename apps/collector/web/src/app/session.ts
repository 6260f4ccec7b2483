// Who is signed in, asked of the collector once and again from time to time; null when nobody is.
import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ask, forgetAnswers, onSignedOut, carryCsrf as setCsrf } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Role } from '../api/types.ts';

export interface Session {
  name: string;
  role: Role;
}

interface SessionState {
  session: Session | null;
  /** Whether there was a session in this page before. */
  ended: boolean;
}

const key = ['session'];
const ranks: readonly Role[] = ['viewer', 'operator', 'administrator'];

export function useSessionState(): UseQueryResult<SessionState, ApiProblem> {
  return useQuery<SessionState, ApiProblem>({
    queryKey: key,
    queryFn: ({ signal }) => readSession(signal),
    staleTime: 60_000,
    // The pulse by which the page notices that the collector is away, and that a session ended elsewhere.
    refetchInterval: 60_000,
  });
}

async function readSession(signal: AbortSignal): Promise<SessionState> {
  try {
    const { name, role, csrf } = await ask('GET /api/v1/session', {}, signal);
    setCsrf(csrf);
    return { session: { name, role }, ended: false };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-signed-in') return { session: null, ended: false };
    throw error;
  }
}

/** After the collector answered that somebody signed in. */
export function beginSession(client: QueryClient, { csrf, ...session }: Session & { csrf: string }): void {
  forgetAnswers();
  setCsrf(csrf);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
  client.setQueryData<SessionState>(key, { session, ended: false });
}

/** Nothing that was read for one person may be shown to the next. */
function endSession(client: QueryClient, ended: boolean): void {
  setCsrf(null);
  forgetAnswers();
  client.setQueryData<SessionState>(key, { session: null, ended });
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
}

/** When an answer tells that the session is over, the page asks to sign in again where it stands. */
export function watchSession(client: QueryClient): void {
  onSignedOut(() => {
    const state = client.getQueryData<SessionState>(key);
    if (state?.session != null) endSession(client, true);
  });
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Nobody is signed in around this part.');
  return session;
}

/** Whether the one who is signed in has at least this role. What is not allowed is not offered. */
export function useMay(role: Role): boolean {
  return ranks.indexOf(useSession().role) >= ranks.indexOf(role);
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const { providerSignOut } = await ask('DELETE /api/v1/session', {});
    endSession(client, false);
    if (providerSignOut !== null) window.location.assign(providerSignOut);
  };
}
