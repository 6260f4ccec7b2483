// The reader of kept facts that the questions of one store share, so that sections are taken apart once.
import type { Kysely } from 'kysely';
import { KeptFactsReader } from '../store/read-kept-facts.ts';
import type { Database } from '../store/schema.ts';
import type { Asking } from './asking.ts';

const readers = new WeakMap<Kysely<Database>, KeptFactsReader>();

export function factsReader({ store: { reader } }: Pick<Asking, 'store'>): KeptFactsReader {
  const known = readers.get(reader);
  if (known) return known;
  const made = new KeptFactsReader(reader);
  readers.set(reader, made);
  return made;
}
