// The OpenAPI 3.1 document, made from the declared routes, so that it cannot say anything else than what runs.
import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { collectorVersion } from '../version.ts';
import { problemContentType, problemSchema } from './problem-document.ts';
import { type ProblemCode, problemCodes, statusOf, titleOf } from './problems.ts';
import type { Route } from './route.ts';

export interface OpenApiResponse {
  description: string;
  content?: Readonly<Record<string, { schema: JsonSchema }>>;
}

export interface OpenApiOperation {
  operationId: string;
  summary: string;
  tags: readonly string[];
  security: readonly Readonly<Record<string, readonly string[]>>[];
  parameters?: readonly OpenApiParameter[];
  requestBody?: { required: boolean; content: Readonly<Record<string, { schema: JsonSchema }>> };
  responses: Readonly<Record<string, OpenApiResponse | Reference>>;
  /** The least role, `anyone`, or `host`. */
  'x-access': string;
}

export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  components: {
    responses: Readonly<Record<string, OpenApiResponse>>;
    schemas: Readonly<Record<string, JsonSchema>>;
    securitySchemes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export function openApiDocument(routes: readonly Route[]): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const route of routes.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const path = openApiPath(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Mailflow TLS collector',
      version: collectorVersion,
      description:
        'Times are ISO 8601 in UTC. Lists are paged by cursors. Problems are RFC 9457 documents with a stable `code`.',
    },
    paths,
    components: {
      responses: problemResponses(routes),
      schemas: { Problem: convert(problemSchema, 'output'), ProblemCode: { enum: [...problemCodes] } },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-mailflow-tls',
          description: 'Set by signing in. Methods other than GET need the header X-CSRF-Token too.',
        },
        host: { type: 'http', scheme: 'ed25519', description: 'The body is signed by the host’s key.' },
      },
    },
  };
}

/** `/hosts/:id` → `/hosts/{id}`. */
function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function operationOf(route: Route): OpenApiOperation {
  const parameters = [...parametersOf('path', route.params), ...parametersOf('query', route.query)];
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [areaOf(route.path)],
    security:
      route.access === 'anyone'
        ? []
        : route.access === 'host'
          ? [{ host: [] }]
          : [{ token: [] }, { session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...bodyOf(route),
    responses: { ...successOf(route), ...problemsOf(route) },
    'x-access': route.access,
  };
}

function areaOf(path: string): string {
  return path.replace(/^\/api\/v1\//, '').split('/')[0] || 'collector';
}

function parametersOf(where: 'path' | 'query', schema: v.GenericSchema | undefined): OpenApiParameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = convert(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    // JSON Schema allows `true` and `false`; no route declares such a parameter.
    schema: property as JsonSchema,
  }));
}

function bodyOf({ body, raw }: Route): Pick<OpenApiOperation, 'requestBody'> {
  if (raw !== undefined) {
    const content = raw.contentTypes.map((type) => [type, { schema: { maxLength: raw.limit } }] as const);
    return { requestBody: { required: true, content: Object.fromEntries(content) } };
  }
  if (body === undefined) return {};
  const content = { 'application/json': { schema: convert(body, 'input') } };
  return { requestBody: { required: true, content } };
}

function successOf(route: Route): Record<string, OpenApiResponse> {
  const status = String(route.status ?? 200);
  const { answer, streams } = route;
  if (answer !== undefined) {
    const content = { 'application/json': { schema: convert(answer, 'output') } };
    const unchanged =
      route.method === 'GET' ? { '304': { description: 'As the sent If-None-Match names it.' } } : {};
    return { [status]: { description: 'Done.', content }, ...unchanged };
  }
  if (streams !== undefined) {
    const content = streams.map(
      (type) => [type, { schema: { type: type.endsWith('+json') ? 'object' : 'string' } as const }] as const,
    );
    return { [status]: { description: 'Done.', content: Object.fromEntries(content) } };
  }
  return { [status]: { description: status === '303' ? 'Go there.' : 'Done.' } };
}

/** Codes that a route can answer: its own, and those that come with its access, its input and every request. */
function codesOf(route: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>(route.problems ?? []);
  for (const code of ['internal-error', 'store-unavailable', 'rate-limited'] as const) codes.add(code);
  const takesInput = [route.params, route.query, route.body, route.raw].some((part) => part !== undefined);
  if (takesInput || route.method !== 'GET') codes.add('request-invalid');
  if (route.method !== 'GET') for (const code of bodyCodes) codes.add(code);
  if (route.access === 'host') return [...codes].sort();
  codes.add('took-too-long');
  if (route.access === 'anyone') return [...codes].sort();
  codes.add('not-signed-in');
  if (route.access !== 'viewer') codes.add('not-allowed');
  if (route.method !== 'GET') codes.add('csrf-missing');
  return [...codes].sort();
}
const bodyCodes = ['body-too-large', 'media-type-unsupported'] as const;

type Reference = { $ref: string };

function problemsOf(route: Route): Record<string, Reference> {
  const byStatus = Map.groupBy(codesOf(route), statusOf);
  const responses = [...byStatus].map(([status, codes]) => {
    return [String(status), { $ref: `#/components/responses/${codes.join('_')}` }] as const;
  });
  return Object.fromEntries(responses);
}

/** One response for each set of codes that some route answers with one status. */
function problemResponses(routes: readonly Route[]): Record<string, OpenApiResponse> {
  const sets = routes.flatMap((route) => [...Map.groupBy(codesOf(route), statusOf).values()]);
  const responses = sets.map((codes): [string, OpenApiResponse] => {
    const description = codes.map((code) => `\`${code}\`: ${titleOf(code)}`).join('\n');
    const schema: JsonSchema = {
      allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...codes] } } }],
    };
    return [codes.join('_'), { description, content: { [problemContentType]: { schema } } }];
  });
  return Object.fromEntries(responses.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A schema may carry, as metadata, what stands for it in queries, where everything is text. */
const standInSchema = v.object({ openapi: v.record(v.string(), v.unknown()) });

function convert(schema: v.GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  const config: ConversionConfig = {
    target: 'draft-2020-12',
    typeMode,
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) => {
      const standIn = v.safeParse(standInSchema, v.getMetadata(valibotSchema));
      return standIn.success ? standIn.output.openapi : null;
    },
  };
  const { $schema: _, ...rest } = toJsonSchema(schema, config);
  return rest;
}
