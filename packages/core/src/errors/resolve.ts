// A value inside the words may be an error of its own: the alert 70, the status AlgorithmMismatch, a name cut short.
import type { CatalogEntry, ErrorId } from './catalog/index.ts';
import type { Tables } from './tables.ts';

export interface Resolved {
  readonly id: ErrorId | undefined;
  /** The value is the beginning of a known name, and the text is cut behind it. */
  readonly isCut: boolean;
}

/** Events whose values name an alert. */
const alertEvents: readonly (ErrorId | undefined)[] = ['schannel-alert-received', 'schannel-alert-sent'];

/** Fills in what the sentence of an event says beside its source and number, and returns the entry that fits best. */
export function resolve(
  entry: CatalogEntry | undefined,
  groups: Record<string, string>,
  table: Tables,
  text: string,
  end: number,
): Resolved {
  const id = entry?.id;
  if (id === 'tls-negotiation-other' && groups.status !== undefined) {
    return named(table.byStatus, groups.status, text, end, id);
  }
  if (id === 'connection-dropped-other' && groups.reason !== undefined) {
    return named(table.byReason, groups.reason, text, end, id);
  }
  if (alertEvents.includes(id)) {
    if (groups.alert === undefined) {
      const [alert, state] = numbersOfSentence(text.slice(end, end + longestEvent));
      if (alert !== undefined) groups.alert = alert;
      if (state !== undefined) groups.state = state;
    }
    return { id: table.byAlert.get(Number(groups.alert)) ?? id, isCut: false };
  }
  return { id, isCut: false };
}

const cut = /^[^\S\n]*(?:$|\r?\n|\.\.\.|…)/;

/** By its name; where the text is cut, by the beginning of a name that only one has. */
function named(
  names: ReadonlyMap<string, ErrorId>,
  name: string,
  text: string,
  end: number,
  other: ErrorId,
): Resolved {
  const lower = name.toLowerCase();
  const exact = names.get(lower);
  if (exact !== undefined) return { id: exact, isCut: false };
  if (!cut.test(text.slice(end, end + 8))) return { id: other, isCut: false };
  const fits = new Set([...names].filter(([known]) => known.startsWith(lower)).map(([, id]) => id));
  const [only] = fits;
  return { id: only !== undefined && fits.size === 1 ? only : other, isCut: fits.size > 0 };
}

const longestEvent = 800;
const letters = /\p{L}/gu;

/** The numbers of the first line that is a sentence, in any language: `… Code: 70.` */
export function numbersOfSentence(text: string): string[] {
  for (const line of text.split('\n', 30)) {
    if ((line.match(letters)?.length ?? 0) < 25) continue;
    const numbers = [...line.matchAll(/(?<![\w.:/-])\d{1,5}(?![\w:/-]|\.\d)/g)].map((match) => match[0]);
    if (numbers.length > 0) return numbers;
  }
  return [];
}
