// Inflates a body within its limit: small ones at once, large ones elsewhere and few at a time, so that bombs block nobody.
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { reportLimits } from '@mailflow-tls/contract';

/** What inflates to less is done on the spot, which costs less than handing it over. */
const smallBytes = 256 * 1024;
const largeAtATime = 2;
const gunzipElsewhere = promisify(gunzip);

export type Inflated = { ok: true; bytes: Buffer } | { ok: false; reason: 'tooLarge' | 'notGzip' };

export class Inflater {
  #busy = 0;
  readonly #waiting: (() => void)[] = [];

  async inflate(body: Uint8Array): Promise<Inflated> {
    if (body.length < smallBytes) {
      try {
        return { ok: true, bytes: gunzipSync(body, { maxOutputLength: smallBytes, chunkSize: 64 * 1024 }) };
      } catch (error) {
        if (!isTooLarge(error)) return { ok: false, reason: 'notGzip' };
      }
    }
    if (this.#busy >= largeAtATime) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
    try {
      return { ok: true, bytes: await gunzipElsewhere(body, { maxOutputLength: reportLimits.inflated }) };
    } catch (error) {
      return { ok: false, reason: isTooLarge(error) ? 'tooLarge' : 'notGzip' };
    } finally {
      // Whoever waits takes over the place, so the number of busy ones stays.
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
