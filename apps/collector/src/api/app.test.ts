// What the app does around every route: checks, limits, headers, problems, streams, and what it keeps out of its log.
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { createApiToken } from '../people/api-tokens.ts';
import { createApp } from './app.ts';
import { Problem, problemCodes, statusOf, titleOf } from './problems.ts';
import { defineRoute, type Route } from './route.ts';
import { routes } from './routes/index.ts';
import { idParams, queryInteger } from './schemas.ts';

const secret = 'hunter2-hunter2-hunter2';
let aborted: Promise<void>;

const trial: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: '/trial/:id',
    id: 'trial',
    access: 'anyone',
    summary: '',
    params: idParams,
    query: v.strictObject({ limit: v.optional(queryInteger(1, 9), '5') }),
    body: v.strictObject({ text: v.pipe(v.string(), v.maxLength(5)), list: v.optional(v.array(v.number())) }),
    handle: async ({ params, query, body }) => ({ body: { ...params, ...query, ...body } }),
  }),
  defineRoute({
    method: 'GET',
    path: '/trial',
    id: 'readTrial',
    access: 'anyone',
    summary: '',
    handle: async ({ headers }, collector) => ({
      body: { at: collector.now(), agent: headers['user-agent'] },
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/export',
    id: 'export',
    access: 'anyone',
    summary: '',
    query: v.strictObject({ name: v.string() }),
    handle: async ({ query }) => ({
      stream: Readable.from(['a,b\n', '1,2\n']),
      contentType: 'text/csv; charset=utf-8',
      fileName: query.name,
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/fails',
    id: 'fails',
    access: 'anyone',
    summary: '',
    handle: async () => {
      throw new Error('The inside says too much.');
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/refuses',
    id: 'refuses',
    access: 'anyone',
    summary: '',
    handle: async () => {
      throw new Problem('overloaded', 'Later.', { retryAfter: 2.5 });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/slow',
    id: 'slow',
    access: 'anyone',
    summary: '',
    handle: ({ signal }) => {
      const done = Promise.withResolvers<void>();
      aborted = done.promise;
      signal.addEventListener('abort', () => done.resolve());
      return done.promise.then(() => ({ status: 204 }) as const);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/strict',
    id: 'strict',
    access: 'anyone',
    rate: 'strict',
    summary: '',
    handle: async () => ({ status: 204 }),
  }),
];

describe('the app', () => {
  let collector: TestCollector;
  let app: FastifyInstance;
  beforeEach(async () => {
    collector = await testCollector('sqlite');
    app = createApp(collector, trial);
  });
  afterEach(async () => {
    await app.close();
    await collector.remove();
  });

  test('answers with headers that keep browsers from doing anything with it', async () => {
    for (const url of ['/trial', '/nowhere', '/fails', '/trial/%zz']) {
      const { headers } = await app.inject(url);
      expect(headers, url).toMatchObject({
        'content-security-policy':
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'strict-transport-security': 'max-age=63072000',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('promises no TLS where there is none', async () => {
    const plain = {
      ...collector,
      settings: { ...collector.settings, tls: { kind: 'none' }, publicUrl: null },
    } as const;
    const { headers } = await createApp(plain, trial).inject('/trial');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('takes input apart by the schemas', async () => {
    const good = await app.inject({ method: 'POST', url: '/trial/7?limit=3', payload: { text: 'abc' } });
    expect(good.json()).toEqual({ id: 7, limit: 3, text: 'abc' });
  });

  test.each([
    ['/trial/x', { text: 'a' }, 'path', '#/id'],
    ['/trial/0', { text: 'a' }, 'path', '#/id'],
    ['/trial/99999999999', { text: 'a' }, 'path', '#/id'],
    ['/trial/7?limit=10', { text: 'a' }, 'query', '#/limit'],
    ['/trial/7?limit=1&limit=2', { text: 'a' }, 'query', '#/limit'],
    ['/trial/7?other=1', { text: 'a' }, 'query', '#/other'],
    ['/trial/7', { text: secret }, 'body', '#/text'],
    ['/trial/7', { text: 'a', list: [1, secret] }, 'body', '#/list/1'],
    ['/trial/7', { text: 'a', 'x/y~z': secret }, 'body', '#/x~1y~0z'],
  ])('tells what of %s %j does not fit, and repeats nothing of it', async (url, payload, part, pointer) => {
    const answer = await app.inject({ method: 'POST', url, payload });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: 'urn:mailflow-tls:problem:request-invalid',
      status: 400,
      code: 'request-invalid',
      instance: `urn:uuid:${answer.headers['x-request-id']}`,
      errors: [{ in: part, pointer }],
    });
    expect(answer.body + collector.logged()).not.toContain(secret);
  });

  test.each([
    ['{"text":"a","__proto__":{"admin":true}}', 400],
    ['{"text":"a","constructor":{"prototype":{"admin":true}}}', 400],
    ['{"text":', 400],
    ['', 400],
    ['null', 400],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
    [JSON.stringify({ text: 'x'.repeat(300_000) }), 413],
  ])('refuses the body %#', async (payload, status) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/trial/7', payload, headers });
    expect(answer.statusCode, answer.body).toBe(status);
    expect(Object('x').admin).toBeUndefined();
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsense',
  ])('does not take %s, which other sites’ forms can send', async (type) => {
    const headers = { 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/trial/7', payload: '{"text":"a"}', headers });
    expect(answer.json()).toMatchObject({ status: 415, code: 'media-type-unsupported' });
  });

  test('knows a path of another method, and no other', async () => {
    const wrong = await app.inject({ method: 'DELETE', url: '/trial' });
    expect(wrong.json()).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(wrong.headers['allow']).toBe('GET');
    expect((await app.inject('/trial/7/8')).json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('sends nothing again that the caller has', async () => {
    const first = await app.inject('/trial');
    const etag = String(first.headers['etag']);
    const again = await app.inject({ url: '/trial', headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    collector.pass(1);
    const changed = await app.inject({ url: '/trial', headers: { 'if-none-match': etag } });
    expect(changed.statusCode).toBe(200);
    expect((await app.inject({ method: 'HEAD', url: '/trial' })).body).toBe('');
  });

  test.each([
    ['fleet.csv', `attachment; filename="fleet.csv"; filename*=UTF-8''fleet.csv`],
    ['a"; x="b\r\nSet-Cookie: a=b', null],
    ['../../etc/passwd', null],
    ['שרת\u202E.csv', null],
    ['\uD800', null],
    [`it's (1)*.csv`, `attachment; filename="it_s _1__.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
  ])('streams under the name %j', async (name, header) => {
    const answer = await app.inject(`/export?name=${encodeURIComponent(name.toWellFormed())}`);
    expect(answer.body).toBe('a,b\n1,2\n');
    const disposition = String(answer.headers['content-disposition']);
    if (header !== null) expect(disposition).toBe(header);
    expect(disposition).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.%~!-]*$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).not.toMatch(/[/\\\u202E\r\n]/);
  });

  test('keeps what failed inside to its log, under the request’s id', async () => {
    const answer = await app.inject('/fails');
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal-error' });
    expect(answer.body).not.toMatch(/inside says|app\.test|node_modules/);
    expect(collector.logged()).toContain('The inside says too much.');
    expect(collector.logged()).toContain(answer.headers['x-request-id']);
  });

  test('says when to come again', async () => {
    const answer = await app.inject('/refuses');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '3']);
  });

  test('bounds how often one caller asks, by address or by token, and forgets with time', async () => {
    const ask = (remoteAddress: string) => app.inject({ url: '/strict', remoteAddress });
    for (let count = 0; count < 10; count += 1) expect((await ask('192.0.2.1')).statusCode).toBe(204);
    const refused = await ask('192.0.2.1');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '6']);
    expect((await ask('192.0.2.2')).statusCode).toBe(204);
    collector.pass(6000);
    expect((await ask('192.0.2.1')).statusCode).toBe(204);
    for (let count = 0; count < 10; count += 1) await ask(`2001:db8:0:1::${count}`);
    expect((await ask('2001:db8:0:1:ffff::1')).statusCode).toBe(429);
    expect((await ask('2001:db8:0:2::1')).statusCode).toBe(204);
  });

  test('believes forwarding headers of declared proxies only', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    await app.inject({ url: '/trial', headers });
    expect(collector.logged()).not.toContain('203.0.113.9');
    const behind = { ...collector, settings: { ...collector.settings, trustedProxies: ['127.0.0.1'] } };
    await createApp(behind, trial).inject({ url: '/trial', headers });
    expect(collector.logged()).toContain('203.0.113.9');
  });

  test('tells a handler that its caller went away', async () => {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const asked = httpRequest(`${address}/slow`);
    asked.on('error', () => {});
    asked.end();
    await setTimeout(100);
    asked.destroy();
    await aborted;
  });

  test('answers what is no HTTP with a problem, and ends it', async () => {
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('EHLO mail.example\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"request-invalid"/);
  });

  test('logs neither addresses’ queries nor credentials', async () => {
    const real = createApp(collector, routes);
    const wanted = { name: 'ci', role: 'viewer', expiresAt: collector.now() + 1000 } as const;
    const token = await createApiToken(collector, 'system', wanted);
    const headers = { authorization: `Bearer ${token.secret}`, cookie: `__Host-mailflow-tls=${secret}` };
    await real.inject({ url: `/api/v1/about?q=${secret}`, headers });
    await real.inject({ url: `/api/v1/session/oidc/callback?code=${secret}&state=${secret}`, headers });
    await real.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name: secret, password: secret },
    });
    expect(collector.logged()).toContain('token:ci');
    expect(collector.logged()).not.toContain(secret);
    expect(collector.logged()).not.toContain(token.secret);
  });
});

test('every problem has a title and a status of its kind', () => {
  for (const code of problemCodes) {
    expect(titleOf(code), code).toMatch(/\.$/);
    expect(statusOf(code), code).toBeGreaterThanOrEqual(400);
  }
  expect(new Set(problemCodes).size).toBe(problemCodes.length);
});
