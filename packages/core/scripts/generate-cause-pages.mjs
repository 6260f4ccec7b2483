// Writes docs/causes: one page per cause of a diagnosis, from its words and the error catalog, and their index.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { causeNames } from '../src/diagnosis/input.ts';
import { causePage, causesIndex } from './cause-page.mjs';

const folder = fileURLToPath(new URL('../../../docs/causes', import.meta.url));

mkdirSync(folder, { recursive: true });
// A page whose cause went away must not stay behind.
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const cause of causeNames) writeFileSync(join(folder, `${cause}.md`), causePage(cause));
writeFileSync(join(folder, 'README.md'), causesIndex());
console.log(`docs/causes: ${causeNames.length} causes`);
