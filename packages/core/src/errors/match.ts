// Reads a text of any kind and says which errors of the catalog it holds, inside which wrappers, and what is left.
import type { ErrorId } from './catalog/index.ts';
import { errorLikeLines, type ReplyToken, recordStarts, replyTokens } from './error-like.ts';
import { type Brace, findHits, type Hit } from './hits.ts';
import { type Layer, layerOf } from './layer.ts';
import { contentOf, isContainer, openScope, type Scope } from './scope.ts';
import { readable } from './squeeze.ts';

/** An error of the catalog that a text holds. */
export interface FoundError {
  readonly id: ErrorId;
  /** The literal with its values, on one line whatever wraps and doubled quotes the text had. */
  readonly text: string;
  /** The wrappers around it, outermost first. */
  readonly layers: readonly Layer[];
  /** Values by the names that the catalog gives them. */
  readonly groups: Readonly<Record<string, string>>;
  readonly smtp?: string;
  readonly enhanced?: string;
  /** Offsets in the text (UTF-16 units). */
  readonly start: number;
  readonly end: number;
  /** How often it stands in the same line or the same wrapper. */
  readonly times: number;
  /** The text is cut in the middle of the literal; what is left fits no other. */
  readonly truncated?: true;
}

/** A piece of text that reads like an error and fits no entry. */
export interface RestPiece {
  readonly text: string;
  readonly layers: readonly Layer[];
  readonly start: number;
  readonly end: number;
}

export interface Matched {
  readonly signals: readonly FoundError[];
  readonly rest: readonly RestPiece[];
}

/** Linear in the length of the text, whatever it holds. */
export function matchText(text: string): Matched {
  const { signals, rest } = analyse(text);
  return { signals, rest };
}

type Event =
  | { readonly at: number; readonly hit: Hit }
  | { readonly at: number; readonly token: ReplyToken }
  | { readonly at: number; readonly brace: Brace['kind'] }
  | { readonly at: number; readonly record: true };

type Pending = { -readonly [K in keyof FoundError]: FoundError[K] } & {
  root: Scope | undefined;
  scopes: Scope[];
};
type PendingRest = { -readonly [K in keyof RestPiece]: RestPiece[K] } & { scopes: Scope[]; code: string };

const deepest = 16;
const longestScope = 6000;
const longestPiece = 500;
/** Header and sentence of one event in the viewer's text are this near to each other. */
const sameEvent = 400;

export function analyse(text: string): { signals: FoundError[]; rest: RestPiece[]; scopes: Scope[] } {
  return new Reading(text).read();
}

function takeCode(hit: Hit, token: ReplyToken): void {
  const [first = '', second] = token.code.split(' ');
  if (!first.includes('.')) hit.smtp = first;
  const enhanced = first.includes('.') ? first : second;
  if (enhanced !== undefined) hit.enhanced = enhanced;
  hit.start = token.start;
  hit.text = `${token.code} ${hit.text}`;
}

/** One pass over what was found in a text, with the wrappers that are open at each place. */
class Reading {
  readonly #text: string;
  readonly #stack: Scope[] = [];
  readonly #scopes: Scope[] = [];
  readonly #signals: Pending[] = [];
  readonly #rest: PendingRest[] = [];
  #line = { start: 0, end: -1 };
  readonly #latest = new Map<ErrorId, Pending>();

  constructor(text: string) {
    this.#text = text;
  }

