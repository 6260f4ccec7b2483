// English words of the list of rules.
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const rules = {
  lead: (open: number, all: string) =>
    plural(open, { one: `# of ${all} rules finds something`, other: `# of ${all} rules find something` }),
  search: 'Search rules',
  showAll: 'Also rules that find nothing',
  rule: 'Rule',
  affects: 'Concerns',
  affected: {
    sending: 'sending',
    receiving: 'receiving',
    both: 'both directions',
    hygiene: 'no mail directly',
  },
  open: 'Open',
  waived: 'Waived',
  none: 'No rule fits',
  noneBody: 'No rule has that in its title or id.',
  allWell: 'No rule finds anything',
  allWellBody: 'Every rule passes or does not apply on every host that reported.',
  noHosts: 'No host has reported yet',
  noHostsBody: 'Enrol the first host under Settings; the rules are judged with its first report.',
};
