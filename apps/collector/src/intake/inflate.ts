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
        return {
          ok: true,
          bytes: gunzipSync(body, { maxOutputLength: smallBytes, chunkSize: claimedBytes(body) }),
        };
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

/** What the end of gzip data claims of its length: one buffer of the right size then, and a lie only costs more of them. */
function claimedBytes(body: Uint8Array): number {
  if (body.length < 18) return 1024;
  const claimed = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(
    body.length - 4,
    true,
  );
  return Math.min(Math.max(claimed + 1, 1024), smallBytes);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
