// The OpenAPI document, for whoever asks: it says nothing that the program’s source does not.
import * as v from 'valibot';
import { openApiDocument } from '../openapi.ts';
import { defineRoute, type Route } from '../route.ts';

/** `routes` is asked for late, because the list holds this route too. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let document: ReturnType<typeof openApiDocument> | undefined;
  return defineRoute({
    method: 'GET',
    path: '/api/v1/openapi.json',
    id: 'readOpenApi',
    access: 'anyone',
    summary: 'This API as an OpenAPI 3.1 document.',
    answer: v.looseObject({ openapi: v.string(), paths: v.record(v.string(), v.unknown()) }),
    async handle() {
      document ??= openApiDocument(routes());
      return { body: { ...document } };
    },
  });
}
