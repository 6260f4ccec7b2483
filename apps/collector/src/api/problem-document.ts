// Turns whatever was thrown into the problem document that is answered; what a caller need not know stays in the log.
import * as v from 'valibot';
import { isUnavailable } from '../store/is-unavailable.ts';
import { type FieldProblem, Problem, type ProblemCode, statusOf, titleOf } from './problems.ts';

export const problemContentType = 'application/problem+json';

export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  code: v.string(),
  detail: v.string(),
  /** `urn:uuid:` and the request’s id, which the collector’s log bears too. */
  instance: v.string(),
  errors: v.optional(
    v.array(v.object({ in: v.picklist(['path', 'query', 'body']), pointer: v.string(), detail: v.string() })),
  ),
});
export type ProblemDocument = v.InferOutput<typeof problemSchema>;

export function problemDocument(problem: Problem, requestId: string): ProblemDocument {
  return {
    type: `urn:mailflow-tls:problem:${problem.code}`,
    title: titleOf(problem.code),
    status: statusOf(problem.code),
    code: problem.code,
    detail: problem.message,
    instance: `urn:uuid:${requestId}`,
    ...(problem.errors !== undefined && { errors: [...problem.errors] }),
  };
}

/** Codes of fastify’s own errors that callers cause. */
const byFastifyCode: Readonly<Record<string, [ProblemCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media-type-unsupported', 'The content type is not taken here.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['request-invalid', 'The body is not as long as its header says.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['request-invalid', 'The body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['request-invalid', 'The body is not JSON.'],
  FST_ERR_BAD_URL: ['request-invalid', 'The path cannot be decoded.'],
  FST_ERR_MAX_PARAM_LENGTH: ['request-invalid', 'A part of the path is too long.'],
};

/** The problem behind an error; `unexpected` when it is the collector’s fault and belongs into the log. */
export function problemOf(error: unknown): { problem: Problem; unexpected: boolean } {
  if (error instanceof Problem) return { problem: error, unexpected: false };
  const { code, statusCode } = partsOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return { problem: new Problem('body-too-large', 'The body is too large.'), unexpected: false };
  }
  const known = code === undefined ? undefined : byFastifyCode[code];
  if (known !== undefined) return { problem: new Problem(...known), unexpected: false };
  if (isUnavailable(error)) {
    return {
      problem: new Problem('store-unavailable', 'The database does not answer.', { retryAfter: 5 }),
      unexpected: true,
    };
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { problem: new Problem('request-invalid', 'The request cannot be read.'), unexpected: false };
  }
  return {
    problem: new Problem('internal-error', 'Something failed inside the collector.'),
    unexpected: true,
  };
}

function partsOf(error: unknown): { code: string | undefined; statusCode: number | undefined } {
  if (typeof error !== 'object' || error === null) return { code: undefined, statusCode: undefined };
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    statusCode: 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined,
  };
}

/** Checks one part of a request; what was received is never repeated, it may be a secret. */
export function check<S extends v.GenericSchema>(
  part: FieldProblem['in'],
  schema: S,
  input: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const errors = result.issues.slice(0, 20).map((issue): FieldProblem => {
    const keys = issue.path?.map(({ key }) => String(key)) ?? [];
    return { in: part, pointer: pointerOf(keys), detail: detailOf(issue) };
  });
  throw new Problem('request-invalid', `The ${part} does not fit the schema.`, { errors });
}

function detailOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'This key is not known here.';
  return issue.message.split(' but received ')[0] ?? issue.message;
}

function pointerOf(keys: readonly string[]): string {
  const steps = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  return ['#', ...steps].join('/');
}
