// Holds the catalog to itself: ids, weights, literals, words, sources, examples.
import { describe, expect, test } from 'vitest';
import { errorExamples } from '../../../test/error-examples/index.ts';
import { enEvidence as en } from '../../locales/en/evidence.ts';
import { heEvidence as he } from '../../locales/he/evidence.ts';
import { catalog, errorEntry, errorSources, isErrorId, literalForms, matchText } from '../index.ts';

const ids = catalog.map((entry) => entry.id);
const sorted = [...ids].sort();

test('ids are kebab-case and none is used twice', () => {
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  expect(sorted).toEqual([...new Set(sorted)]);
});

test('an id finds its entry, and a foreign one is no id', () => {
  expect(errorEntry('starttls-required').enhanced).toEqual(['5.7.3']);
  expect(isErrorId('starttls-required')).toBe(true);
  expect(isErrorId('toString')).toBe(false);
});

test.each(catalog)('$id: its causes weigh 100 together', (entry) => {
  expect(Object.values(entry.causes).reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

test.each(catalog)('$id: what it says of the TLS version and the weight of that cause agree', (entry) => {
  const weight = entry.causes['tls-version'] ?? 0;
  if (entry.tlsVersion === 'no') expect(weight).toBe(0);
  if (entry.tlsVersion === 'yes') expect(weight + (entry.causes.cipher ?? 0)).toBe(100);
  if (entry.tlsVersion === 'likely') expect(weight + (entry.causes.cipher ?? 0)).toBeGreaterThanOrEqual(60);
  if (entry.tlsVersion === 'possible') expect(weight).toBeLessThanOrEqual(45);
});

test('values in literals have known types, and each literal begins with words long enough to look for', () => {
  const wrong = catalog.flatMap((entry) =>
    literalForms(entry).filter((form) => {
      const types = [...form.matchAll(/\{\w+:(\w*)\}/g)].map((match) => match[1] ?? '');
      const words = form.replace(/^\{protocol:protocol\} /, '').split(/\{\w+:/)[0] ?? '';
      const known = types.every((type) =>
        ['word', 'number', 'host', 'status', 'text', 'protocol'].includes(type),
      );
      return !known || words.replace(/\s/g, '').length < 4;
    }),
  );
  expect(wrong).toEqual([]);
});

test('no two entries claim the same alert, status, event or code', () => {
  const claims = catalog.flatMap((entry) => [
    ...(entry.alert ?? []).map((number) => `alert ${number}`),
    ...(entry.status ?? []).map((name) => `status ${name.toLowerCase()}`),
    ...(entry.event?.ids ?? []).map((number) => `event ${number}`),
    ...(entry.byCode ? (entry.enhanced ?? []) : []),
  ]);
  expect(claims.filter((claim, index) => claims.indexOf(claim) !== index)).toEqual([]);
});

test.each([
  ['English', en.errors],
  ['Hebrew', he.errors],
  ['sources', errorSources],
  ['examples', errorExamples],
])('%s: for exactly the ids of the catalog', (_, byId) => {
  expect(Object.keys(byId).sort()).toEqual(sorted);
});

describe('Hebrew keeps the literals of the English words', () => {
  const literals = (text: unknown) => [...String(text).matchAll(/`[^`]*`/g)].map((match) => match[0]).sort();
  test.each(ids)('%s', (id) => {
    for (const part of ['meaning', 'notProven', 'remedy'] as const) {
      expect(literals(he.errors[id][part]), part).toEqual(literals(en.errors[id][part]));
    }
  });
});

describe('each example is found as its own entry and nothing else', () => {
  const cases = Object.entries(errorExamples).flatMap(([id, texts]) => texts.map((text) => ({ id, text })));
  test.each(cases)('$id: $text', ({ id, text }) => {
    const { signals, rest } = matchText(text);
    expect(signals.map((signal) => signal.id)).toEqual([id]);
    expect(rest).toEqual([]);
  });
});

describe('each literal without values is found as its own entry', () => {
  const cases = catalog
    .filter((entry) => entry.role !== 'wrapper')
    .flatMap((entry) => literalForms(entry).map((form) => ({ entry, form })))
    .filter(({ form }) => !form.includes('{'));
  test.each(cases)('$form', ({ entry, form }) => {
    const [smtp] = entry.smtp ?? [];
    const [enhanced] = entry.enhanced ?? [];
    const text = [smtp, enhanced, form].filter((part) => part !== undefined).join(' ');
    expect(matchText(text).signals.map((signal) => signal.id)).toEqual([entry.id]);
  });
});
