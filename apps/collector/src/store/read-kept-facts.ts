// Reads many kept facts fast: sections that hosts share are taken apart once.
import type { HostFacts } from '@mailflow-tls/core';
import { readSection, unpackSection, wholeFacts } from './kept-facts.ts';
import type { Db } from './store.ts';

/** Sections that stay parsed. Those of one host alone come and go; the shared ones stay, since they are used again. */
const keptSections = 4000;
const idsAtOnce = 500;

/** The facts as they were in the report of this id, made at this time; null when the core does not understand them. */
export type MakeWhole = (reportId: string, madeAt: number) => HostFacts | null;

export class KeptFactsReader {
  readonly #db: Db;
  #recent = new Map<number, unknown>();
  #older = new Map<number, unknown>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** By id of the facts; those that are gone are missing. */
  async read(factsIds: readonly number[]): Promise<Map<number, MakeWhole>> {
    const ids = [...new Set(factsIds)];
    const runs = await this.#db.selectFrom('facts').select(['id', 'run']).where('id', 'in', ids).execute();
    const places = await this.#db
      .selectFrom('facts_sections')
      .selectAll()
      .where('facts_id', 'in', ids)
      .execute();
    const sections = await this.#sections(new Set(places.map((place) => place.section_id)));
    const byFacts = Map.groupBy(places, (place) => place.facts_id);
    const found = new Map<number, MakeWhole>();
    for (const { id, run } of runs) {
      const own = new Map(
        (byFacts.get(id) ?? []).map(({ name, section_id }) => [name, sections.get(section_id)]),
      );
      found.set(id, (reportId, madeAt) => wholeFacts({ run, sections: own, id: reportId, madeAt }));
    }
    return found;
  }

  async #sections(ids: ReadonlySet<number>): Promise<Map<number, unknown>> {
    const found = new Map<number, unknown>();
    const missing: number[] = [];
    for (const id of ids) {
      const known = this.#recent.get(id) ?? this.#older.get(id);
      if (known === undefined) missing.push(id);
      else this.#keep(id, known, found);
    }
    for (let from = 0; from < missing.length; from += idsAtOnce) {
      const rows = await this.#db
        .selectFrom('sections')
        .select(['id', 'name', 'content'])
        .where('id', 'in', missing.slice(from, from + idsAtOnce))
        .execute();
      for (const { id, name, content } of rows)
        this.#keep(id, readSection(name, unpackSection(content)), found);
    }
    return found;
  }

  #keep(id: number, section: unknown, found: Map<number, unknown>): void {
    found.set(id, section);
    if (this.#recent.size >= keptSections / 2) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(id, section);
  }
}
