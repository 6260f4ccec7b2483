// Asks an app and holds each answer to what its OpenAPI document promises for that operation.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type OpenApiDocument, type OpenApiOperation, openApiDocument } from '../src/api/openapi.ts';
import type { Route } from '../src/api/route.ts';

export interface CheckedAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | number | undefined>>;
  text: string;
  /** Parsed when it is JSON, otherwise undefined. */
  json: unknown;
}

export interface CheckedRequest {
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  payload?: InjectOptions['payload'] | undefined;
}

export type CheckedFetch = (request: CheckedRequest) => Promise<CheckedAnswer>;

/** Throws when an answer's status, content type, headers or body is not what the document says. */
export function checkedFetch(app: FastifyInstance, routes: readonly Route[]): CheckedFetch {
  const document = openApiDocument(routes);
  const validator = new Ajv2020({ strict: false, allErrors: true });
  // A CommonJS module whose types tell its default export as a namespace.
  (addFormats as unknown as (ajv: Ajv2020) => void)(validator);
  validator.addSchema({ $id: 'document', ...document });
  return async (request) => {
    const response = await app.inject(request as InjectOptions); // its list of methods is closed, ours is text
    const answer: CheckedAnswer = {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      json: /\bjson\b/.test(String(response.headers['content-type'] ?? ''))
        ? parse(response.body)
        : undefined,
    };
    const found = operationFor(document, request.method, request.url);
    if (found !== null) checkAnswer(validator, found, answer, request.method);
    return answer;
  };
}

interface Found {
  operation: OpenApiOperation;
  pointer: string;
  document: OpenApiDocument;
}

function operationFor(document: OpenApiDocument, method: string, url: string): Found | null {
  const path = url.split('?')[0] ?? '';
  const wanted = method.toLowerCase();
  const candidates = Object.entries(document.paths)
    .filter(([template]) => pattern(template).test(path))
    .sort(([a], [b]) => a.split('{').length - b.split('{').length);
  for (const [template, operations] of candidates) {
    const operation = operations[wanted];
    if (operation === undefined) continue;
    const steps = ['paths', template, wanted].map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
    return { operation, pointer: `document#/${steps.map(encodeURIComponent).join('/')}`, document };
  }
  return null;
}

function pattern(template: string): RegExp {
  return new RegExp(
    `^${template
      .split(/\{\w+\}/)
      .map(RegExp.escape)
      .join('[^/]+')}$`,
  );
}

function checkAnswer(validator: Ajv2020, found: Found, answer: CheckedAnswer, method: string): void {
  const { operation, document } = found;
  const what = `${operation.operationId} ${answer.status}`;
  const said = operation.responses[String(answer.status)];
  if (said === undefined) throw new Error(`${what}: the document does not know this status: ${answer.text}`);
  const isReference = '$ref' in said;
  const response = isReference ? document.components.responses[said.$ref.split('/').at(-1) ?? ''] : said;
  const pointer = isReference ? `document${said.$ref}` : `${found.pointer}/responses/${answer.status}`;
  const type = String(answer.headers['content-type'] ?? '');
  const content = Object.keys(response?.content ?? {});
  if (content.length === 0) {
    if (answer.text !== '') throw new Error(`${what}: a body where the document says none: ${answer.text}`);
    return;
  }
  const media = content.find((each) => bare(each) === bare(type));
  if (media === undefined) throw new Error(`${what}: content type ${type} is not in the document`);
  if (answer.json === undefined || method === 'HEAD') return;
  const steps = `${pointer}/content/${encodeURIComponent(media.replaceAll('~', '~0').replaceAll('/', '~1'))}/schema`;
  if (!validator.validate({ $ref: steps }, answer.json)) {
    throw new Error(`${what}: ${validator.errorsText()}\n${answer.text.slice(0, 2000)}`);
  }
}

function bare(type: string): string {
  return type.split(';')[0]?.trim().toLowerCase() ?? '';
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
