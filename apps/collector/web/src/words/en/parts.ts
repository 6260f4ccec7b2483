// English words of the parts that pages share.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const parts = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not allow it; select the text and copy it.',
  cancel: 'Cancel',
  close: 'Close',
  again: 'Try again',
  never: 'never',
  none: 'none',
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  utc: (time: string) => `${time} UTC`,
  table: {
    columns: 'Columns',
    selectAll: 'Select all shown',
    select: (name: string) => `Select ${name}`,
    sortedBy: (name: string) => `Sort by ${name}`,
    scrolls: (name: string) => `${name}, scrolls sideways`,
    selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
  },
  pager: { first: 'First page', next: 'Next page', label: 'Pages of the list' },
  filter: {
    label: 'Filters',
    search: 'Search',
    clear: 'Clear filters',
    any: 'Any',
    chosen: (count: number) => plural(count, { one: '# chosen', other: '# chosen' }),
  },
  problem: {
    code: 'Code',
    request: 'Request',
    detail: 'The collector says',
  },
  secretOnce: 'Copy it now: it is shown this once and cannot be read again.',
};
