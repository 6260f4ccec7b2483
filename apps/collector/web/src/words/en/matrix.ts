// English words of the matrix of rules by hosts.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const matrix = {
  by: 'Groups by',
  bys: { windows: 'Windows', exchange: 'Exchange', domain: 'Domain', state: 'State' },
  showAll: 'Also rules that find nothing',
  group: 'Group',
  host: 'Host',
  hosts: (count: number) => plural(count, { one: '# host', other: '# hosts' }),
  unknown: 'not known',
  unfold: (group: string) => `Show the hosts of ${group}`,
  fold: 'Back to the groups',
  everyHost: 'All hosts',
  search: 'Search hosts',
  loaded: (shown: string) => `${shown} hosts loaded; more come while scrolling`,
  label: 'Rules by hosts',
  counted: (verdict: string, hosts: number) =>
    plural(hosts, { one: `${verdict} on # host`, other: `${verdict} on # hosts` }),
  waived: (verdict: string) => `${verdict}, waived`,
  empty: 'There are no hosts here',
  emptyBody: 'No host fits. Clear the search or go back to the groups.',
  clean: 'No rule finds anything on these hosts.',
};
