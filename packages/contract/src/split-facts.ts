// Takes facts apart into what changes with every run and sections that mostly stay the same, and joins them again.
import { type HostFacts, type SectionName, sectionNames } from '@mailflow-tls/core';

/** What differs from run to run although nothing changed on the host. */
export interface RunFacts {
  schemaVersion: number;
  id: string;
  gatheredAt: string;
  gatherer: HostFacts['gatherer'];
  host: HostFacts['host'];
  label?: string | undefined;
  /** The host's clock as the section `os` read it; null when that section was not read. */
  clock: string | null;
  /** Milliseconds by section. */
  tookMs: Readonly<Record<string, number>>;
}

export interface SplitFacts {
  run: RunFacts;
  /** JSON text by section, in the order of the sections. The same content is always the same text. */
  sections: readonly { name: SectionName; text: string }[];
}

export function splitFacts(facts: HostFacts): SplitFacts {
  const { schemaVersion, id, gatheredAt, gatherer, host, label } = facts;
  const tookMs: Record<string, number> = {};
  let clock: string | null = null;
  const sections = sectionNames.map((name) => {
    const section = facts.sections[name];
    const { tookMs: took, ...rest } = section;
    if (took !== undefined) tookMs[name] = took;
    let kept: object = rest;
    if (name === 'os' && facts.sections.os.status === 'read') {
      const { data } = facts.sections.os;
      clock = data.clock.utc;
      kept = { ...rest, data: { ...data, clock: { ...data.clock, utc: '' } } };
    }
    return { name, text: JSON.stringify(kept) };
  });
  const run: RunFacts = { schemaVersion, id, gatheredAt, gatherer, host, clock, tookMs };
  if (label !== undefined) run.label = label;
  return { run, sections };
}

/**
 * The facts as an object that still has to pass the core's schema: sections may come from anywhere.
 * Sections that are missing stay missing; the schema says which may.
 */
export function joinFacts(run: RunFacts, sections: ReadonlyMap<string, unknown>): unknown {
  const joined: Record<string, unknown> = {};
  for (const [name, section] of sections) {
    const took = run.tookMs[name];
    let whole = took === undefined ? section : { ...asObject(section), tookMs: took };
    if (name === 'os' && run.clock !== null) whole = withClock(whole, run.clock);
    joined[name] = whole;
  }
  const { schemaVersion, id, gatheredAt, gatherer, host, label } = run;
  return {
    schemaVersion,
    id,
    gatheredAt,
    gatherer,
    host,
    ...(label === undefined ? {} : { label }),
    sections: joined,
  };
}

function withClock(os: unknown, utc: string): unknown {
  const section = asObject(os);
  const data = asObject(section['data']);
  return { ...section, data: { ...data, clock: { ...asObject(data['clock']), utc } } };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
