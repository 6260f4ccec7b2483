// Why a store was not copied, and what to do; what was there before is unchanged.

export type StoreCopyProblem =
  | 'file-exists'
  | 'no-such-file'
  | 'backup-damaged'
  | 'target-not-empty'
  | 'schema-behind'
  | 'schema-ahead';

const remedies: Readonly<Record<StoreCopyProblem, string>> = {
  'file-exists': 'Give another name, or remove the file.',
  'no-such-file': 'Check the path.',
  'backup-damaged': 'Take another backup.',
  'target-not-empty': 'Take an empty database, or restore with --replace.',
  'schema-behind': 'Run `migrate` first.',
  'schema-ahead': 'Use the version of the collector that made it, or a newer one.',
};

export class StoreCopyError extends Error {
  readonly code: StoreCopyProblem;
  readonly remedy: string;

  constructor(code: StoreCopyProblem, message: string) {
    super(message);
    this.code = code;
    this.remedy = remedies[code];
  }
}
