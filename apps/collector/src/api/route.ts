// A route of the API: what it takes, what it answers, who may call it. The app, OpenAPI and the access test are made from these.
import type * as v from 'valibot';
import type { Collector } from '../collector.ts';
import type { Role } from '../store/schema.ts';
import type { ProblemCode } from './problems.ts';

/** `anyone`: no sign-in. `host`: signed by a host's key, checked by the handler. A role: that role or a higher one. */
export type Access = 'anyone' | 'host' | Role;

/** Who calls. */
export type Caller =
  | { kind: 'nobody'; address: string }
  | { kind: 'user'; id: number; name: string; role: Role; address: string }
  | { kind: 'token'; id: number; name: string; role: Role; address: string };

type Output<S> = S extends v.GenericSchema ? v.InferOutput<S> : undefined;

export interface Call<P, Q, B> {
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  /** The body as it came, of a route with `raw`; empty otherwise. */
  raw: Buffer;
  caller: Caller;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Path and query as they came. */
  url: string;
  /** Names this request in answers and log. */
  requestId: string;
  /** Aborted when the client goes away or the answer takes too long. */
  signal: AbortSignal;
}

type Headers = Readonly<Record<string, string | string[]>>;

/** A handler's answer: JSON by default; a stream for exports; 204 without a body; 303 to another address. */
export type Answer<A> =
  | { status?: 200 | 201 | 202; body: A; etag?: string; headers?: Headers }
  | { status?: 200; stream: NodeJS.ReadableStream; contentType: string; fileName?: string }
  | { status?: 200 | 503; text: string; contentType: string }
  | { status: 204; headers?: Headers }
  | { status: 303; location: string; headers?: Headers };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Path = `/${string}`;

export interface Route<
  P extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  Q extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  B extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  A extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  M extends Method = Method,
  U extends Path = Path,
  Id extends string = string,
> {
  method: M;
  /** In fastify's notation: `/api/v1/hosts/:id`. */
  path: U;
  /** Stable name, camel case, e.g. `listHosts`; the operationId of OpenAPI. */
  id: Id;
  access: Access;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /**
   * Takes the body as bytes of these content types, at most this many, straight from the request: for a route of hosts
   * without parameters that answers JSON, called thousands of times a second. `refused` is told of bodies not even read.
   */
  raw?: {
    contentTypes: readonly string[];
    limit: number;
    refused(code: 'media-type-unsupported' | 'report-too-large', address: string, collector: Collector): void;
  };
  /** `own`: the handler bounds its callers itself. `strict`: few a minute, for paths where secrets are guessed. */
  rate?: 'own' | 'strict';
  /** Called before the body is read; throws to refuse the request. What it returns is called when the request is over. */
  admit?(request: { address: string; bytes: number | null }, collector: Collector): () => void;
  /** Schema of the JSON answer; leave out for streams, texts, 204 and 303. */
  answer?: A;
  /** The status when it works; 200 when left out. */
  status?: 200 | 201 | 202 | 204 | 303;
  /** Content types of streams and texts. */
  streams?: readonly string[];
  /** Codes that this route answers itself; those of access, validation and limits are added for all. */
  problems?: readonly ProblemCode[];
  handle(call: Call<P, Q, B>, collector: Collector): Promise<Answer<Output<A>>>;
}

/** Gives a route its types, which the dashboard’s client is typed by. */
export function defineRoute<
  P extends v.GenericSchema | undefined = undefined,
  Q extends v.GenericSchema | undefined = undefined,
  B extends v.GenericSchema | undefined = undefined,
  A extends v.GenericSchema | undefined = undefined,
  const M extends Method = Method,
  const U extends Path = Path,
  const Id extends string = string,
>(route: Route<P, Q, B, A, M, U, Id>): Route<P, Q, B, A, M, U, Id> {
  return route;
}
