// Facts that somebody kept: what is taken, and what is said about the rest.
import { describe, expect, test } from 'vitest';
import { exampleFacts, exampleNow } from '../../test/example-facts.ts';
import { evaluate } from '../engine/evaluate.ts';
import { en } from '../locales/en/index.ts';
import { he } from '../locales/he/index.ts';
import { piecesText, textPieces } from '../locales/text.ts';
import { type FactsProblem, readFacts } from './read-facts.ts';

const facts = exampleFacts();
const text = JSON.stringify(facts, null, 2);

function problemOf(input: unknown, options = {}): FactsProblem {
  const result = readFacts(input, options);
  if (result.ok) throw new Error('was accepted');
  return result.problem;
}

describe('what is taken', () => {
  test.each([
    ['text', text],
    ['parsed JSON', JSON.parse(text)],
    ['a text with two byte order marks', `\uFEFF\uFEFF${text}`],
    ['a report', JSON.stringify(evaluate(facts, { now: exampleNow }))],
    ['a list', `[${text}]`],
    ['a list of reports', [evaluate(facts, { now: exampleNow })]],
    ['a report about several hosts', { reports: [evaluate(facts, { now: exampleNow })] }],
  ])('%s', (_, input) => {
    expect(readFacts(input)).toEqual({ ok: true, facts: [facts] });
  });

  test('fields and prototypes that facts do not have are left out', () => {
    const hostile = text.replace('{', '{"__proto__": {"polluted": 1}, "constructor": 5, "later": true,');
    const result = readFacts(hostile);
    expect(result).toEqual({ ok: true, facts: [facts] });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    if (result.ok) expect(Object.getPrototypeOf(result.facts[0])).toBe(Object.prototype);
  });

  test('a `__proto__` field inside a record of free names is not taken', () => {
    const result = readFacts(text.replace('"sources": {', '"sources": {"__proto__": "x",'));
    expect(result.ok).toBe(true);
  });
});

describe('what is refused', () => {
  test('nothing at all', () => {
    expect(problemOf('\uFEFF \r\n')).toEqual({ code: 'empty', params: {} });
    expect(problemOf([])).toEqual({ code: 'noHosts', params: {} });
  });

  test('a text cut off anywhere is called truncated, at its end', () => {
    const lines = text.split('\n');
    expect(problemOf(lines.slice(0, 12).join('\n'))).toEqual({
      code: 'truncated',
      params: { line: 12, column: (lines[11] ?? '').length + 1 },
    });
    for (let length = 1; length < text.length; length += 7)
      expect(problemOf(text.slice(0, length)).code, `cut after ${length}`).toBe('truncated');
  });

  test('a wrong character is placed where an editor shows it', () => {
    expect(problemOf('{\n  "a": 1,\n  oops: 2\n}')).toEqual({
      code: 'notJson',
      params: { line: 3, column: 3, found: 'o' },
    });
    expect(problemOf(`${text}\n}`)).toMatchObject({ code: 'notJson', params: { column: 1, found: '}' } });
  });

  test('too much text, without parsing it', () => {
    expect(problemOf(text, { maxCharacters: 100 })).toEqual({
      code: 'tooLarge',
      params: { size: text.length, limit: 100 },
    });
  });

  test('hostile depth, in lists, objects and beside brackets in strings', () => {
    expect(problemOf('['.repeat(5_000_000)).code).toBe('tooDeep');
    expect(problemOf('{"a":'.repeat(100)).code).toBe('tooDeep');
    expect(readFacts(text.replace('EX01', '['.repeat(200))).ok).toBe(true);
    expect(problemOf(`"\\\\${'['.repeat(200)}"`).code).toBe('notFacts');
  });

  test('another version says which is understood', () => {
    expect(problemOf({ ...facts, schemaVersion: 2 })).toEqual({
      code: 'newerVersion',
      params: { found: 2, known: 1, path: '$' },
    });
    expect(problemOf([facts, { ...facts, schemaVersion: 0 }])).toEqual({
      code: 'olderVersion',
      params: { found: 0, known: 1, path: '[1]' },
    });
  });

  test('other JSON', () => {
    expect(problemOf('{"a": 1}').params).toEqual({ path: '$', found: '{a}' });
    expect(problemOf('[[1]]').params).toEqual({ path: '[0]', found: '[…]' });
    expect(problemOf('null').params).toEqual({ path: '$', found: 'null' });
  });

  test('a wrong field is named by its path, with what was expected and found', () => {
    const wrong = JSON.parse(text);
    wrong.sections.os.data.build = 'new';
    expect(problemOf([facts, wrong])).toEqual({
      code: 'wrongShape',
      params: { path: '[1].sections.os.data.build', expected: 'number', found: '"new"' },
    });
  });

  test('a quoted value never grows with the file', () => {
    const { params } = problemOf({ ...facts, id: ['x'.repeat(10_000)], host: 'y'.repeat(10_000) });
    expect(JSON.stringify(params).length).toBeLessThan(400);
  });
});

test('every problem reads as a sentence in both languages', () => {
  for (const locale of [en, he]) {
    for (const input of ['', '[]', '{', '{x', '5', { ...facts, id: 1 }, { ...facts, schemaVersion: 9 }]) {
      const { code, params } = problemOf(input);
      const sentence = piecesText(textPieces(locale.problems[code].problem, params, locale.language));
      expect(sentence).not.toMatch(/\{\w+\}/);
      expect(locale.problems[code].remedy).not.toBe('');
    }
  }
});
