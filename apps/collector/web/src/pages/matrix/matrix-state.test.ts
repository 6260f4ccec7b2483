// The address of the matrix.
import { describe, expect, test } from 'vitest';
import { filterOf, parseMatrix } from './matrix-state.ts';

describe('address', () => {
  test('anything is read, with groups of Windows by default', () => {
    expect(parseMatrix({ by: ['nothing'], group: ['a', 'b'], q: 7 })).toEqual({
      by: 'windows',
      group: undefined,
      everyHost: false,
      q: undefined,
      allRules: false,
    });
  });

  test('the group without a value is one too', () => {
    expect(parseMatrix({ by: 'domain', group: '' }).group).toBe('');
  });
});

describe('filter', () => {
  test('of a group and a search', () => {
    expect(filterOf(parseMatrix({ by: 'domain', group: 'contoso.com', q: 'edge' }))).toEqual({
      domain: 'contoso.com',
      q: 'edge',
    });
  });

  test('hosts without a state are those that never reported', () => {
    expect(filterOf(parseMatrix({ by: 'state', group: '' }))).toEqual({ state: 'none' });
    expect(filterOf(parseMatrix({ by: 'state', group: 'atRisk' }))).toEqual({ state: 'atRisk' });
  });
});
