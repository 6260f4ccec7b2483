// Writes docs/openapi.json from the routes that the collector runs.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../src/api/openapi.ts';
import { routes } from '../src/api/routes/index.ts';

const file = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(openApiDocument(routes), null, 2)}\n`);
console.log('docs/openapi.json');
