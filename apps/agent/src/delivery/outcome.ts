// What became of one attempt to hand something to a collector.
import { type Refusal, type RefusalCode, refusals } from '@mailflow-tls/contract';

export type Outcome =
  /** It is in the collector's store. */
  | { kind: 'acknowledged' }
  /** Put where the collector finds it; nobody has said yet that it did. */
  | { kind: 'handedOver' }
  | { kind: 'refused'; code: string; again: Refusal['again']; retryAfterMs: number | null }
  /** Nobody answered as a collector does. The code is the system's, or says which answer came. */
  | { kind: 'unreachable'; code: string; retryAfterMs: number | null };

/** How a refusal is taken whose code this version does not know: by its HTTP status. */
export function refusalOf(status: number, code: string | null, retryAfterMs: number | null): Outcome {
  if (code !== null && code in refusals) {
    const { again } = refusals[code as RefusalCode]; // `in` does not narrow
    return { kind: 'refused', code, again, retryAfterMs };
  }
  if (status === 429 || status === 503)
    return { kind: 'refused', code: code ?? `http${status}`, again: 'later', retryAfterMs };
  // A proxy or another program: nothing that it says is about the report.
  return { kind: 'unreachable', code: `http${status}`, retryAfterMs };
}

/** Milliseconds of a Retry-After header: seconds or a date (RFC 9110, section 10.2.3); at most a day. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const asked = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), 24 * 3_600_000) : null;
}
