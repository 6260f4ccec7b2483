// Asks the API: typed by its routes, with the session’s CSRF token, and nothing sent again that did not change.
import { addressOf, type QueryValues } from './address.ts';
import { ApiProblem, problemOf } from './problem.ts';
import type { AnswerOf, Endpoint, Input } from './types.ts';

interface Kept {
  etag: string;
  body: unknown;
}

/** Answers by address, so that an unchanged one costs 304 and stays the same object. */
const kept = new Map<string, Kept>();
const mostKept = 200;
let csrf: string | null = null;
let signedOut = (): void => undefined;

/** The token of the session that requests other than GET carry; null without a session. */
export function carryCsrf(token: string | null): void {
  csrf = token;
}

/** Called when the API says that nobody is signed in. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Forgets all answers: who signs in next must not see them. */
export function forgetAnswers(): void {
  kept.clear();
}

/** Fails with ApiProblem. */
export async function ask<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  signal?: AbortSignal,
): Promise<AnswerOf<E>> {
  const loose: { params?: unknown; query?: unknown; body?: unknown } = input;
  const { method, url } = addressOf(
    endpoint,
    // The types of the routes say that these are texts and numbers.
    loose.params as Record<string, string> | undefined,
    loose.query as QueryValues | undefined,
  );
  const before = method === 'GET' ? kept.get(url) : undefined;
  const response = await send(url, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(before !== undefined && { 'if-none-match': before.etag }),
      ...(loose.body !== undefined && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && csrf !== null && { 'x-csrf-token': csrf }),
    },
    ...(loose.body !== undefined && { body: JSON.stringify(loose.body) }),
    ...(signal !== undefined && { signal }),
  });
  // The collector's answers fit its routes' schemas; its own tests hold it to that.
  if (response.status === 304 && before !== undefined) return before.body as AnswerOf<E>;
  if (!response.ok) throw await refused(response);
  if (response.status === 204) return undefined as AnswerOf<E>;
  const body = await readJson(response);
  const etag = response.headers.get('etag');
  if (method === 'GET' && etag !== null) keep(url, { etag, body });
  return body as AnswerOf<E>;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ code: 'unreachable' });
  }
}

async function refused(response: Response): Promise<ApiProblem> {
  const problem = await problemOf(response);
  if (problem.code === 'not-signed-in') signedOut();
  return problem;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiProblem({ code: 'unreadable', status: response.status });
  }
}

function keep(url: string, answer: Kept): void {
  kept.delete(url);
  kept.set(url, answer);
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
}
