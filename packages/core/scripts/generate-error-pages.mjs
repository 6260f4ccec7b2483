// Writes docs/errors: one page per error from the catalog, its words and its examples, and their index.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalog } from '../src/errors/index.ts';
import { errorPage, errorsIndex } from './error-page.mjs';

const folder = fileURLToPath(new URL('../../../docs/errors', import.meta.url));

mkdirSync(folder, { recursive: true });
// A page whose error went away must not stay behind.
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const entry of catalog) writeFileSync(join(folder, `${entry.id}.md`), errorPage(entry));
writeFileSync(join(folder, 'README.md'), errorsIndex());
console.log(`docs/errors: ${catalog.length} errors`);
