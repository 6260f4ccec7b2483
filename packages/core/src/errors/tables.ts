// The catalog turned into lookup tables, built the first time that a text is read.
import { type CatalogEntry, catalog, type ErrorId } from './catalog/index.ts';
import { compileCode, compileForm, type Form } from './form.ts';
import { literalForms } from './literals.ts';
import { squeeze } from './squeeze.ts';

export interface Tables {
  /** Forms by the first four codes of their anchor; forms with the same anchor stand together. */
  readonly forms: ReadonlyMap<number, readonly Form[]>;
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
  const forms = new Map<number, Form[]>();
  const pairs = new Uint8Array(1 << 14);
  const statuses = new Map<string, ErrorId>();
  const byReason = new Map<string, ErrorId>();
  const byAlert = new Map<number, ErrorId>();
  const byEvent = new Map<string, ErrorId>();
  for (const form of [compileForm(endOfQuotation, undefined), ...catalog.flatMap(formsOf)]) {
    const at = key(form.anchor, 0);
    const same = forms.get(at);
    if (same) same.push(form);
    else forms.set(at, [form]);
    pairs[pairIndex(form.anchor[0] ?? 0, form.anchor[1] ?? 0)] = 1;
  }
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

function formsOf(entry: CatalogEntry): Form[] {
  const forms = literalForms(entry).map((source) => compileForm(source, entry));
  if (entry.byCode) forms.push(...compileCode(entry.enhanced ?? [], entry));
  // The viewer and a saved list name an event by its source and number, in words of the system's language.
  for (const id of entry.event?.ids ?? []) {
    forms.push(
      compileForm(`${entry.event?.provider} {gap:gap} ${id}`, entry),
      compileForm(`${id}, ${entry.event?.provider}`, entry),
    );
  }
  return forms;
}
