// Holds every set of reference data to its promise: a real date, named sources, and a place in the list.
import { describe, expect, test } from 'vitest';
import * as reference from './index.ts';
import { referenceData, staleReferenceData } from './index.ts';

describe('referenceData', () => {
  test.each(Object.entries(referenceData))(
    '%s has a date and sources',
    (name, data: reference.ReferenceData) => {
      expect(data.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(new Date(data.asOf).toISOString().slice(0, 10)).toBe(data.asOf);
      const sources = new Map<string, unknown>(Object.entries(reference)).get(`${name}Sources`);
      expect(sources).toEqual(expect.arrayContaining([expect.stringMatching(/\S/)]));
      expect(sources).not.toContainEqual(expect.stringMatching(/^\s*$/));
    },
  );

  test('lists every exported set', () => {
    const exported = Object.entries(reference).filter(([name]) => /[a-z]Data$/.test(name));
    const sets = exported.filter(([, value]) => typeof value === 'object' && 'asOf' in value);
    expect(new Set(sets.map(([, value]) => value))).toEqual(new Set(Object.values(referenceData)));
  });
});

describe('staleReferenceData', () => {
  test('everything that can age is stale after ten years, nothing on the day of its newest source', () => {
    const ageing = Object.entries<reference.ReferenceData>(referenceData).filter(([, data]) => !data.settled);
    expect(staleReferenceData('2036-11-24').map(({ name }) => name)).toEqual(ageing.map(([name]) => name));
    expect(staleReferenceData('2020-01-01')).toEqual([]);
  });
});
