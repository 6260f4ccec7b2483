// What a user did or set wrong, with what to do about it.
export class UsageError extends Error {
  /** One sentence: what to do. */
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}
