// Holds every rule's file, test, registration, words, example and page together, in both directions.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleNow } from '../../test/example-facts.ts';
import { ruleExamples } from '../../test/rule-examples/index.ts';
import { evaluate } from '../engine/evaluate.ts';
import { en } from '../locales/en/index.ts';
import { he } from '../locales/he/index.ts';
import { rules } from './index.ts';

const folder = import.meta.dirname;
const pages = join(folder, '../../../../docs/rules');

/** `area/name` of every file with the given ending in the areas below a folder. */
function filesBelow(top: string, ending: string): string[] {
  return readdirSync(top, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((area) =>
      readdirSync(join(top, area.name))
        .filter((file) => file.endsWith(ending))
        .map((file) => `${area.name}/${file.slice(0, -ending.length)}`),
    )
    .sort();
}

const registered = rules.map((rule) => rule.id as string);
const sorted = [...registered].sort();
const ruleFiles = filesBelow(folder, '.ts').filter(
  (id) => !id.endsWith('.test') && readFileSync(join(folder, `${id}.ts`), 'utf8').includes('defineRule('),
);

test('no id is registered twice', () => {
  expect(sorted).toEqual([...new Set(sorted)]);
});

test('each rule is one file named by its id, and each such file is registered', () => {
  expect(ruleFiles).toEqual(sorted);
});

test.each(ruleFiles)('%s has its own id in its file, and its test beside it', (id) => {
  expect(readFileSync(join(folder, `${id}.ts`), 'utf8')).toContain(`id: '${id}'`);
  expect(readFileSync(join(folder, `${id}.test.ts`), 'utf8')).toContain('test');
});

test.each([en, he])('$language has words for exactly the registered rules', (locale) => {
  expect(Object.keys(locale.rules).sort()).toEqual(sorted);
});

test('each rule has an example, and each example a rule', () => {
  expect(Object.keys(ruleExamples).sort()).toEqual(sorted);
});

test('each rule has a page, and each page a rule', () => {
  expect(filesBelow(pages, '.md')).toEqual(sorted);
});

describe('each rule has something to say about its example', () => {
  test.each(registered)('%s', (id) => {
    const example = ruleExamples[id as keyof typeof ruleExamples];
    const findings = evaluate(example?.() as never, { now: exampleNow, only: [id] }).findings;
    expect(findings.map((finding) => finding.message.key)).not.toContain('ruleFailed');
    expect(findings.some((finding) => ['info', 'warn', 'fail'].includes(finding.verdict))).toBe(true);
  });
});

test('each rule rests on at least one public document', () => {
  expect(rules.filter((rule) => rule.references.length === 0).map((rule) => rule.id)).toEqual([]);
});

test('every sentence of a rule is said somewhere in its area', () => {
  const unused = registered.flatMap((id) => {
    const area = join(folder, id.split('/')[0] ?? '');
    const source = readdirSync(area)
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(area, file), 'utf8'))
      .join('\n');
    const words = en.rules[id as keyof typeof en.rules];
    return Object.keys(words.messages)
      .filter((key) => !source.includes(`'${key}'`))
      .map((key) => `${id}: ${key}`);
  });
  expect(unused).toEqual([]);
});
