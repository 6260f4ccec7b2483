// Runs a route straight on the request, with the same answers, for the one that is called thousands of times a second.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Collector } from '../collector.ts';
import { problemContentType, problemDocument, problemOf } from './problem-document.ts';
import { Problem } from './problems.ts';
import type { Answer, Call, Caller, Route } from './route.ts';

/** A hook for the start of the request: what it takes over, the framework neither reads nor answers. */
export function directRunner(
  route: Route,
  raw: NonNullable<Route['raw']>,
  collector: Collector,
  headers: Readonly<Record<string, string>>,
): (request: FastifyRequest, reply: FastifyReply) => void {
  const always = Object.entries(headers).flat();
  return (request, reply) => {
    reply.hijack();
    const response = reply.raw;
    const caller: Caller = { kind: 'nobody', address: request.ip };
    const send = (status: number, type: string, text: string, more: readonly string[] = []): void => {
      if (response.destroyed) return;
      const length = String(Buffer.byteLength(text));
      response.writeHead(status, [
        ...always,
        ...['x-request-id', request.id, 'content-type', type, 'content-length', length, ...more],
      ]);
      response.end(text);
    };
    const fail = (error: unknown): void => {
      const { problem, unexpected } = problemOf(error);
      if (unexpected) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        collector.log.error('A request failed', { request: request.id, route: route.path, error: text });
      }
      const document = problemDocument(problem, request.id);
      const { retryAfter } = problem;
      const more = retryAfter === undefined ? [] : ['retry-after', String(Math.ceil(retryAfter))];
      send(document.status, `${problemContentType}; charset=utf-8`, JSON.stringify(document), more);
    };
    const refuse = (code: 'media-type-unsupported' | 'report-too-large', detail: string): void => {
      raw.refused(code, caller.address, collector);
      fail(new Problem(code, detail));
    };
    const take = (body: Buffer): void => {
      route
        .handle(callOf(request, caller, body), collector)
        .then((answer: Answer<unknown>) => {
          if (!('body' in answer)) throw new Error(`${route.id} must answer JSON.`);
          send(answer.status ?? 200, 'application/json; charset=utf-8', JSON.stringify(answer.body));
        })
        .catch(fail);
    };
    try {
      admit(route, request.raw, response, caller.address, collector);
    } catch (error) {
      fail(error);
      return;
    }
    const { contentTypes, limit } = raw;
    const type = request.headers['content-type'] ?? '';
    if (!contentTypes.includes(type) && !contentTypes.includes(bare(type))) {
      refuse('media-type-unsupported', `Send ${contentTypes.join(' or ')}.`);
      return;
    }
    readBody(request.raw, limit, take, () => refuse('report-too-large', `The limit is ${limit} bytes.`));
  };
}

function admit(
  { admit }: Route,
  { headers }: IncomingMessage,
  response: ServerResponse,
  address: string,
  collector: Collector,
): void {
  if (admit === undefined) return;
  const length = headers['content-length'];
  const leave = admit({ address, bytes: length === undefined ? null : Number(length) }, collector);
  response.once('close', leave);
}

/** Calls one of the two, once; neither when the sender goes away before the end. */
function readBody(
  request: IncomingMessage,
  limit: number,
  whole: (body: Buffer) => void,
  tooLarge: () => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const take = (chunk: Buffer): void => {
    length += chunk.length;
    if (length <= limit) {
      chunks.push(chunk);
      return;
    }
    // Without listeners the rest is let go as it comes, until the time for a request is over.
    request.off('data', take).off('end', end);
    tooLarge();
  };
  const end = (): void => {
    const [first] = chunks;
    whole(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks, length));
  };
  // The end of the connection is seen by the response.
  request
    .on('data', take)
    .once('end', end)
    .on('error', () => {});
}

function callOf(request: FastifyRequest, caller: Caller, raw: Buffer): Call<undefined, undefined, undefined> {
  return {
    params: undefined,
    query: undefined,
    body: undefined,
    raw,
    caller,
    headers: request.headers,
    url: request.url,
    requestId: request.id,
    // The intake finishes what it began: a report may be durable although nobody waits for the answer.
    signal: never,
  };
}

const never = new AbortController().signal;

function bare(contentType: string): string {
  return contentType.split(';')[0]?.trim().toLowerCase() ?? '';
}
