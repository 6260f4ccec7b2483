// What stands in the way of reading a file of evidence, and whether something was missed by it.

export type ProblemCode =
  /** The system's code is in `detail`. */
  | 'notRead'
  | 'linkNotFollowed'
  | 'notAFile'
  | 'tooDeep'
  | 'tooManyFiles'
  | 'empty'
  | 'binary'
  | 'unknownKind'
  | 'foreign'
  | 'changed'
  | 'archiveDamaged'
  | 'archiveCut'
  | 'archiveEncrypted'
  | 'archiveMethod'
  | 'archiveNested'
  | 'archiveTooLarge'
  | 'archiveOverlap'
  | 'archiveBomb'
  | 'archiveNameClimbs';

export interface Problem {
  /** As shown to the user, without personal data. */
  readonly file: string;
  readonly code: ProblemCode;
  readonly detail?: string;
}

/** What was seen and is not missing from the answer. */
const harmless: ReadonlySet<ProblemCode> = new Set([
  'linkNotFollowed',
  'empty',
  'binary',
  'unknownKind',
  'foreign',
  'archiveNameClimbs',
]);

/** Whether evidence may be missing from the answer because of it. */
export function isLoss({ code }: Problem): boolean {
  return !harmless.has(code);
}

/** Ends the reading of one file or archive; the others go on. */
export class SourceProblem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;

  constructor(code: ProblemCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'SourceProblem';
    this.code = code;
    this.detail = detail;
  }
}

/** The problem that an error of reading stands for; errors of our own code go on. */
export function problemOf(file: string, error: unknown): Problem {
  if (error instanceof SourceProblem)
    return { file, code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) };
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const detail = String(error.code);
  if (detail === 'Z_BUF_ERROR') return { file, code: 'archiveCut' };
  if (detail.startsWith('Z_')) return { file, code: 'archiveDamaged', detail };
  return { file, code: 'notRead', detail };
}
