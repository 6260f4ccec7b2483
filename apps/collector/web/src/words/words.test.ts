// Hebrew is complete: the same keys, and no text that was left in English.
import { expect, test } from 'vitest';
import { en } from './en/index.ts';
import { he } from './he/index.ts';

/** Texts by their path; those that are made of numbers and names are made with some. */
function textsOf(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    // All functions among the words take numbers, names and texts, and make text.
    const make = words as (...values: unknown[]) => unknown;
    const made = [0, 1, 2, 5].flatMap((count) => textsOf(call(make, count), `${path}(${count})`));
    return made.length > 0 ? made : [[path, '']];
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

function call(make: (...values: unknown[]) => unknown, count: number): unknown {
  return make(...Array.from({ length: Math.max(make.length, 1) }, () => count));
}

/** Names and literals that no language changes. */
const names = [
  'Mailflow TLS',
  'Microsoft Teams',
  'Slack',
  'Webhook',
  'Windows',
  'Exchange',
  'Office 365',
  'PostgreSQL',
  'CSV',
  'XLSX',
  'JSON',
  'SARIF',
];
const literal = new RegExp(`^(${names.join('|')}|<token>|UTC|[\\s\\d\\p{P}\\p{S}])*$`, 'u');

test('every key is there in both languages, and no other', () => {
  expect(textsOf(he).map(([path]) => path)).toEqual(
    expect.arrayContaining(textsOf(en).map(([path]) => path)),
  );
  expect(textsOf(he)).toHaveLength(textsOf(en).length);
});

test('no Hebrew text was left in English', () => {
  const left = textsOf(he).filter(([, text]) => !/\p{Script=Hebrew}/u.test(text) && !literal.test(text));
  expect(left).toEqual([]);
});

test('no text of either language is empty or ends in a blank', () => {
  const wrong = [...textsOf(en), ...textsOf(he)].filter(([, text]) => text === '' || /\s$/.test(text));
  expect(wrong).toEqual([]);
});
