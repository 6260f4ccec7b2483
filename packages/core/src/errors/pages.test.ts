// Holds the pages in docs/errors to the catalog, in both directions.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalog, literalForms } from './index.ts';

const folder = join(import.meta.dirname, '../../../../docs/errors');
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const index = readFileSync(join(folder, 'README.md'), 'utf8');

test('each error has a page, and each page an error', () => {
  expect(names.sort()).toEqual(catalog.map((entry) => `${entry.id}.md`).sort());
});

test.each(catalog)('$id: its page holds each of its literals, and the index leads to it', (entry) => {
  const page = readFileSync(join(folder, `${entry.id}.md`), 'utf8');
  for (const form of literalForms(entry)) expect(page).toContain(form.replace(/\{(\w+):\w+\}/g, '<$1>'));
  expect(index).toContain(`(${entry.id}.md)`);
});
