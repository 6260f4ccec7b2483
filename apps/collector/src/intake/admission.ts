// Lets in no more at once than fits in memory; the rest is told at once to come back later.

export interface AdmissionLimits {
  /** Requests being read, checked or waiting for their commit. */
  requests: number;
  /** Bytes of their bodies as sent. */
  bytes: number;
}

export class Admission {
  readonly #limits: AdmissionLimits;
  #requests = 0;
  #bytes = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  get requests(): number {
    return this.#requests;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** A function that gives the room back, once; null when there is none. */
  enter(bytes: number): (() => void) | null {
    if (this.#requests >= this.#limits.requests || this.#bytes + bytes > this.#limits.bytes) return null;
    this.#requests += 1;
    this.#bytes += bytes;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.#requests -= 1;
      this.#bytes -= bytes;
    };
  }
}
