// Slows down addresses whose requests are refused; what is accepted costs nothing, so a whole fleet behind one proxy passes.
import { addressKey, type RateLimit, RateLimiter } from '../api/rate-limit.ts';

const maxBlocked = 50_000;

export class Penalties {
  readonly #limiter: RateLimiter;
  readonly #blockedUntil = new Map<string, number>();

  constructor(limit: RateLimit) {
    this.#limiter = new RateLimiter(limit);
  }

  /** Seconds that this address must still wait; 0 when it may send. */
  blockedFor(address: string, now: number): number {
    if (this.#blockedUntil.size === 0) return 0;
    const key = addressKey(address);
    const until = this.#blockedUntil.get(key);
    if (until === undefined) return 0;
    if (until > now) return Math.ceil((until - now) / 1000);
    this.#blockedUntil.delete(key);
    return 0;
  }

  /** Told of each request that was refused for its content. */
  refused(address: string, now: number): void {
    const key = addressKey(address);
    const wait = this.#limiter.take(key, now);
    if (wait === 0) return;
    this.#blockedUntil.set(key, now + wait * 1000);
    if (this.#blockedUntil.size > maxBlocked) {
      const [oldest] = this.#blockedUntil.keys();
      if (oldest !== undefined) this.#blockedUntil.delete(oldest);
    }
  }
}
