// Runs one declared route for one request: who calls, what is asked, what is answered.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Collector } from '../collector.ts';
import { type Identity, identify } from '../people/identify.ts';
import { isAtLeast } from '../people/roles.ts';
import type { Role } from '../store/schema.ts';
import { sendAnswer } from './answers.ts';
import { check } from './problem-document.ts';
import { Problem } from './problems.ts';
import { addressKey, type RateLimiter } from './rate-limit.ts';
import type { Call, Caller, Route } from './route.ts';

export interface Limiters {
  usual: RateLimiter;
  strict: RateLimiter;
}

/** Milliseconds until a handler must have begun to answer. */
const handlerTimeoutMs = 30_000;
const nothing = Buffer.alloc(0);

/** Runs before the body is read, so that only who may call can make the collector read it. */
export function gatekeeper(
  route: Route,
  collector: Collector,
  limiters: Limiters,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async (request, reply) => {
    const address = request.ip;
    const now = collector.now();
    if (route.rate === 'strict') take(limiters.strict, `address:${addressKey(address)}`, now);
    // Hosts are known by their signature, which the handler checks: cookies and tokens mean nothing there.
    const identity: Identity =
      route.access === 'host'
        ? { caller: { kind: 'nobody', address }, csrf: 'notNeeded' }
        : await identify(collector, request.headers, address);
    const { caller } = identity;
    request.caller = caller;
    const key = caller.kind === 'nobody' ? `address:${addressKey(address)}` : `${caller.kind}:${caller.id}`;
    if (route.rate !== 'own') take(limiters.usual, key, now);
    requireAccess(route, identity);
    if (route.admit === undefined) return;
    const length = request.headers['content-length'];
    const leave = route.admit({ address, bytes: length === undefined ? null : Number(length) }, collector);
    reply.raw.once('close', leave);
  };
}

/** The function that fastify calls for a route. */
export function dispatcher(
  route: Route,
  collector: Collector,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (request, reply) => {
    const gone = new Gone(reply);
    const call: Call<undefined, undefined, undefined> = {
      // The schemas of this very route gave these values the types that its handler declares.
      params: takeParams(route, request) as undefined,
      query: takeQuery(route, request) as undefined,
      body: takeBody(route, request) as undefined,
      raw: nothing,
      caller: request.caller ?? { kind: 'nobody', address: request.ip },
      headers: request.headers,
      url: request.url,
      requestId: request.id,
      get signal() {
        return gone.signal;
      },
    };
    const work = route.handle(call, collector);
    // The intake bounds its own time, and a timer for each report would be felt.
    const answer = await (route.access === 'host' ? work : withinTime(work, gone));
    return sendAnswer(request, reply, answer);
  };
}

function take(limiter: RateLimiter, key: string, now: number): void {
  const wait = limiter.take(key, now);
  if (wait > 0) throw new Problem('rate-limited', `Wait ${wait} s.`, { retryAfter: wait });
}

function requireAccess(route: Route, { caller, csrf }: Identity): void {
  if (route.access !== 'anyone' && route.access !== 'host') requireRole(caller, route.access);
  if (route.method === 'GET' || route.access === 'anyone') return;
  if (csrf === 'missing') {
    throw new Problem('csrf-missing', 'Send the session’s CSRF token in the header X-CSRF-Token.');
  }
}

/** For handlers that ask for more than their route does. */
function requireRole(caller: Caller, role: Role): asserts caller is Exclude<Caller, { kind: 'nobody' }> {
  if (caller.kind === 'nobody') throw new Problem('not-signed-in', 'This needs a sign-in or an API token.');
  if (!isAtLeast(caller.role, role)) throw new Problem('not-allowed', `This needs the role ${role}.`);
}

function takeParams(route: Route, request: FastifyRequest): unknown {
  return route.params === undefined ? undefined : check('path', route.params, request.params);
}

function takeQuery(route: Route, request: FastifyRequest): unknown {
  // A copy, because fastify's object has no prototype, which schemas of records do not take.
  return route.query === undefined ? undefined : check('query', route.query, { ...Object(request.query) });
}

function takeBody(route: Route, request: FastifyRequest): unknown {
  if (route.body === undefined) return undefined;
  return check('body', route.body, request.body);
}

/** Made when a handler asks for its signal, which most do not. */
class Gone {
  readonly #reply: FastifyReply;
  #controller: AbortController | undefined;

  constructor(reply: FastifyReply) {
    this.#reply = reply;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      const { raw } = this.#reply;
      raw.once('close', () => {
        if (!raw.writableFinished) this.abort();
      });
    }
    return this.#controller.signal;
  }

  abort(): void {
    this.#controller?.abort();
  }
}

async function withinTime<T>(work: Promise<T>, gone: Gone): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      gone.abort();
      reject(new Problem('took-too-long', 'The answer took too long to make; ask for less.'));
    }, handlerTimeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
