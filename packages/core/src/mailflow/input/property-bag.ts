// One object as PowerShell or a table shows it: its properties by name, whatever form it was written in.
import type { Where } from '../evidence.ts';

/**
 * Names in lower case without blanks, underscores and other marks: `Next Hop Domain`, `NextHopDomain` and
 * `next_hop_domain` are one. Values as written; what was empty is not there.
 */
export type PropertyBag = {
  readonly values: ReadonlyMap<string, string>;
  /** Values behind the last heading, as the Event Viewer's export has them, and of columns without a heading. */
  readonly extra: readonly string[];
  /** A console has shortened values to fit its width. */
  readonly isCut: boolean;
  readonly where: Where;
};

/** A piece of a source that is no record or not a whole one; its text is searched for errors all the same. */
export type BrokenPiece = {
  readonly text: string;
  readonly reason: 'cut' | 'tooLong' | 'notARecord';
  readonly where: Where;
};

export type BagSink = {
  bag(bag: PropertyBag): void;
  broken(piece: BrokenPiece): void;
  /** Text between records that is none: it is searched for errors, and not counted as unreadable. */
  aside(text: string, where: Where): void;
};

/**
 * A reader of one form. It is given the text from where it stopped last time, and says how many characters it is done
 * with; with `isLast` it is done with all. `line` is the number of the first line of the text.
 */
export type FormReader = {
  read(text: string, line: number, isLast: boolean, sink: BagSink): number;
};

const marks = /[\s_\-.()#/:"']+/g;

export function propertyName(name: string): string {
  return name.replace(marks, '').toLowerCase();
}

/** Counts line ends while a text is walked through from front to back. */
export class LineCounter {
  readonly #text: string;
  #at = 0;
  #line: number;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  /** The number of the line in which `at` is; `at` never goes back. */
  lineAt(at: number): number {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#at);
      if (end < 0 || end >= at) return this.#line;
      this.#at = end + 1;
      this.#line++;
    }
  }
}
