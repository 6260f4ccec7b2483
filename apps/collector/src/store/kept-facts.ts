// Facts as the store keeps them: a digest over what does not change with every run, sections once per content.
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { joinFacts, type ReportHeader } from '@mailflow-tls/contract';
import { gathererSchema, type HostFacts, readFacts } from '@mailflow-tls/core';
import * as v from 'valibot';

/** What of a run is kept with the facts. */
const keptRunSchema = v.object({
  schemaVersion: v.number(),
  gatherer: gathererSchema,
  host: v.object({ name: v.string(), domain: v.nullable(v.string()) }),
  label: v.optional(v.string()),
});
export type KeptRun = v.InferOutput<typeof keptRunSchema>;

export function keptRunText(header: ReportHeader): string {
  const { schemaVersion, gatherer, host, label } = header;
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

export interface KeptFacts {
  run: string;
  /** Parsed, by name. */
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
  const joined = joinFacts(
    { ...run.output, id: kept.id, gatheredAt, clock: gatheredAt, tookMs: {} },
    kept.sections,
  );
  const read = readFacts(joined);
  return read.ok ? (read.facts[0] ?? null) : null;
}
