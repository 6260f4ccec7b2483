// Writes docs/rules: one page per rule from its words, its example and its references, and their index.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../src/index.ts';
import { rulePage, rulesIndex } from './rule-page.mjs';

const folder = fileURLToPath(new URL('../../../docs/rules', import.meta.url));
const pages = new Map(rules.map((rule) => [`${rule.id}.md`, rulePage(rule)]));
pages.set('README.md', rulesIndex());

mkdirSync(folder, { recursive: true });
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  // A page whose rule went away must not stay behind.
  if (entry.isFile()) rmSync(join(entry.parentPath, entry.name));
}
for (const [name, text] of pages) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`docs/rules: ${rules.length} rules`);
