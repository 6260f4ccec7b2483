// Sentences, their values and their plural forms.
import { describe, expect, test } from 'vitest';
import { piecesText, textPieces } from './text.ts';

test('literals and values are told apart from words', () => {
  expect(textPieces('Set `Enabled` in {path} to 1.', { path: 'HKLM\\X' }, 'en')).toEqual([
    { kind: 'words', text: 'Set ' },
    { kind: 'literal', text: 'Enabled' },
    { kind: 'words', text: ' in ' },
    { kind: 'literal', text: 'HKLM\\X' },
    { kind: 'words', text: ' to 1.' },
  ]);
});

test('a value inside a literal belongs to the literal', () => {
  expect(textPieces('Run `Get-X -Id {id}`', { id: 7 }, 'en')).toEqual([
    { kind: 'words', text: 'Run ' },
    { kind: 'literal', text: 'Get-X -Id 7' },
  ]);
});

test('a value that holds braces or backticks is never read as a template', () => {
  const hostile = '{path} `x` $(1+1)';
  expect(textPieces('Name: {name}.', { name: hostile, path: 'no' }, 'en')[1]).toEqual({
    kind: 'literal',
    text: hostile,
  });
});

test('a missing value stays visible', () => {
  expect(piecesText(textPieces('At {path}.', {}, 'en'))).toBe('At {path}.');
});

test('a sentence can stand inside a sentence', () => {
  const inner = textPieces('`X` is off.', undefined, 'en');
  expect(piecesText(textPieces('Failing. {because}', { because: inner }, 'en'))).toBe('Failing. X is off.');
});

describe('plural forms', () => {
  const text = { one: 'one thing', two: 'two things', other: '{count} things' };
  test.each([
    ['en', 1, 'one thing'],
    ['en', 2, '2 things'],
    ['he', 2, 'two things'],
    ['he', 11, '11 things'],
  ])('%s %i', (language, count, expected) => {
    expect(piecesText(textPieces(text, { count }, language))).toBe(expected);
  });
});
