// The documents name what the program has, no less and no more.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { settingNames } from './settings/settings.ts';
import { words } from './words/en.ts';

function document(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
}

function firstColumn(text: string): string[] {
  return [...text.matchAll(/^\| `?(\w+)`? \|/gm)].map(([, cell = '']) => cell);
}

test('every exit code', () => {
  expect(firstColumn(document('exit-codes.md'))).toEqual(['Code', ...Object.values(exitCodes).map(String)]);
});

test('every setting, with its meaning', () => {
  const text = document('settings.md');
  expect(firstColumn(text)).toEqual(['Name', ...settingNames]);
  for (const name of settingNames) expect(text).toContain(`| ${words.settings[name]} |`);
});
