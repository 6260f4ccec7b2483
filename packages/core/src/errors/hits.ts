// Finds every form of the catalog in a text in one pass, and keeps the most specific where several overlap.
import type { CatalogEntry, ErrorId } from './catalog/index.ts';
import { type Form, type FormMatch, matchForm } from './form.ts';
import { resolve } from './resolve.ts';
import { isWord, type Squeezed, squeeze } from './squeeze.ts';
import { key, pairIndex, type Tables, tables } from './tables.ts';

/** A form that was found, with the codes before it. Offsets are those of the original text. */
export interface Hit {
  /** Absent: the end of a wrapper's quotation. */
  entry: CatalogEntry | undefined;
  id: ErrorId | undefined;
  start: number;
  /** Where the words after the codes end. */
  end: number;
  text: string;
  groups: Record<string, string>;
  smtp?: string;
  enhanced?: string;
  score: number;
  /** The rest of its words is cut off. */
  truncated?: true;
}

/** Ends of the braces of a queue: `};{` of one value, `}]` of all, and `[{` begins the next. */
export interface Brace {
  kind: 'value' | 'all' | 'begin';
  start: number;
}

export interface Found {
  hits: Hit[];
  braces: Brace[];
}

const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;
const semicolon = 59;

export function findHits(original: string): Found {
  const text = squeeze(original);
  const table = tables();
  const hits: Hit[] = [];
  const braces: Brace[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    const first = text.codes[at] ?? 0;
    const second = text.codes[at + 1] ?? 0;
    if (first === closeBrace || first === openBracket) {
      const brace = braceAt(text, at, first, second);
      if (brace) braces.push({ kind: brace, start: text.at[at] ?? 0 });
    }
    if (table.pairs[pairIndex(first, second)] === 0) continue;
    const found = table.forms.get(key(text.codes, at));
    if (found) tryForms(found.forms, text, original, at, table, hits);
  }
  return { hits: withoutOverlaps(hits), braces };
}

function braceAt(text: Squeezed, at: number, first: number, second: number): Brace['kind'] | undefined {
  if (first === openBracket) return second === openBrace ? 'begin' : undefined;
  if (second === closeBracket) return 'all';
  return second === semicolon && text.codes[at + 2] === openBrace ? 'value' : undefined;
}

function tryForms(
  forms: readonly Form[],
  text: Squeezed,
  original: string,
  at: number,
  table: Tables,
  hits: Hit[],
): void {
  const cut: CutHit[] = [];
  for (const form of forms) {
    const match = matchForm(form, text, original, at, table.statusNames);
    if (!match) continue;
    const codes = codesBefore(text, original, match.start, form);
    const end = (text.at[match.end - 1] ?? 0) + 1;
    const { id, isCut } = resolve(form.entry, match.groups, table, original, end);
    const written = [codes.smtp, codes.enhanced].filter((code) => code !== undefined).join(' ');
    const agreeing = agreement(form.entry, codes);
    const hit: Hit = {
      entry: form.entry,
      id,
      start: text.at[codes.start] ?? 0,
      end,
      text: `${written} ${match.text}${isCut ? '…' : ''}`.trim(),
      groups: match.groups,
      ...(codes.smtp === undefined ? {} : { smtp: codes.smtp }),
      ...(codes.enhanced === undefined ? {} : { enhanced: codes.enhanced }),
      score: (match.cut?.found ?? form.weight) + agreeing,
      ...(isCut ? { truncated: true as const } : {}),
    };
    if (match.cut === undefined) hits.push(hit);
    else cut.push({ hit, cut: match.cut, agreeing, weight: form.weight, words: form.words });
  }
  const only = unambiguous(cut);
  if (!only || !isEnough(only)) return;
  // Where the code alone identifies the error, nothing is missing.
  const isWhole = only.hit.entry?.byCode && only.agreeing >= ownEnhanced;
  hits.push(isWhole ? only.hit : { ...only.hit, truncated: true });
}

interface CutHit {
  readonly hit: Hit;
  readonly cut: NonNullable<FormMatch['cut']>;
  /** How well the codes before it fit. */
  readonly agreeing: number;
  readonly weight: number;
  readonly words: string;
}

/** A few letters may be the beginning of anything, unless the codes before them are the error's own. */
function isEnough({ cut: { found, mark }, agreeing, weight }: CutHit): boolean {
  if (agreeing >= ownEnhanced) return found >= (mark === 'dots' ? 4 : 10);
  return found >= (mark === 'dots' ? 10 : 14) && 2 * found >= Math.min(weight, 40);
}

/**
 * What a text that is cut off can only be: one error. Of several the one whose words begin all the others, or the one
 * that stands for the rest of their family: both leave open what came behind.
 */
function unambiguous(cut: readonly CutHit[]): CutHit | undefined {
  if (cut.length === 0) return undefined;
  const best = Math.max(...cut.map(({ hit }) => hit.score));
  const likely = cut.filter(({ hit }) => hit.score === best).sort((a, b) => a.weight - b.weight);
  const [shortest] = likely;
  if (shortest === undefined) return undefined;
  const { hit, words } = shortest;
  if (likely.every((other) => other.hit.id === hit.id || other.words.startsWith(words))) return shortest;
  const general = likely.find((one) => one.hit.id?.endsWith('-other'));
  return likely.every((other) => other.hit.entry?.family === hit.entry?.family) ? general : undefined;
}

interface Codes {
  start: number;
  smtp?: string;
  enhanced?: string;
}

const codesAtEnd = /(?:([245]\d\d)[-#]?)?#?([245]\.\d{1,3}\.\d{1,3})-?$|([245]\d\d)[- ]?$/;

/** The codes right before the words: `421 4.4.2`, `421-4.4.2`, `#4.4.2`, `451`. */
function codesBefore(text: Squeezed, original: string, start: number, form: Form): Codes {
  // A form that is a code begins with its class digit; what the words of others need is before them.
  const until = form.classes === undefined ? start : start + form.anchor.length + 1;
  const from = Math.max(0, until - 18);
  const before = String.fromCharCode(...text.codes.subarray(from, until));
  const found = codesAtEnd.exec(before);
  if (!found) return { start };
  const at = from + found.index;
  const earlier = original.charCodeAt((text.at[at] ?? 0) - 1);
  if (isWord(earlier) || (earlier >= 65 && earlier <= 90) || earlier === 46) return { start };
  const smtp = found[1] ?? found[3];
  return {
    start: at,
    ...(smtp === undefined ? {} : { smtp }),
    ...(found[2] === undefined ? {} : { enhanced: found[2] }),
  };
}

const ownEnhanced = 40;

/** Codes that are the entry's own make a match more specific; others make it less so, and never forbid it. */
function agreement(entry: CatalogEntry | undefined, codes: Codes): number {
  let score = 0;
  if (codes.enhanced !== undefined && entry?.enhanced) {
    const tail = codes.enhanced.slice(1);
    score += entry.enhanced.some((code) => code.slice(1) === tail) ? ownEnhanced : -30;
  }
  if (codes.smtp !== undefined && entry?.smtp?.includes(codes.smtp)) score += 10;
  return score;
}

/** In the order of the text; of hits that overlap only the one with the best score is kept. */
function withoutOverlaps(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.start - b.start || b.score - a.score || a.end - b.end);
  const kept: Hit[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (better(hit, last)) kept[kept.length - 1] = hit;
  }
  return kept;
}

function better(hit: Hit, other: Hit): boolean {
  if (hit.score !== other.score) return hit.score > other.score;
  return hit.end - hit.start < other.end - other.start;
}
