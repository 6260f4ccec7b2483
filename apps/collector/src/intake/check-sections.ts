// Holds the sections of a report to the digests in its signed header, to the limits and to the core's schemas.
import { hash } from 'node:crypto';
import { type RefusalCode, type ReportHeader, reportLimits } from '@mailflow-tls/contract';
import { factsSchemaVersion, hostFactsSchema } from '@mailflow-tls/core';
import * as v from 'valibot';
import { countJsonValues } from './json-limits.ts';
import type { VerifiedReport } from './verified-report.ts';

/** Sections by name, by version of the facts. Version 1 is the first; the next version keeps its predecessor here. */
const schemasByVersion: ReadonlyMap<number, Readonly<Record<string, v.GenericSchema>>> = new Map([
  [factsSchemaVersion, hostFactsSchema.entries.sections.entries],
]);

export const supportedFactsVersions: readonly number[] = [...schemasByVersion.keys()];

/** Sections and whole facts that were found valid, by digest: they stay so. Bounded: the oldest half goes. */
export class ValidSections {
  #recent = new Set<string>();
  #older = new Set<string>();
  readonly #max: number;

  constructor(max = 200_000) {
    this.#max = max;
  }

  has(key: string): boolean {
    if (this.#recent.has(key)) return true;
    if (!this.#older.has(key)) return false;
    this.add(key);
    return true;
  }

  add(key: string): void {
    if (this.#recent.size >= this.#max / 2) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(key);
  }
}

export type CheckedSections =
  | { ok: true; sections: VerifiedReport['sections'] }
  | { ok: false; code: RefusalCode; detail: string };

/**
 * `valid` spares what was seen before the parsing, never the comparison of its digests. `factsDigest` covers the version
 * and the digests of all sections, so that one look-up does for a host of which nothing changed.
 */
export function checkSections(
  header: ReportHeader,
  texts: readonly Uint8Array[],
  factsDigest: Buffer,
  valid: ValidSections,
): CheckedSections {
  const named = Object.entries(header.sections);
  if (named.length !== texts.length) {
    return refuse('report-malformed', `The header names ${named.length} sections, ${texts.length} follow.`);
  }
  const sections: { name: string; text: Uint8Array }[] = [];
  for (const [index, [name, digest]] of named.entries()) {
    const text = texts[index];
    if (text === undefined || hash('sha256', text, 'base64url') !== digest) {
      return refuse('report-digest-mismatch', `Section ${name} is not the one that was signed.`);
    }
    sections.push({ name, text });
  }
  const facts = factsDigest.toString('latin1');
  if (valid.has(facts)) return { ok: true, sections };
  const checked = checkContents(header, sections, valid);
  if (checked.ok) valid.add(facts);
  return checked;
}

function checkContents(
  header: ReportHeader,
  sections: readonly { name: string; text: Uint8Array }[],
  valid: ValidSections,
): CheckedSections {
  const schemas = schemasByVersion.get(header.schemaVersion);
  if (schemas === undefined) {
    return refuse(
      'report-version-unsupported',
      `Facts of version ${header.schemaVersion} are not supported.`,
    );
  }
  for (const [name, schema] of Object.entries(schemas)) {
    if (!(name in header.sections) && schema.type !== 'optional') {
      return refuse('report-schema-invalid', `Section ${name} is missing.`);
    }
  }
  let values = 0;
  for (const { name, text } of sections) {
    const key = `${header.schemaVersion} ${name} ${header.sections[name]}`;
    if (valid.has(key)) continue;
    const count = countJsonValues(text, reportLimits.depth);
    if (count === null) return refuse('report-limits-exceeded', `Section ${name} nests too deeply.`);
    values += count;
    if (values > reportLimits.values) return refuse('report-limits-exceeded', 'There are too many values.');
    const problem = problemOf(name, text, schemas[name]);
    if (problem !== null) return problem;
    valid.add(key);
  }
  return { ok: true, sections };
}

/** A section that the core does not know yet is kept as it came, for a newer core to judge. */
function problemOf(
  name: string,
  text: Uint8Array,
  schema: v.GenericSchema | undefined,
): Extract<CheckedSections, { ok: false }> | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8.decode(text));
  } catch {
    return refuse('report-malformed', `Section ${name} is not JSON in UTF-8.`);
  }
  if (schema === undefined) {
    const object = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return object ? null : refuse('report-schema-invalid', `Section ${name} is not an object.`);
  }
  const result = v.safeParse(schema, parsed, { abortEarly: true });
  if (result.success) return null;
  const path = v.getDotPath(result.issues[0]) ?? '';
  return refuse(
    'report-schema-invalid',
    `Section ${name} does not fit the schema at “${path.slice(0, 200)}”.`,
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function refuse(code: RefusalCode, detail: string): Extract<CheckedSections, { ok: false }> {
  return { ok: false, code, detail };
}
