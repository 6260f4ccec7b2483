// English words of the list of hosts.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const hosts = {
  search: 'Search by name, domain or tag',
  count: (count: number) => plural(count, { one: '# host', other: '# hosts' }),
  columns: {
    name: 'Host',
    state: 'State',
    stateSince: 'In this state since',
    problems: 'Open problems',
    waived: 'Waived',
    windows: 'Windows',
    exchange: 'Exchange',
    domain: 'Domain',
    tags: 'Tags',
    agent: 'Agent',
    lastReport: 'Last report',
  },
  filters: {
    state: 'State',
    windows: 'Windows',
    exchange: 'Exchange',
    domain: 'Domain',
    tag: 'Tag',
    rule: 'Rule',
    cause: 'Cause',
    silent: 'Silent',
    status: 'Admission',
    more: (name: string, value: string) => `${name}: ${value}`,
    drop: (name: string) => `Drop the filter ${name}`,
  },
  statuses: { waiting: 'Waiting for approval', active: 'Taken in', revoked: 'Revoked' },
  silentSince: 'Silent',
  notRead: 'not read',
  yes: 'yes',
  no: 'no',
  export: 'Export',
  exportAll: 'What is shown',
  exportChosen: (count: number) =>
    plural(count, { one: 'The # selected host', other: 'The # selected hosts' }),
  formats: { csv: 'CSV', xlsx: 'Excel workbook', jsonl: 'JSON lines' },
  plan: 'Action plan (Excel workbook)',
  empty: 'No host fits these filters',
  emptyHint: 'Drop a filter, or search for less.',
};
