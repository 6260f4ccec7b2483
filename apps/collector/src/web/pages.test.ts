// How the dashboard is served: a nonce of its own for each page, files by their exact paths, and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestCollector, testCollector } from '../../test/test-collector.ts';
import { createApp } from '../api/app.ts';
import { routes } from '../api/routes/index.ts';
import { readWebPages } from './pages.ts';

const script = 'console.log("a script of some length");'.repeat(50);
let folder: string;
let collector: TestCollector;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-web-'));
  mkdirSync(join(folder, 'assets'));
  const page =
    '<meta property="csp-nonce" nonce="__NONCE__"><script nonce="__NONCE__" src="/assets/a-1.js"></script>';
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'secret.txt'), 'not of a kind that is served');
  writeFileSync(join(folder, 'assets', 'a-1.js'), script);
  writeFileSync(join(folder, 'assets', 'a-1.js.gz'), gzipSync(script));
  collector = await testCollector('sqlite');
  app = createApp(collector, routes, { web: readWebPages(folder) });
});
afterAll(async () => {
  await app.close();
  await collector.remove();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('the page', () => {
  test.each(['/', '/hosts/7?tab=history', '/settings/people', '/first-administrator', '/a/b/c'])(
    'is answered at %s with a nonce that its policy names',
    async (url) => {
      const [first, second] = [await get(url), await get(url)];
      const nonces = [first, second].map(({ headers, body }) => {
        const policy = String(headers['content-security-policy']);
        const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
        expect(body.match(/nonce="([^"]+)"/g)).toEqual([`nonce="${nonce}"`, `nonce="${nonce}"`]);
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toContain('unsafe');
        expect(headers['cache-control']).toBe('no-store');
        return nonce;
      });
      expect(nonces[0]).not.toBe(nonces[1]);
      expect(Buffer.from(String(nonces[0]), 'base64')).toHaveLength(16);
    },
  );
});

describe('files', () => {
  test('of a hashed name are kept for good, compressed for those who take it', async () => {
    const plain = await get('/assets/a-1.js');
    expect(plain.body).toBe(script);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const packed = await get('/assets/a-1.js', { 'accept-encoding': 'gzip, deflate' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  test.each(['/assets/gone-2.js', '/assets/../secret.txt', '/assets/%2e%2e/index.html', '/.well-known/x'])(
    '%s is not there',
    async (url) => {
      const answer = await get(url);
      expect(answer.body).not.toContain('not of a kind');
      expect(answer.body).not.toContain('__NONCE__');
    },
  );

  test('of another kind are not served', async () => {
    expect((await get('/secret.txt')).body).not.toContain('not of a kind');
  });
});

describe('what is not the dashboard’s', () => {
  test.each(['/api/v1/nothing', '/api', '/assets/gone-2.js'])('%s is a problem of the API', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
  });

  test('other methods than GET and HEAD find no page', async () => {
    expect((await app.inject({ method: 'POST', url: '/hosts' })).statusCode).toBe(404);
    const head = await app.inject({ method: 'HEAD', url: '/hosts' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  test('a known path with another method says so', async () => {
    expect((await app.inject({ method: 'DELETE', url: '/api/v1/overview' })).statusCode).toBe(405);
  });
});

test('a folder without a build is no dashboard', () => {
  expect(readWebPages(null)).toBeNull();
});
