// Why a message was not delivered, as a code that may be shown and kept: never what a receiver answered.
export class DeliveryFailure extends Error {
  /** E.g. `http-503`, `redirected`, `timed-out`, `refused-address`, `secret-not-readable`. */
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
