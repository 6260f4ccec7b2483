// Facts as the store keeps them: a digest over what does not change with every run, sections once per content.
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { joinFacts, type ReportHeader, type RunFacts } from '@mailflow-tls/contract';
import { factsSchemaVersion, gathererSchema, type HostFacts, hostFactsSchema } from '@mailflow-tls/core';
import * as v from 'valibot';

/** What of a run is kept with the facts. */
const keptRunSchema = v.object({
  schemaVersion: v.number(),
  gatherer: gathererSchema,
  host: v.object({ name: v.string(), domain: v.nullable(v.string()) }),
  label: v.optional(v.string()),
});

type Run = Pick<ReportHeader, 'schemaVersion' | 'gatherer' | 'host' | 'label'>;

export function keptRunText({ schemaVersion, gatherer, host, label }: Run): string {
  return JSON.stringify({ schemaVersion, gatherer, host, ...(label !== undefined && { label }) });
}

/** SHA-256 over all that makes these facts what they are; the order of the sections does not matter. */
export function factsDigest(runText: string, sections: Readonly<Record<string, string>>): Buffer {
  let text = runText;
  for (const name of Object.keys(sections).sort()) text += `\n${name} ${sections[name]}`;
  return hash('sha256', text, 'buffer');
}

export function packSection(text: Uint8Array): Buffer {
  return deflateRawSync(text);
}

export function unpackSection(content: Uint8Array): string {
  return inflateRawSync(content).toString('utf8');
}

const sectionSchemas: Readonly<Record<string, v.GenericSchema>> = hostFactsSchema.entries.sections.entries;

/** A section's text as this core understands it; undefined when it does not. Sections it does not know stay as they are. */
export function readSection(name: string, text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  const schema = sectionSchemas[name];
  if (schema === undefined) return parsed;
  const result = v.safeParse(schema, parsed, { abortEarly: true });
  return result.success ? result.output : undefined;
}

/**
 * Puts sections together that the core's schemas accepted one by one. Undefined among them, or a version of facts that
 * this core does not know: null.
 */
export function assembleFacts(run: RunFacts, sections: ReadonlyMap<string, unknown>): HostFacts | null {
  if (run.schemaVersion !== factsSchemaVersion) return null;
  const all = new Map(sections);
  for (const [name, schema] of Object.entries(sectionSchemas)) {
    if (all.get(name) !== undefined) continue;
    // A section that did not exist yet when the facts were gathered has its place in the schema.
    const absent = sections.has(name) ? null : v.safeParse(schema, undefined);
    if (!absent?.success) return null;
    all.set(name, absent.output);
  }
  // Every section passed its schema, and the rest of the facts is the run, which passed its own.
  return joinFacts(run, all) as HostFacts;
}

export interface KeptFacts {
  run: string;
  /** As `readSection` gave them, by name. */
  sections: ReadonlyMap<string, unknown>;
  /** Id of the report that they stand for. */
  id: string;
  /** Milliseconds since 1970, by the host's clock. */
  madeAt: number;
}

/** The facts whole again; null when this version of the core does not understand them. */
export function wholeFacts(kept: KeptFacts): HostFacts | null {
  const run = v.safeParse(keptRunSchema, JSON.parse(kept.run));
  if (!run.success) return null;
  const gatheredAt = new Date(kept.madeAt).toISOString();
  return assembleFacts(
    { ...run.output, id: kept.id, gatheredAt, clock: gatheredAt, tookMs: {} },
    kept.sections,
  );
}
