// The problems that the API answers (RFC 9457): stable codes, their status and title, and what a caller can do.
import { type RefusalCode, refusals } from '@mailflow-tls/contract';

const own = {
  'not-found': { status: 404, title: 'There is no such thing here.' },
  'method-not-allowed': { status: 405, title: 'This path does not know that method.' },
  'not-signed-in': { status: 401, title: 'Sign in, or send an API token.' },
  'sign-in-failed': { status: 401, title: 'The name or the password is wrong, or too many attempts failed.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.' },
  'csrf-missing': { status: 403, title: 'The request does not carry the session’s CSRF token.' },
  'request-invalid': { status: 400, title: 'The request does not fit the API’s schema.' },
  'body-too-large': { status: 413, title: 'The body is larger than this path takes.' },
  'cursor-invalid': { status: 400, title: 'The cursor is not one that this API gave.' },
  'link-invalid': { status: 403, title: 'The link is unknown, used or expired.' },
  'provider-refused': { status: 403, title: 'The sign-in by the identity provider did not succeed.' },
  'provider-unavailable': { status: 502, title: 'The identity provider does not answer as it should.' },
  conflict: { status: 409, title: 'Something else stands in the way.' },
  'changed-meanwhile': { status: 412, title: 'It was changed since you read it.' },
  'took-too-long': { status: 503, title: 'The answer took too long to make.' },
  'internal-error': { status: 500, title: 'The collector failed; its log says why.' },
} as const satisfies Record<string, { status: number; title: string }>;

const refusalTitles = {
  'report-too-large': 'The report is larger than the limit.',
  'media-type-unsupported': 'This path does not take that content type.',
  'report-not-gzip': 'The report is not compressed by gzip.',
  'report-malformed': 'The report is not built as it must be.',
  'report-version-unsupported': 'The report’s version is not known here.',
  'report-schema-invalid': 'The report does not fit its schema.',
  'report-limits-exceeded': 'The report is deeper or larger inside than the limits.',
  'report-digest-mismatch': 'A section of the report is not the one that its header names.',
  'signature-invalid': 'The signature does not fit the host’s key.',
  'host-unknown': 'No host with this key is enrolled.',
  'host-waiting': 'The host waits for approval.',
  'host-revoked': 'The host’s key was revoked.',
  'report-id-taken': 'Another host’s report bears this id.',
  'enrolment-malformed': 'The enrolment is not built or signed as it must be.',
  'enrolment-token-invalid': 'The enrolment token is unknown, used up, expired or revoked.',
  'enrolment-not-allowed': 'The enrolment token does not allow this host.',
  'rate-limited': 'Too many requests; wait a moment.',
  overloaded: 'The collector has more to do than it can; try again later.',
  'store-unavailable': 'The database does not answer; try again later.',
} as const satisfies Record<RefusalCode, string>;

export type ProblemCode = keyof typeof own | RefusalCode;

/** Every code, for the catalog in OpenAPI and the documentation. */
export const problemCodes: readonly ProblemCode[] = [
  ...Object.keys(own),
  ...Object.keys(refusals),
] as ProblemCode[]; // Object.keys forgets the names of the keys

export function statusOf(code: ProblemCode): number {
  return isRefusal(code) ? refusals[code].status : own[code].status;
}

export function titleOf(code: ProblemCode): string {
  return isRefusal(code) ? refusalTitles[code] : own[code].title;
}

function isRefusal(code: ProblemCode): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

/** One place of a request that does not fit. */
export interface FieldProblem {
  in: 'path' | 'query' | 'body';
  /** JSON pointer as a URI fragment (RFC 6901), e.g. `#/tags/0`. */
  pointer: string;
  detail: string;
}

/** Thrown by handlers; the app answers it as a problem document. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  readonly errors: readonly FieldProblem[] | undefined;
  constructor(
    code: ProblemCode,
    detail: string,
    options: { retryAfter?: number; errors?: readonly FieldProblem[] } = {},
  ) {
    super(detail);
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.errors = options.errors;
  }
}
