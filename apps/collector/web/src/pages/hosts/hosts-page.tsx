// All hosts, the worst first: filtered, sorted and paged by the collector, with everything that is chosen in the address.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { filterQuery, type HostFilter } from '../../app/host-filter.ts';
import { ColumnChoice } from '../../parts/column-choice.tsx';
import { DataTable, type Sorting } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { SkeletonLines } from '../../parts/skeleton-lines.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useWords } from '../../words/words.ts';
import { ExportMenu } from './export-menu.tsx';
import { ordersByColumn, useHostColumns, usualColumns } from './host-columns.tsx';
import { HostFilters } from './host-filters.tsx';
import type { HostsSearch } from './hosts-search.ts';

const useStyles = makeStyles({
  above: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  count: { flexGrow: 1 },
});

const route = getRouteApi('/frame/hosts');

export function HostsPage(): ReactElement {
  const styles = useStyles();
  const { hosts: words, parts, shell } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = useHostColumns();

  const filter = filterQuery(search);
  const order = search.order ?? 'worst';
  const query = { ...filter, order, reversed: search.reversed ?? 'false' } as const;
  const { data, error, refetch, isPlaceholderData } = useAnswer(
    'GET /api/v1/hosts',
    { query: { ...query, limit: '100', ...(search.cursor !== undefined && { cursor: search.cursor }) } },
    { keepPrevious: true },
  );
  const { data: count } = useAnswer('GET /api/v1/hosts/count', { query: filter }, { keepPrevious: true });
  const steady = useSteady(data, JSON.stringify([query, search.cursor, isPlaceholderData]));
  const shown = search.columns?.split(',') ?? usualColumns;
  const columns = all.filter(({ id, always }) => always === true || shown.includes(id));

  // Another filter or order begins on its first page.
  const change = (changed: Partial<HostsSearch>, how: { push: boolean }): void => {
    void navigate({
      search: (before) => ({ ...before, cursor: undefined, ...changed }),
      replace: !how.push,
      resetScroll: false,
    });
  };
  const changeFilter = (changed: HostFilter): void => change(changed, { push: changed.q === undefined });
  const clear = (): void => void navigate({ search: ({ columns: kept }) => ({ columns: kept }) });

  return (
    <Page title={shell.pages.hosts} actions={<ExportMenu query={query} chosen={[...chosen]} />}>
      <HostFilters filter={search} onChange={changeFilter} onClear={clear} />
      {error !== null && <ProblemMessage problem={error} again={() => void refetch()} />}
      <div className={styles.above}>
        <Text className={styles.count} role="status">
          {count === undefined ? '' : words.count(count.hosts)}
          {chosen.size > 0 && ` · ${parts.table.selected(chosen.size)}`}
        </Text>
        {steady.waiting && (
          <Button size="small" onClick={steady.apply}>
            {shell.newer}
          </Button>
        )}
        <ColumnChoice
          columns={all}
          shown={columns.map(({ id }) => id)}
          onChange={(ids) => change({ columns: ids.join(','), cursor: search.cursor }, { push: false })}
        />
      </div>
      {steady.shown === undefined ? (
        error === null && <SkeletonLines lines={12} size={32} />
      ) : steady.shown.items.length === 0 ? (
        <EmptyState title={words.empty} actions={<Button onClick={clear}>{parts.filter.clear}</Button>}>
          {words.emptyHint}
        </EmptyState>
      ) : (
        <div {...steady.hold}>
          <DataTable
            label={shell.pages.hosts}
            columns={columns}
            rows={steady.shown.items}
            rowId={({ id }) => String(id)}
            rowName={({ name }) => name}
            sorting={sortingOf(search)}
            onSort={(sorting) => change(searchOfSorting(sorting, search), { push: true })}
            selection={{ chosen, onChange: setChosen }}
            busy={isPlaceholderData}
          />
        </div>
      )}
      <Pager
        cursor={search.cursor}
        next={steady.shown?.next ?? null}
        onGo={(cursor) => void navigate({ search: (before) => ({ ...before, cursor }) })}
      />
    </Page>
  );
}

function sortingOf({ order = 'worst', reversed }: HostsSearch): Sorting {
  const [column = 'state', { down } = { down: false }] =
    Object.entries(ordersByColumn).find(([, each]) => each.order === order) ?? [];
  return { column, descending: down !== (reversed === 'true') };
}

/** A column that was not sorted by begins with the end that people look for; again turns it around. */
function searchOfSorting({ column }: Sorting, before: HostsSearch): Partial<HostsSearch> {
  const order = ordersByColumn[column]?.order;
  const turns = (before.order ?? 'worst') === order && before.reversed !== 'true';
  return { order: order === 'worst' ? undefined : order, reversed: turns ? 'true' : undefined };
}
