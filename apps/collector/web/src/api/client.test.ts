// The client of the API, against a fetch that answers as told.
import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, searchOf } from './address.ts';
import { ask, carryCsrf, forgetAnswers, onSignedOut } from './client.ts';
import { ApiProblem } from './problem.ts';

function answering(...answers: (Response | Error)[]) {
  const asked: { url: string; headers: Headers; method: string }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, headers: new Headers(init.headers), method: init.method ?? 'GET' });
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
    return answer;
  });
  return asked;
}
const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
const problem = (code: string, status: number, more: object = {}, headers: HeadersInit = {}) =>
  new Response(JSON.stringify({ code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

afterEach(() => {
  vi.unstubAllGlobals();
  forgetAnswers();
  carryCsrf(null);
});

test('addresses are made of path parameters and a query with lists', () => {
  expect(addressOf('GET /api/v1/hosts/:id/compare', { id: 'a/b' }, { from: 'x y', tag: ['1', '2'] })).toEqual(
    {
      method: 'GET',
      url: '/api/v1/hosts/a%2Fb/compare?from=x+y&tag=1&tag=2',
    },
  );
  expect(searchOf({ q: undefined, tag: [] })).toBe('');
});

test('an unchanged answer is not read again and stays the same object', async () => {
  const asked = answering(
    json({ hosts: 3 }, { headers: { etag: '"a"' } }),
    new Response(null, { status: 304 }),
  );
  const first = await ask('GET /api/v1/hosts/count', {});
  const second = await ask('GET /api/v1/hosts/count', {});
  expect(second).toBe(first);
  expect(asked.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"a"']);
});

test('after signing in as another nothing of the first is used', async () => {
  const asked = answering(json({ hosts: 3 }, { headers: { etag: '"a"' } }), json({ hosts: 4 }));
  await ask('GET /api/v1/hosts/count', {});
  forgetAnswers();
  expect(await ask('GET /api/v1/hosts/count', {})).toEqual({ hosts: 4 });
  expect(asked[1]?.headers.has('if-none-match')).toBe(false);
});

test('changes carry the token of the session, questions do not', async () => {
  carryCsrf('token');
  const asked = answering(json({ hosts: 1 }), new Response(null, { status: 204 }));
  await ask('GET /api/v1/hosts/count', {});
  await ask('DELETE /api/v1/api-tokens/:id', { params: { id: 7 } });
  expect(asked.map(({ headers }) => headers.get('x-csrf-token'))).toEqual([null, 'token']);
  expect(asked[1]).toMatchObject({ method: 'DELETE', url: '/api/v1/api-tokens/7' });
});

test('a problem keeps code, fields, number and wait', async () => {
  answering(
    problem(
      'request-invalid',
      400,
      {
        detail: 'No.',
        instance: 'urn:uuid:77',
        errors: [{ in: 'body', pointer: '#/tags/0', detail: 'A tag.' }],
      },
      { 'retry-after': '9' },
    ),
  );
  const error = await failure(ask('GET /api/v1/hosts/count', {}));
  if (!(error instanceof ApiProblem)) throw new Error('It did not fail as it should.');
  expect(error).toMatchObject({
    code: 'request-invalid',
    status: 400,
    request: '77',
    message: 'No.',
    retryAfter: 9,
  });
  expect([error.fieldError('tags'), error.fieldError('tag'), error.fieldError('name')]).toEqual([
    'A tag.',
    undefined,
    undefined,
  ]);
});

test('no answer, a page of a proxy and text that is no JSON are told apart from the API’s problems', async () => {
  answering(
    new TypeError('failed'),
    new Response('<h1>Bad Gateway</h1>', { status: 502 }),
    new Response('{'),
  );
  const codes: unknown[] = [];
  for (const _ of [1, 2, 3]) {
    const error = await failure(ask('GET /api/v1/hosts/count', {}));
    codes.push(error instanceof ApiProblem ? [error.code, error.status] : error);
  }
  expect(codes).toEqual([
    ['unreachable', undefined],
    ['unreadable', 502],
    ['unreadable', 200],
  ]);
});

test('the page is told when nobody is signed in any more', async () => {
  const told = vi.fn();
  onSignedOut(told);
  answering(problem('not-allowed', 403), problem('not-signed-in', 401));
  await failure(ask('GET /api/v1/hosts/count', {}));
  expect(told).not.toHaveBeenCalled();
  await failure(ask('GET /api/v1/hosts/count', {}));
  expect(told).toHaveBeenCalledOnce();
});

test('a cancelled question fails as cancelled and not as a problem', async () => {
  answering(new DOMException('gone', 'AbortError'));
  expect(await failure(ask('GET /api/v1/hosts/count', {}))).not.toBeInstanceOf(ApiProblem);
});
