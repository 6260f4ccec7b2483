// The built dashboard, held in memory: its page with a nonce of its own in each answer, and its files by their exact paths.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface WebFile {
  type: string;
  plain: Buffer;
  gzip: Buffer | null;
  brotli: Buffer | null;
  /** Named by a digest of its content, so that browsers may keep it for good. */
  hashed: boolean;
}

export interface WebPages {
  /** As the build left it, with placeholders for the nonce. */
  page: string;
  files: ReadonlyMap<string, WebFile>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const placeholder = '__NONCE__';
/** Paths that never are the dashboard’s. */
const otherPaths = ['/api', '/assets', '/.well-known'];

/** The folder of the build: beside the bundled program, or in the package when its source runs. */
function webFolder(): string | null {
  const folders = [join(import.meta.dirname, 'web'), join(import.meta.dirname, '..', '..', 'dist', 'web')];
  return folders.find((folder) => existsSync(join(folder, 'index.html'))) ?? null;
}

/** Null where the dashboard was not built. */
export function readWebPages(folder: string | null = webFolder()): WebPages | null {
  if (folder === null) return null;
  const files = new Map<string, WebFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, {
      type,
      plain: readFileSync(file),
      gzip: readIfThere(`${file}.gz`),
      brotli: readIfThere(`${file}.br`),
      hashed: path.startsWith('/assets/'),
    });
  }
  return { page: readFileSync(join(folder, 'index.html'), 'utf8'), files };
}

function readIfThere(file: string): Buffer | null {
  return existsSync(file) ? readFileSync(file) : null;
}

/** Answers with a file or the page; false when the path is not the dashboard’s. */
export function answerWithPages(pages: WebPages, request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const path = request.url.split('?')[0] ?? '/';
  const file = pages.files.get(path);
  if (file !== undefined) sendFile(file, request, reply);
  else if (otherPaths.some((other) => path === other || path.startsWith(`${other}/`))) return false;
  else sendPage(pages.page, reply);
  return true;
}

function sendFile(file: WebFile, request: FastifyRequest, reply: FastifyReply): void {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim());
  reply.type(file.type).header('vary', 'accept-encoding');
  reply.header('cache-control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (file.brotli !== null && accepted.includes('br')) {
    reply.header('content-encoding', 'br').send(file.brotli);
  } else if (file.gzip !== null && accepted.includes('gzip')) {
    reply.header('content-encoding', 'gzip').send(file.gzip);
  } else reply.send(file.plain);
}

function sendPage(page: string, reply: FastifyReply): void {
  const nonce = randomBytes(16).toString('base64');
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .send(page.replaceAll(placeholder, nonce));
}

/** Scripts and styles of this page only, requests to this collector only. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'self'`,
    `style-src 'nonce-${nonce}' 'self'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
