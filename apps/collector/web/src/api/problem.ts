// What went wrong with a request: the API’s problem documents (RFC 9457), or that it could not be reached.
import type { ProblemCode } from './types.ts';

/** `unreachable`: no answer came. `unreadable`: something answered that is not this API, such as a proxy. */
export type ProblemKind = ProblemCode | 'unreachable' | 'unreadable';

export interface FieldError {
  /** JSON pointer, e.g. `#/tags/0`. */
  pointer: string;
  detail: string;
}

interface ProblemParts {
  code: ProblemKind;
  status?: number;
  detail?: string;
  /** Names the request in the collector’s log. */
  request?: string;
  errors?: readonly FieldError[];
  /** Seconds after which to try again. */
  retryAfter?: number;
}

export class ApiProblem extends Error {
  readonly code: ProblemKind;
  readonly status: number | undefined;
  readonly request: string | undefined;
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | undefined;

  constructor({ code, status, detail, request, errors = [], retryAfter }: ProblemParts) {
    super(detail ?? code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.request = request;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  /** What is wrong with one field of the body, e.g. `name`. */
  fieldError(field: string): string | undefined {
    return this.errors.find(({ pointer }) => pointer === `#/${field}` || pointer.startsWith(`#/${field}/`))
      ?.detail;
  }
}

/** The problem that an answer with an error status tells. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const { status } = response;
  const seconds = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds } : {};
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (!isProblem) return new ApiProblem({ code: 'unreadable', status, ...retryAfter });
  try {
    // The collector's problem documents fit this; what is missing is left out below.
    const body = (await response.json()) as {
      code: ProblemCode;
      detail?: string;
      instance?: string;
      errors?: FieldError[];
    };
    return new ApiProblem({
      code: body.code,
      status,
      ...(body.detail !== undefined && { detail: body.detail }),
      ...(body.instance !== undefined && { request: body.instance.replace('urn:uuid:', '') }),
      ...(body.errors !== undefined && { errors: body.errors }),
      ...retryAfter,
    });
  } catch {
    return new ApiProblem({ code: 'unreadable', status, ...retryAfter });
  }
}
