// One piece of evidence, weighed, and what finds such pieces in a group.
import type { Remedy } from '../../remediation/remedy.ts';
import type { Report } from '../../report/report.ts';
import type { Because, Strength } from '../diagnosis.ts';
import type { CaseFile, Group } from '../group.ts';
import type { CauseName } from '../input.ts';

export interface Piece extends Omit<Because, 'speaks' | 'strength'> {
  readonly cause: CauseName;
  readonly strength: Strength;
  /** Above 0 for the cause, below against it; the scale is that of `rank.ts`. */
  readonly points: number;
  /** The setting leaves the connection no way to succeed. */
  readonly inevitable?: true;
  /** The remedy of the host's finding. */
  readonly remedy?: Remedy;
}

/** What finders may look at besides the group. */
export interface Background {
  readonly file: CaseFile;
  readonly report: Report | null;
}

/** Finds the evidence of one kind. */
export type Finder = (group: Group, background: Background) => Piece[];
