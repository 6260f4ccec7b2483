// Why a collector refuses what a host sends: stable codes, their HTTP status, and whether trying again can help.

export interface Refusal {
  status: number;
  /** `later`: the same bytes may be taken later. `never`: they will not. `notNow`: a person must act first; keep them. */
  again: 'later' | 'never' | 'notNow';
}

/** By code. RFC 9457 problem documents carry the code in `code` and in the last part of `type`. */
export const refusals = {
  'report-too-large': { status: 413, again: 'never' },
  'media-type-unsupported': { status: 415, again: 'notNow' },
  'report-not-gzip': { status: 400, again: 'never' },
  'report-malformed': { status: 400, again: 'never' },
  'report-version-unsupported': { status: 422, again: 'never' },
  'report-schema-invalid': { status: 422, again: 'never' },
  'report-limits-exceeded': { status: 422, again: 'never' },
  'report-digest-mismatch': { status: 422, again: 'never' },
  'signature-invalid': { status: 403, again: 'never' },
  'host-unknown': { status: 403, again: 'notNow' },
  'host-waiting': { status: 403, again: 'notNow' },
  'host-revoked': { status: 403, again: 'notNow' },
  'report-id-taken': { status: 409, again: 'never' },
  'enrolment-malformed': { status: 400, again: 'never' },
  'enrolment-token-invalid': { status: 403, again: 'notNow' },
  'enrolment-not-allowed': { status: 403, again: 'notNow' },
  'rate-limited': { status: 429, again: 'later' },
  overloaded: { status: 503, again: 'later' },
  'store-unavailable': { status: 503, again: 'later' },
} as const satisfies Record<string, Refusal>;
export type RefusalCode = keyof typeof refusals;
