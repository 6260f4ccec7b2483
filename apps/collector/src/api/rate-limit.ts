// Bounds how often one caller may ask: a bucket of tokens that fills again with time.
import { isIPv6 } from 'node:net';

export interface RateLimit {
  /** Requests at once. */
  burst: number;
  /** Requests a second in the long run. */
  perSecond: number;
}

export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #capacity: number;

  /** At most `capacity` callers are remembered; the longest unseen is forgotten first. */
  constructor(limit: RateLimit, capacity = 50_000) {
    this.#limit = limit;
    this.#capacity = capacity;
  }

  /** Takes one request of this caller: 0 when allowed, otherwise the seconds to wait. */
  take(key: string, now: number): number {
    const { burst, perSecond } = this.#limit;
    const known = this.#buckets.get(key);
    const elapsed = known === undefined ? 0 : Math.max(0, now - known.at) / 1000;
    const tokens = known === undefined ? burst : Math.min(burst, known.tokens + elapsed * perSecond);
    const allowed = tokens >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    this.#forgetOldest();
    return allowed ? 0 : Math.ceil((1 - tokens) / perSecond);
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= this.#capacity) return;
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}

/** One key for one network: an IPv6 caller owns a whole /64, so its addresses count together. */
export function addressKey(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address;
  return isIPv6(plain) ? expand(plain).slice(0, 4).join(':') : plain;
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(missing).fill('0'), ...right];
}
