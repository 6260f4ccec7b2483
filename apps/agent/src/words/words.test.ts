// Both languages say the same with the same values and the same literals.
import { describe, expect, test } from 'vitest';
import { words as en } from './en.ts';
import { words as he } from './he.ts';
import { languageOf, sentence, systemLanguage } from './words.ts';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`)); // words nest only objects
}

const hebrew = new Map(leaves(he));

test.each(leaves(en))('%s', (path, english) => {
  const other = hebrew.get(path) ?? '';
  const fixed = (text: string): string[] => (text.match(/`[^`]*`|\{\w+\}/g) ?? []).sort();
  expect(fixed(other)).toEqual(fixed(english));
});

test('values cannot steer the terminal', () => {
  const language = languageOf('en');
  const hostile = 'a\u001b[2J\r\nb\u202Ec';
  expect(sentence(language, language.words.errors.noFile.problem, { file: hostile })).toBe(
    'There is no file a<U+001B>[2J<U+000D><U+000A>b<U+202E>c.',
  );
});

describe('the language of the system', () => {
  test.each([
    ['win32', {}, 'he-IL', 'he'],
    ['win32', { LANG: 'he_IL.UTF-8' }, 'de-DE', 'en'],
    ['linux', { LANG: 'he_IL.UTF-8' }, 'en-US', 'he'],
    ['linux', { LANG: 'he_IL.UTF-8', LC_ALL: 'C' }, 'en-US', 'en'],
    ['linux', {}, 'he-IL', 'en'],
    ['linux', { LANG: 'hr_HR.UTF-8' }, 'en-US', 'en'],
  ] as const)('%s %j %s is %s', (platform, env, intl, expected) => {
    expect(systemLanguage(platform, env, intl)).toBe(expected);
  });
});
