// The HTTP application: the declared routes with access, checks, limits and problem documents around them.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  type RawServerDefault,
} from 'fastify';
import type { Collector } from '../collector.ts';
import { nameOfCaller } from '../people/caller-name.ts';
import { answerWithPages, type WebPages } from '../web/pages.ts';
import { directRunner } from './direct.ts';
import { dispatcher, gatekeeper } from './dispatch.ts';
import { problemContentType, problemDocument, problemOf } from './problem-document.ts';
import { Problem } from './problems.ts';
import { RateLimiter } from './rate-limit.ts';
import type { Caller, Route } from './route.ts';
import { methodsOf } from './route-methods.ts';
import { securityHeaders } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Known once the route began; null for paths that are no routes. */
    caller: Caller | null;
  }
}

const bodyLimit = 256 * 1024;
/** Longest name or id in a path. */
const maxParamLength = 300;
/** Milliseconds in which a whole request must have come. */
const requestTimeout = 30_000;

/** What differs between the collector and its tests. */
export interface AppOptions {
  /** Makes the server, for TLS; a plain HTTP server when left out. */
  server?: (handler: (request: IncomingMessage, response: ServerResponse) => void) => Server | TlsServer;
  /** The dashboard; without it there is only the API. */
  web?: WebPages | null;
  /** Told of each route as it is taken in. */
  watch?: (route: { method: string; url: string }) => void;
  /** Requests of one caller: 100 at once and 50 a second when left out; strict paths 10 and one in 6 s. */
  rates?: {
    usual?: ConstructorParameters<typeof RateLimiter>[0];
    strict?: ConstructorParameters<typeof RateLimiter>[0];
  };
}

export function createApp(
  collector: Collector,
  routes: readonly Route[],
  options: AppOptions = {},
): FastifyInstance {
  const { server, web = null, watch, rates = {} } = options;
  const headers = securityHeaders(collector.settings);
  const serverOptions: FastifyServerOptions = {
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy:
      collector.settings.trustedProxies.length === 0 ? false : [...collector.settings.trustedProxies],
    bodyLimit,
    requestTimeout,
    routerOptions: { maxParamLength },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => {
      // Only the generic types of a route that is not known yet differ.
      answerProblem(collector, error, request as FastifyRequest, reply.headers(headers) as FastifyReply);
    },
    ...(server !== undefined && {
      // Fastify types a server of one kind only; one of node:https takes the same handler.
      serverFactory: (handler) => server(handler) as RawServerDefault,
    }),
  };
  const app = Fastify(serverOptions);
  const limiters = {
    usual: new RateLimiter(rates.usual ?? { burst: 100, perSecond: 50 }),
    strict: new RateLimiter(rates.strict ?? { burst: 10, perSecond: 1 / 6 }),
  };
  app.decorateRequest('caller', null);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    logRequest(collector, request, reply);
    done();
  });
  app.setErrorHandler((error, request, reply) => answerProblem(collector, error, request, reply));
  app.setNotFoundHandler((request, reply) => answerNoRoute(routes, web, request, reply));
  app.removeContentTypeParser('text/plain');
  if (watch !== undefined) {
    app.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) watch({ method: each, url });
    });
  }
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      config: { quiet: route.access === 'host' },
      onRequest:
        route.raw === undefined
          ? gatekeeper(route, collector, limiters)
          : directRunner(route, route.raw, collector, headers),
      handler: dispatcher(route, collector),
    });
  }
  return app;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Not logged one by one: there are thousands a second, and the intake counts them. */
    quiet?: boolean;
  }
}

function answerProblem(
  collector: Collector,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { problem, unexpected } = problemOf(error);
  if (unexpected) {
    collector.log.error('A request failed', {
      request: request.id,
      route: request.routeOptions.url,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  sendProblem(problem, request, reply);
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const document = problemDocument(problem, request.id);
  if (document.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(problem.retryAfter)));
  // An answer that had begun as something else must not keep that kind's headers.
  for (const name of ['content-disposition', 'etag', 'set-cookie']) reply.removeHeader(name);
  reply.code(document.status).type(problemContentType).send(JSON.stringify(document));
}

function answerNoRoute(
  routes: readonly Route[],
  web: WebPages | null,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const methods = methodsOf(routes, request.url);
  if (methods.length === 0 && web !== null && answerWithPages(web, request, reply)) return;
  if (methods.length > 0) reply.header('allow', methods.join(', '));
  const problem =
    methods.length > 0
      ? new Problem('method-not-allowed', `This path takes ${methods.join(', ')}.`)
      : new Problem('not-found', 'There is no such path.');
  sendProblem(problem, request, reply);
}

/** The route’s pattern, not its address: addresses hold one-time secrets and what people search for. */
function logRequest(collector: Collector, request: FastifyRequest, reply: FastifyReply): void {
  if (request.routeOptions.config.quiet === true) return;
  collector.log.log(request.method === 'GET' ? 'debug' : 'info', 'Answered', {
    request: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    caller: request.caller === null ? null : nameOfCaller(request.caller),
    address: request.ip,
  });
}

/** What is not HTTP gets an answer that says so, and the end of the connection. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(
    problemDocument(new Problem('request-invalid', 'This is not a request that can be read.'), randomUUID()),
  );
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: ${problemContentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
