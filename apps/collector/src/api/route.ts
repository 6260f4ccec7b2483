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
  caller: Caller;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
}

/** A handler's answer: JSON by default; a stream for exports; null for 204. */
export type Answer<A> =
  | { status?: 200 | 201 | 202; body: A; etag?: string; headers?: Readonly<Record<string, string>> }
  | { status?: 200; stream: NodeJS.ReadableStream; contentType: string; fileName?: string }
  | { status: 204 };

export interface Route<
  P extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  Q extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  B extends v.GenericSchema | undefined = v.GenericSchema | undefined,
  A extends v.GenericSchema | undefined = v.GenericSchema | undefined,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** In fastify's notation: `/api/v1/hosts/:id`. */
  path: `/${string}`;
  /** Stable name, camel case, e.g. `listHosts`; the operationId of OpenAPI. */
  id: string;
  access: Access;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Schema of the JSON answer; leave out for streams and 204. */
  answer?: A;
  /** Content types of streams. */
  streams?: readonly string[];
  /** Codes that this route answers itself; those of access, validation and limits are added for all. */
  problems?: readonly ProblemCode[];
  handle(call: Call<P, Q, B>, collector: Collector): Promise<Answer<Output<A>>>;
}

/** Gives a route its types. */
export function defineRoute<
  P extends v.GenericSchema | undefined = undefined,
  Q extends v.GenericSchema | undefined = undefined,
  B extends v.GenericSchema | undefined = undefined,
  A extends v.GenericSchema | undefined = undefined,
>(route: Route<P, Q, B, A>): Route<P, Q, B, A> {
  return route;
}