  read(): { signals: FoundError[]; rest: RestPiece[]; scopes: Scope[] } {
    const events = this.#events();
    for (const [index, event] of events.entries()) {
      this.#leaveStale(event.at);
      if ('brace' in event) this.#brace(event.brace, event.at);
      else if ('record' in event) this.#close(0, event.at);
      else if ('token' in event) this.#piece(event.token, events[index + 1]?.at ?? this.#text.length);
      else this.#hit(event.hit);
    }
    this.#close(0, this.#text.length);
    for (const line of errorLikeLines(this.#text, this.#covered())) {
      this.#rest.push({ ...line, layers: [], scopes: [], code: '' });
    }
    return {
      signals: this.#signals
        .sort((a, b) => a.start - b.start)
        .map(({ root, scopes, ...signal }) => ({ ...signal, layers: this.#layers(scopes) })),
      rest: this.#rest
        .sort((a, b) => a.start - b.start)
        .map(({ scopes, code, ...piece }) => ({ ...piece, layers: this.#layers(scopes) })),
      scopes: this.#scopes,
    };
  }

  #events(): Event[] {
    const { hits, braces } = findHits(this.#text);
    const events: Event[] = hits.map((hit) => ({ at: hit.start, hit }));
    for (const brace of braces) events.push({ at: brace.start, brace: brace.kind });
    for (const at of recordStarts(this.#text)) events.push({ at, record: true });
    let next = 0;
    for (const token of replyTokens(this.#text)) {
      while (next < hits.length && (hits[next]?.end ?? 0) <= token.start) next++;
      const hit = hits[next];
      if (hit && hit.start < token.end) continue;
      if (hit && this.#introduces(token, hit)) {
        if (hit.smtp === undefined && hit.enhanced === undefined) takeCode(hit, token);
        continue;
      }
      events.push({ at: token.start, token });
    }
    return events.sort((a, b) => a.at - b.at);
  }

  /** A code with no more than a short word between it and what is known belongs to that: `550 5.7.54 SMTP; Unable …` */
  #introduces(token: ReplyToken, hit: Hit): boolean {
    if (hit.id === undefined || hit.start - token.end >= 16) return false;
    const between = this.#text.slice(token.end, hit.start);
    return hit.smtp === undefined && hit.enhanced === undefined
      ? /^[\w;:, -]*$/.test(between)
      : /^[ :]*(?:smtp;?)?[ <#]*$/i.test(between);
  }

  /** An open wrapper ends with the line of its error, and in any case after a few thousand characters. */
  #leaveStale(at: number): void {
    for (const [depth, scope] of this.#stack.entries()) {
      const over = at - scope.hit.start > longestScope;
      const done =
        scope.kind === 'open' && scope.last > 0 && !this.#enclosed(depth) && this.#newline(scope.last, at);
      if (over || done) {
        this.#close(depth, over ? Math.min(at, scope.hit.start + longestScope) : this.#endOfLine(scope.last));
        return;
      }
    }
  }

  /** Inside braces or quotes a new line is a wrap. */
  #enclosed(depth: number): boolean {
    return this.#stack.some((scope, index) => index < depth && scope.kind !== 'open');
  }

  #newline(from: number, to: number): boolean {
    return this.#endOfLine(from) < to;
  }

  /** Asked again and again within one line: the end of a line is looked for once. */
  #endOfLine(from: number): number {
    const { start, end } = this.#line;
    if (from >= start && from <= end) return end;
    const at = this.#text.indexOf('\n', from);
    this.#line = { start: from, end: at < 0 ? this.#text.length : at };
    return this.#line.end;
  }

  #brace(kind: Brace['kind'], at: number): void {
    const depth = this.#stack.findLastIndex((scope) => scope.kind === 'braces');
    if (depth >= 0) this.#close(kind === 'value' ? depth + 1 : depth, at);
  }

  #hit(hit: Hit): void {
    const { id } = hit;
    if (id === undefined) {
      const depth = this.#stack.findLastIndex((scope) => scope.kind === 'quoted');
      if (depth >= 0) this.#close(depth, hit.start);
      return;
    }
    if (hit.entry?.role === 'wrapper') this.#open({ ...hit, id });
    else this.#signal({ ...hit, id }, this.#stack);
  }

  #open(hit: Hit & { id: ErrorId }): void {
    if (isContainer(hit.id)) {
      const same = this.#stack.findIndex((scope) => scope.hit.id === hit.id);
      if (same >= 0) this.#close(same, hit.start);
      if (hit.id === 'wrapped-server-returned') this.#close(0, hit.start);
    }
    if (this.#stack.length >= deepest) return;
    const scope = openScope(hit, this.#text.length);
    this.#stack.push(scope);
    this.#scopes.push(scope);
  }

  /** Closes the wrappers from a depth on, innermost first; one in which nothing was found speaks for itself. */
  #close(depth: number, end: number): void {
    while (this.#stack.length > depth) {
      const scope = this.#stack.pop();
      if (!scope) return;
      scope.end = Math.max(end, scope.hit.end);
      if (scope.signals > 0) continue;
      const inner = scope.pieces > 0 ? '' : contentOf(scope, this.#text).slice(0, longestPiece);
      const within = [...this.#stack, scope];
      if (/\p{L}{3}/u.test(inner)) this.#addRest(inner, scope.hit.end, scope.end, within, '');
      if (!isContainer(scope.hit.id) || scope.pieces === 0) this.#signal(scope.hit, this.#stack);
    }
  }

  #signal(hit: Hit & { id: ErrorId }, scopes: readonly Scope[]): void {
    for (const scope of scopes) {
      scope.signals++;
      scope.last = Math.max(scope.last, hit.end);
    }
    const root = scopes[0];
    const earlier = this.#latest.get(hit.id);
    if (earlier && this.#same(earlier, hit, root)) {
      earlier.times++;
      earlier.end = Math.max(earlier.end, hit.end);
      if (hit.text.length > earlier.text.length && hit.entry?.event) earlier.text = hit.text;
      earlier.groups = { ...hit.groups, ...earlier.groups };
      return;
    }
    const signal: Pending = {
      id: hit.id,
      text: hit.text,
      layers: [],
      groups: hit.groups,
      ...(hit.smtp === undefined ? {} : { smtp: hit.smtp }),
      ...(hit.enhanced === undefined ? {} : { enhanced: hit.enhanced }),
      ...(hit.truncated ? { truncated: true } : {}),
      start: hit.start,
      end: hit.end,
      times: 1,
      root,
      scopes: [...scopes],
    };
    this.#signals.push(signal);
    this.#latest.set(hit.id, signal);
  }

  #same(earlier: Pending, hit: Hit, root: Scope | undefined): boolean {
    if (earlier.root !== root) return false;
    if (root) return true;
    if (hit.entry?.event && hit.start - earlier.end < sameEvent) return true;
    return !this.#newline(earlier.end, hit.start);
  }

  #piece(token: ReplyToken, nextEvent: number): void {
    const top = this.#stack.at(-1);
    const enclosed = this.#enclosed(this.#stack.length);
    const end = Math.min(nextEvent, enclosed ? token.start + longestPiece : this.#endOfLine(token.end));
    const last = this.#rest.at(-1);
    // A reply of several lines repeats its code on each.
    if (
      last &&
      last.code === token.code &&
      last.scopes.at(-1) === top &&
      this.#continues(last.end, token.start)
    ) {
      const full = last.end - last.start > longestPiece;
      last.end = Math.max(last.end, end);
      if (!full) last.text = readable(this.#text, last.start, Math.min(last.end, last.start + longestPiece));
      return;
    }
    const text = readable(this.#text, token.start, Math.min(end, token.start + longestPiece));
    this.#addRest(text, token.start, end, [...this.#stack], token.code);
  }

  #continues(from: number, to: number): boolean {
    return to - from < 4 || /^\s*$/.test(this.#text.slice(from, to));
  }

  #addRest(text: string, start: number, end: number, scopes: Scope[], code: string): void {
    for (const scope of scopes) {
      scope.pieces++;
      scope.last = Math.max(scope.last, end);
    }
    this.#rest.push({ text: text.replace(/['"}\]]+$/, ''), layers: [], start, end, scopes, code });
  }

  #layers(scopes: readonly Scope[]): Layer[] {
    return scopes.map((scope) => layerOf(scope, this.#text));
  }

  /** What is spoken for, in the order of the text. */
  #covered(): { start: number; end: number }[] {
    const spans = [...this.#signals, ...this.#rest].map(({ start, end }) => ({ start, end }));
    for (const scope of this.#scopes) spans.push({ start: scope.hit.start, end: scope.end });
    return spans.sort((a, b) => a.start - b.start);
  }
}
