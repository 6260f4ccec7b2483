// The problems that the API answers (RFC 9457): stable codes, their status, and what a caller can do.
import { refusals } from '@mailflow-tls/contract';

const own = {
  'not-found': { status: 404, title: 'There is no such thing here.' },
  'not-signed-in': { status: 401, title: 'Sign in, or send an API token.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.' },
  'csrf-missing': { status: 403, title: 'The request does not carry the session’s CSRF token.' },
  'request-invalid': { status: 400, title: 'The request does not fit the API’s schema.' },
  'cursor-invalid': { status: 400, title: 'The cursor is not one that this API gave.' },
  conflict: { status: 409, title: 'Something else stands in the way.' },
  'changed-meanwhile': { status: 412, title: 'It was changed since you read it.' },
  'internal-error': { status: 500, title: 'The collector failed; its log says why.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof own | keyof typeof refusals;

export function statusOf(code: ProblemCode): number {
  return code in own
    ? own[code as keyof typeof own].status // `in` does not narrow keys
    : refusals[code as keyof typeof refusals].status; // the only other kind
}

/** Thrown by handlers; the app answers it as a problem document. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  constructor(code: ProblemCode, detail: string, options: { retryAfter?: number } = {}) {
    super(detail);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}
