// The filters over the list of hosts: search, choices with their counts, and whatever else a link brought along.
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { filterQuery, type HostFilter, hostStateNames } from '../../app/host-filter.ts';
import { ChoiceFilter } from '../../parts/choice-filter.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { useWords } from '../../words/words.ts';

interface Props {
  filter: HostFilter;
  onChange(changed: HostFilter): void;
  onClear(): void;
}

const chosenFrom = ['exchange', 'windows', 'domain', 'tag'] as const;

export function HostFilters({ filter, onChange, onClear }: Props): ReactElement {
  const { hosts, states } = useWords();
  const query = filterQuery(filter);
  const { data: facets } = useAnswer('GET /api/v1/hosts/facets', { query }, { keepPrevious: true });
  const change = (name: keyof HostFilter, values: string[]): void =>
    onChange({ [name]: values.length === 0 ? undefined : values });
  const stateCounts = new Map(facets?.state.map(({ value, hosts }) => [value, hosts]));
  return (
    <FilterBar
      search={{
        value: filter.q ?? '',
        label: hosts.search,
        onChange: (q) => onChange({ q: q === '' ? undefined : q }),
      }}
      active={Object.keys(query).length > 0}
      onClear={onClear}
    >
      <ChoiceFilter
        label={hosts.filters.state}
        choices={hostStateNames.map((value) => ({
          value,
          text: states[value],
          count: stateCounts.get(value) ?? 0,
        }))}
        chosen={filter.state ?? []}
        onChange={(values) => change('state', values)}
      />
      {chosenFrom.map((name) => (
        <ChoiceFilter
          key={name}
          label={hosts.filters[name]}
          choices={(facets?.[name] ?? []).map(({ value, hosts: count }) => ({
            value,
            text: value === '' ? hosts.notRead : value,
            count,
          }))}
          chosen={filter[name] ?? []}
          onChange={(values) => change(name, values)}
        />
      ))}
      <OtherFilters filter={filter} onChange={onChange} />
    </FilterBar>
  );
}

/** Filters that only links set; each can be dropped. */
function OtherFilters({ filter, onChange }: Omit<Props, 'onClear'>): ReactElement {
  const { hosts } = useWords();
  const { filters, statuses, yes, no } = hosts;
  const others: { name: string; value: string; drop: HostFilter }[] = [];
  if (filter.rule !== undefined) {
    const drop = { rule: undefined, verdict: undefined };
    others.push({ name: filters.rule, value: filter.rule.join(', '), drop });
  }
  if (filter.cause !== undefined) {
    others.push({ name: filters.cause, value: filter.cause.join(', '), drop: { cause: undefined } });
  }
  if (filter.silent !== undefined) {
    const value = filter.silent === 'true' ? yes : no;
    others.push({ name: filters.silent, value, drop: { silent: undefined } });
  }
  if (filter.status !== undefined) {
    const value = filter.status.map((status) => statuses[status]).join(', ');
    others.push({ name: filters.status, value, drop: { status: undefined } });
  }
  return (
    <>
      {others.map(({ name, value, drop }) => (
        <Button
          key={name}
          appearance="outline"
          icon={<DismissRegular />}
          iconPosition="after"
          title={filters.drop(name)}
          onClick={() => onChange(drop)}
        >
          <bdi>{filters.more(name, value)}</bdi>
        </Button>
      ))}
    </>
  );
}
