// What the API takes and answers, taken from the declared routes, from which the OpenAPI document is made too.
import type * as v from 'valibot';
import type { ProblemCode } from '../../../src/api/problems.ts';
import type { DeclaredRoute } from '../../../src/api/routes/index.ts';

/** `GET /api/v1/hosts/:id` */
type EndpointOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${M} ${P}`
  : never;
export type Endpoint = EndpointOf<DeclaredRoute>;
/** Those that only read. */
export type Question = Extract<Endpoint, `GET ${string}`>;

type RouteAt<E extends Endpoint, R = DeclaredRoute> = R extends DeclaredRoute
  ? E extends EndpointOf<R>
    ? R
    : never
  : never;

type InputOf<S> = S extends v.GenericSchema ? v.InferInput<S> : undefined;
/** Numbers in paths are written as text. */
type PathInput<S> = S extends v.GenericSchema ? { [K in keyof v.InferInput<S>]: string | number } : undefined;

type ParamsAt<E extends Endpoint> = RouteAt<E> extends { params?: infer S } ? PathInput<S> : undefined;
type QueryAt<E extends Endpoint> = RouteAt<E> extends { query?: infer S } ? InputOf<S> : undefined;
type BodyAt<E extends Endpoint> = RouteAt<E> extends { body?: infer S } ? InputOf<S> : undefined;

type Needed<K extends string, T> = [T] extends [undefined]
  ? { [P in K]?: undefined }
  : object extends T
    ? { [P in K]?: T }
    : { [P in K]: T };

/** Path parameters, query and body of a request, as far as the route has them. */
export type Input<E extends Endpoint> = Needed<'params', ParamsAt<E>> &
  Needed<'query', QueryAt<E>> &
  Needed<'body', BodyAt<E>>;

/** The JSON answer; undefined where there is none. */
export type AnswerOf<E extends Endpoint> =
  RouteAt<E> extends { answer?: infer S }
    ? S extends v.GenericSchema
      ? v.InferOutput<S>
      : undefined
    : undefined;

export type { ProblemCode };
export type Role = AnswerOf<'GET /api/v1/session'>['role'];
