// Holds the pages in docs/causes to the causes, their words and the error catalog, in both directions.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en, he } from '../../test/whole-locales.ts';
import { catalog } from '../errors/index.ts';
import { textPieces } from '../locales/text.ts';
import { causeNames } from './input.ts';

const docs = join(import.meta.dirname, '../../../../docs');
const folder = join(docs, 'causes');
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const index = readFileSync(join(folder, 'README.md'), 'utf8');

test('each cause has a page, and each page a cause', () => {
  expect(names.sort()).toEqual(causeNames.map((cause) => `${cause}.md`).sort());
});

test.each(causeNames)(
  '%s: its page has its words and exactly its errors, and the index leads to it',
  (cause) => {
    const page = readFileSync(join(folder, `${cause}.md`), 'utf8');
    for (const locale of [en, he])
      for (const text of Object.values(locale.diagnosis.causes[cause]))
        for (const piece of textPieces(text, undefined, locale.language)) expect(page).toContain(piece.text);
    const linked = [...page.matchAll(/\(\.\.\/errors\/([\w-]+)\.md\)/g)].map((match) => match[1]);
    const errors = catalog.filter(({ causes, role }) => causes[cause] !== undefined && role === undefined);
    expect(linked.sort()).toEqual(errors.map(({ id }) => id).sort());
    expect(index).toContain(`(${cause}.md)`);
    expect(readFileSync(join(docs, 'explain.md'), 'utf8')).toContain(`(causes/${cause}.md)`);
  },
);
