// Writes the JSON Schemas of the facts, of the JSON report and of the diagnosis from the schemas that the core itself uses.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { diagnosisDocumentSchema } from '../src/diagnosis/document-schema.ts';
import { hostFactsSchema } from '../src/facts/host-facts.ts';
import { registryKeySchema } from '../src/facts/registry.ts';
import { gapSchema, unreadSchema } from '../src/facts/section.ts';
import { reportDocumentSchema } from '../src/report/document-schema.ts';

const folder = fileURLToPath(new URL('../schema/', import.meta.url));
const shared = { registryKey: registryKeySchema, gap: gapSchema, unread: unreadSchema };
const schemas = {
  facts: { schema: hostFactsSchema, title: 'Facts of a host, version 1', definitions: shared },
  report: {
    schema: reportDocumentSchema,
    title: 'Reports of hosts as written by --format json, version 1',
    definitions: { ...shared, hostFacts: hostFactsSchema },
  },
  diagnosis: {
    schema: diagnosisDocumentSchema,
    title: 'Diagnoses as written by explain and logs with --format json, version 1',
    definitions: {},
  },
};

mkdirSync(folder, { recursive: true });
for (const [name, { schema, title, definitions }] of Object.entries(schemas)) {
  const { $schema, ...rest } = toJsonSchema(schema, { definitions });
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`);
}
console.log(`packages/core/schema: ${Object.keys(schemas).join(', ')}`);
