// Validates the JSON against the generated schema and checks that it means what the reports say.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { InferOutput } from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleFacts, withUnread } from '../../test/example-facts.ts';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { failingReport, fleetReports, healthyReport, reportWith } from '../../test/sample-reports.ts';
import { unseenCharacters } from '../../test/unseen-characters.ts';
import { en, he } from '../../test/whole-locales.ts';
import type { reportDocumentSchema } from './document-schema.ts';
import { formatJson, type ReportDocument, toDocument } from './json.ts';

const ajv = new Ajv({ allErrors: true });
const validateReport = ajv.compile(schema('report'));
const validateFacts = ajv.compile(schema('facts'));

function schema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../schema/${name}.json`, import.meta.url), 'utf8'));
}

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;

test.each([
  ['healthy', [healthyReport()]],
  ['failing', [failingReport()]],
  ['many', fleetReports()],
  ['none', []],
])('%s: valid by the schema, in both languages', (_, reports) => {
  for (const locale of [en, he]) {
    validateReport(JSON.parse(formatJson(reports, { locale })));
    expect(validateReport.errors).toBeNull();
  }
});

test('the schema has the type of the document', () => {
  // Only the compiler has something to say here.
  const document: Deep<InferOutput<typeof reportDocumentSchema>> = toDocument(
    [],
    en,
  ) satisfies ReportDocument;
  expect(document.reports).toEqual([]);
});

test('the schema refuses what the format does not write', () => {
  const document = JSON.parse(formatJson([healthyReport()], { locale: en }));
  document.reports[0].state = 'fine';
  document.reports[0].extra = 1;
  expect(validateReport(document)).toBe(false);
  expect(validateReport.errors).toHaveLength(2);
});

test('facts are valid by their own schema', () => {
  for (const facts of [exampleFacts(), withUnread('connectors')]) {
    validateFacts(JSON.parse(JSON.stringify(facts)));
    expect(validateFacts.errors).toBeNull();
  }
  expect(validateFacts({ ...exampleFacts(), schemaVersion: 2 })).toBe(false);
});

test('sentences are in the chosen language beside keys that stay', () => {
  const [english, hebrew] = [en, he].map((locale) => JSON.parse(formatJson([failingReport()], { locale })));
  const [first, second] = [english.reports[0].findings[0], hebrew.reports[0].findings[0]];
  expect(hebrew.language).toBe('he');
  expect(second.message).toEqual(first.message);
  expect(first.words.title).toBe('TLS 1.2 is in effect for outgoing connections');
  expect(second.words.title).toBe(he.rules['schannel/tls12-client-enabled'].title);
  expect(first.words.remedy.needsRestart).toBe(true);
  expect(first.words.remedy.steps.at(-1)).toEqual({
    words: 'Restart Windows:',
    commands: ['Restart-Computer'],
  });
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (text) => {
    const reports = [reportWith(text)];
    const json = formatJson(reports, { locale: en });
    expect(unseenCharacters(json)).toEqual([]);
    const document = JSON.parse(json);
    expect(document).toEqual(JSON.parse(JSON.stringify(toDocument(reports, en))));
    expect(document.reports[0].host.name).toBe(text);
    validateReport(document);
    expect(validateReport.errors).toBeNull();
  });
});
