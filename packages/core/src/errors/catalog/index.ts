// All families of the catalog. The order decides between two entries that fit a text equally well: the first wins.
import type { ErrorEntry } from '../entry.ts';
import { alerts } from './alerts.ts';
import { certificate } from './certificate.ts';
import { connection } from './connection.ts';
import { exchangeOnline } from './exchange-online.ts';
import { libraries } from './libraries.ts';
import { negotiation } from './negotiation.ts';
import { refusals } from './refusals.ts';
import { schannel } from './schannel.ts';
import { starttls } from './starttls.ts';
import { transportEvents } from './transport-events.ts';
import { waiting } from './waiting.ts';
import { wrappers } from './wrappers.ts';

export const families = {
  connection,
  negotiation,
  starttls,
  certificate,
  'exchange-online': exchangeOnline,
  waiting,
  wrappers,
  refusals,
  schannel,
  alerts,
  libraries,
  'transport-events': transportEvents,
} as const;

export type ErrorFamily = keyof typeof families;

/** The id of any error of the catalog. */
export type ErrorId = (typeof families)[ErrorFamily][number]['id'];

/** An entry that is registered: its id is known, and its family. */
export type CatalogEntry = ErrorEntry & { readonly id: ErrorId; readonly family: ErrorFamily };

// `Object.entries` forgets the literal names of the families, which the type above keeps.
const named = Object.entries(families) as [ErrorFamily, readonly (ErrorEntry & { id: ErrorId })[]][];

export const catalog: readonly CatalogEntry[] = named.flatMap(([family, entries]) =>
  entries.map((entry) => ({ ...entry, family })),
);

const byId = new Map<ErrorId, CatalogEntry>(catalog.map((entry) => [entry.id, entry]));

/** The entry of an id. */
export function errorEntry(id: ErrorId): CatalogEntry {
  const entry = byId.get(id);
  // Only an id from outside the program that nobody checked can get here.
  if (!entry) throw new RangeError(`no such error: ${id}`);
  return entry;
}

/** Whether a text from outside (a saved report, a command line) is the id of an error. */
export function isErrorId(id: string): id is ErrorId {
  return byId.has(id as ErrorId); // only asked, never kept: Map.has takes no wider type
}
