// The catalog turned into lookup tables, built the first time that a text is read.
import { type CatalogEntry, catalog, type ErrorId } from './catalog/index.ts';
import { compileCode, compileForm, type Form } from './form.ts';
import { literalForms } from './literals.ts';
import { squeeze } from './squeeze.ts';

export interface Tables {
  /** Forms by the first four codes of their anchor; forms with the same anchor stand together. */
  readonly forms: ReadonlyMap<number, Candidates>;
  /** First two codes of all anchors: lets most positions of a text be passed over at once. */
  readonly pairs: Uint8Array;
  /** Names of security statuses, squeezed, longest first. */
  readonly statusNames: readonly Uint16Array[];
  readonly byStatus: ReadonlyMap<string, ErrorId>;
  /** By the word after `Connection dropped due to`. */
  readonly byReason: ReadonlyMap<string, ErrorId>;
  readonly byAlert: ReadonlyMap<number, ErrorId>;
  readonly byEvent: ReadonlyMap<string, ErrorId>;
}

/** Forms that begin alike. Most texts meet only a few, so a form is compiled when a text first begins like it. */
export class Candidates {
  #sources: (() => Form)[] = [];
  #forms: Form[] = [];

  add(compile: () => Form): void {
    this.#sources.push(compile);
  }

  get forms(): readonly Form[] {
    if (this.#sources.length > 0) {
      this.#forms = [...this.#forms, ...this.#sources.map((compile) => compile())];
      this.#sources = [];
    }
    return this.#forms;
  }
}

let built: Tables | undefined;

export function tables(): Tables {
  built ??= build();
  return built;
}

export function key(codes: Uint16Array, at: number): number {
  // Four codes of seven bits: a code beyond ASCII shares a key with another, and the comparison tells them apart.
  const [a = 0, b = 0, c = 0, d = 0] = [codes[at], codes[at + 1], codes[at + 2], codes[at + 3]];
  return ((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127);
}

export function pairIndex(first: number, second: number): number {
  return ((first & 127) << 7) | (second & 127);
}

export function eventKey(provider: string, id: number): string {
  return `${provider.toLowerCase()}/${id}`;
}

const dropped = 'Connection dropped due to ';

/** Ends the quotation of the wrappers of 2010 and 2013. */
const endOfQuotation = 'Attempted failover to alternate host';

function build(): Tables {
  const forms = new Map<number, Candidates>();
  const pairs = new Uint8Array(1 << 14);
  const statuses = new Map<string, ErrorId>();
  const byReason = new Map<string, ErrorId>();
  const byAlert = new Map<number, ErrorId>();
  const byEvent = new Map<string, ErrorId>();
  const add = (beginning: string, compile: () => Form): void => {
    const codes = beginningOf(beginning);
    const at = key(codes, 0);
    const same = forms.get(at) ?? new Candidates();
    same.add(compile);
    forms.set(at, same);
    pairs[pairIndex(codes[0] ?? 0, codes[1] ?? 0)] = 1;
  };
  add(endOfQuotation, () => compileForm(endOfQuotation, undefined));
  for (const entry of catalog) addForms(entry, add);
  for (const entry of catalog) {
    for (const name of entry.status ?? []) statuses.set(name.toLowerCase(), entry.id);
    for (const form of entry.forms ?? []) {
      if (form.startsWith(dropped) && !form.includes('{')) {
        byReason.set(form.slice(dropped.length).toLowerCase(), entry.id);
      }
    }
    for (const number of entry.alert ?? []) byAlert.set(number, entry.id);
    for (const id of entry.event?.ids ?? []) byEvent.set(eventKey(entry.event?.provider ?? '', id), entry.id);
  }
  const statusNames = [...statuses.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => squeeze(name).codes);
  return { forms, pairs, statusNames, byStatus: statuses, byReason, byAlert, byEvent };
}

/** Stands before the words that count. */
const protocol = '{protocol:protocol} ';

const beginningCodes = new Uint16Array(4);

/** The four codes that count: as `squeeze` would give them, at a fraction of its cost, for words of the catalog. */
function beginningOf(words: string): Uint16Array {
  const letters = words.toLowerCase();
  let length = 0;
  for (let at = 0; length < 4 && at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    if (code !== blank) beginningCodes[length++] = code;
  }
  return beginningCodes;
}

const blank = 32;

function addForms(entry: CatalogEntry, add: (beginning: string, compile: () => Form) => void): void {
  for (const source of literalForms(entry))
    add(source.startsWith(protocol) ? source.slice(protocol.length) : source, () =>
      compileForm(source, entry),
    );
  if (entry.byCode) for (const form of compileCode(entry.enhanced ?? [], entry)) add(form.words, () => form);
  // The viewer and a saved list name an event by its source and number, in words of the system's language.
  for (const id of entry.event?.ids ?? []) {
    const provider = entry.event?.provider ?? '';
    add(provider, () => compileForm(`${provider} {gap:gap} ${id}`, entry));
    add(`${id}, ${provider}`, () => compileForm(`${id}, ${provider}`, entry));
  }
}
