// Holds every language to the English one: same values, same literals, and the rules of good typesetting.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleFacts, exampleNow } from '../../test/example-facts.ts';
import { ruleExamples } from '../../test/rule-examples/index.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Finding } from '../engine/finding.ts';
import { findingSentence, manualStepWords, remedyWords } from '../report/words.ts';
import { en } from './en/index.ts';
import { he } from './he/index.ts';
import type { Locale, RuleText } from './locale.ts';
import { type Piece, piecesText, type Text } from './text.ts';

type Leaf = readonly [path: string, text: Text];

function leaves(node: unknown, path = ''): Leaf[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  if ('other' in node && typeof node.other === 'string') return [[path, node as Text]]; // only plural texts have `other`
  return Object.entries(node).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path} ${key}`));
}

const forms = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const literals = (text: string) =>
  [...text.matchAll(/`([^`]*)`/g)].map(([, literal]) => literal ?? '').sort();
/** What is left for words: no literals, no placeholders. */
const wordsOf = (text: string) => text.replace(/`[^`]*`|\{\w+\}/g, '');
const mainForm = (text: Text) => (typeof text === 'string' ? text : text.other);
const without = (path: string) => path === 'language' || path === 'direction';

const english = leaves(en).filter(([path]) => !without(path));
const languages = [en, he];
const others = languages.filter((locale) => locale.language !== 'en');

describe.each(others)('$language beside English', (locale) => {
  const own = new Map(leaves(locale).filter(([path]) => !without(path)));

  test('has the same texts', () => {
    expect([...own.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  test('keeps every value and every literal', () => {
    const lost = english.flatMap(([path, text]) => {
      const mine = own.get(path) ?? '';
      const [wanted, found] = [mainForm(text), mainForm(mine)];
      const same =
        placeholders(wanted).join() === placeholders(found).join() &&
        literals(wanted).join() === literals(found).join();
      return same ? [] : [path];
    });
    expect(lost).toEqual([]);
  });
});

describe.each(languages)('$language by itself', (locale) => {
  const own = leaves(locale).filter(([path]) => !without(path));
  const offending = (isWrong: (text: string) => boolean, among = own) =>
    among.flatMap(([path, text]) =>
      forms(text)
        .filter(isWrong)
        .map((form) => `${path}: ${form}`),
    );

  test('has no empty text and no stray blanks', () => {
    expect(offending((text) => text.trim() !== text || text === '' || text.includes('  '))).toEqual([]);
  });

  test('closes what it opens', () => {
    expect(offending((text) => (text.match(/`/g)?.length ?? 0) % 2 !== 0)).toEqual([]);
    expect(offending((text) => /[{}]/.test(wordsOf(text).replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  test('uses typographic apostrophes, quotes and dots', () => {
    expect(offending((text) => /['"]|\.\.\./.test(wordsOf(text)))).toEqual([]);
  });

  test('counts only with the forms that the language has', () => {
    const allowed = new Set(new Intl.PluralRules(locale.language).resolvedOptions().pluralCategories);
    const wrong = own.filter(
      ([, text]) =>
        typeof text !== 'string' && Object.keys(text).some((form) => !allowed.has(form as 'other')), // any other key is what is looked for
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
    const withoutCount = own.filter(
      ([, text]) => typeof text !== 'string' && !placeholders(text.other).includes('count'),
    );
    // A form may leave the number out, but the choice itself needs it.
    expect(withoutCount.map(([path]) => path).filter((path) => !path.startsWith('reasons '))).toEqual([]);
  });

  test('no form has a value that the main one lacks', () => {
    const wrong = own.filter(([, text]) =>
      forms(text).some((form) =>
        placeholders(form).some((name) => !placeholders(mainForm(text)).includes(name)),
      ),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('ends sentences with a full stop, and titles without', () => {
    const ruleTexts = own.filter(([path]) => path.startsWith('rules '));
    const isTitle = ([path]: Leaf) => path.endsWith(' title');
    expect(offending((text) => text.endsWith('.'), ruleTexts.filter(isTitle))).toEqual([]);
    const sentences = ruleTexts.filter((leaf) => !isTitle(leaf));
    expect(offending((text) => !/[.?]$/.test(text), sentences)).toEqual([]);
  });
});

describe('Hebrew', () => {
  const texts = leaves(he).flatMap(([path, text]) => forms(text).map((form) => `${path}: ${form}`));
  test('ties a prefix to a foreign word with a maqaf', () => {
    expect(texts.filter((text) => /[\u05D0-\u05EA](?:-[\w`{]|[A-Za-z`{])/.test(text))).toEqual([]);
  });
  test('has no direction marks: the formats set direction', () => {
    expect(texts.filter((text) => /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(text))).toEqual([]);
  });
});

/** Everything that the rules say about their own examples and about the healthy host. */
const said: readonly Finding[] = [exampleFacts, ...Object.values(ruleExamples)].flatMap(
  (facts) => evaluate(facts(), { now: exampleNow }).findings,
);

describe.each<Locale>(languages as readonly Locale[])('$language in use', (locale) => {
  // A value that holds braces is a literal; only words can hold a placeholder that nothing filled.
  const open = (pieces: readonly Piece[]) => /\{\w+\}/.test(piecesText(pieces));

  test('every sentence finds all of its values', () => {
    const unfilled = said.filter((finding) => open(findingSentence(finding, locale)));
    expect(unfilled.map(({ rule, message }) => `${rule}: ${message.key}`)).toEqual([]);
  });

  test('every remedy has its words, and every step done by hand', () => {
    const wrong = said.flatMap((finding) => {
      const { remedy, rule } = finding;
      if (!remedy) return [];
      const { summary, mayBreak } = remedyWords(finding, remedy, locale);
      const texts = [summary, mayBreak];
      for (const step of remedy.steps) {
        if (step.do !== 'manual') continue;
        const words = manualStepWords(finding, step, locale);
        texts.push(words.length === 1 && piecesText(words) === step.step ? [] : words);
      }
      return texts.some((pieces) => pieces.length === 0 || open(pieces)) ? [`${rule}: ${remedy.id}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

/** As the end of a remedy's id, or as a literal that one is put together from. */
function isNamed(name: string, source: string): boolean {
  return ['#', "'", '}', '`'].some((before) =>
    ["'", '`'].some((after) => source.includes(`${before}${name}${after}`)),
  );
}

test('every remedy and every step that has words is handed out by a rule of its area', () => {
  const folder = join(import.meta.dirname, '../rules');
  // Other areas take remedies of Send connectors from here.
  const shared = readFileSync(join(folder, 'connectors/send-connectors.ts'), 'utf8');
  const unused = Object.entries<RuleText>(en.rules).flatMap(([id, words]) => {
    const area = join(folder, id.split('/')[0] ?? '');
    const source = readdirSync(area)
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(area, file), 'utf8'))
      .concat(shared)
      .join('\n');
    return [
      ...Object.keys(words.remedies ?? {}).filter((name) => !isNamed(name, source)),
      ...Object.keys(words.steps ?? {}).filter((name) => !isNamed(name, source)),
    ].map((name) => `${id}: ${name}`);
  });
  expect(unused).toEqual([]);
});
