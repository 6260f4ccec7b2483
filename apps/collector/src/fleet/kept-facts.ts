// Puts kept facts together again: as one host had them at one time.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { joinFacts, type RunFacts } from '@mailflow-tls/contract';
import { gathererSchema, type HostFacts, readFacts } from '@mailflow-tls/core';
import * as v from 'valibot';
import { type Asking, batches } from './asking.ts';

const inflate = promisify(inflateRaw);

const runSchema = v.object({
  schemaVersion: v.number(),
  gatherer: gathererSchema,
  host: v.object({ name: v.string(), domain: v.nullable(v.string()) }),
  label: v.optional(v.string()),
});

export interface FactsWanted {
  factsId: number;
  /** Of the report that told of them. */
  reportId: string;
  /** By the host's clock, milliseconds. */
  madeAt: number;
}

/** By facts id; facts that no longer exist or that this core cannot read are missing. */
export async function readKeptFacts(
  asking: Pick<Asking, 'store'>,
  wanted: readonly FactsWanted[],
): Promise<Map<number, HostFacts>> {
  const { reader } = asking.store;
  const found = new Map<number, HostFacts>();
  for (const some of batches(wanted, 100)) {
    const ids = some.map((want) => want.factsId);
    const [runs, places] = await Promise.all([
      reader.selectFrom('facts').select(['id', 'run']).where('id', 'in', ids).execute(),
      reader
        .selectFrom('facts_sections')
        .select(['facts_id', 'name', 'section_id'])
        .where('facts_id', 'in', ids)
        .execute(),
    ]);
    const sections = await readSections(asking, [...new Set(places.map((place) => place.section_id))]);
    const byFacts = Map.groupBy(places, (place) => place.facts_id);
    const runById = new Map(runs.map((row) => [row.id, row.run]));
    for (const { factsId, reportId, madeAt } of some) {
      const kept = v.safeParse(runSchema, parsed(runById.get(factsId)));
      if (!kept.success) continue;
      const time = new Date(madeAt).toISOString();
      const { label, ...rest } = kept.output;
      const run: RunFacts = { ...rest, id: reportId, gatheredAt: time, clock: time, tookMs: {} };
      if (label !== undefined) run.label = label;
      const own = (byFacts.get(factsId) ?? []).map(
        ({ name, section_id }) => [name, sections.get(section_id)] as const,
      );
      const result = readFacts(joinFacts(run, new Map(own)));
      const [facts] = result.ok ? result.facts : [];
      if (facts) found.set(factsId, facts);
    }
  }
  return found;
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

/** A section's content as an object, by section id. Hosts share most of theirs, so each is read once. */
async function readSections(
  { store: { reader } }: Pick<Asking, 'store'>,
  ids: readonly number[],
): Promise<Map<number, unknown>> {
  const sections = new Map<number, unknown>();
  for (const some of batches(ids)) {
    const rows = await reader
      .selectFrom('sections')
      .select(['id', 'content'])
      .where('id', 'in', some)
      .execute();
    for (const { id, content } of rows) {
      // What intake let in was bounded then.
      sections.set(id, JSON.parse((await inflate(content)).toString('utf8')));
    }
  }
  return sections;
}

/** The 16 bytes of a UUID as text. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
