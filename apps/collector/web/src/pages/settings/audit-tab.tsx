// The audit log: who changed what, filtered and paged by the address.
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Literal } from '../../parts/literal.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Time } from '../../parts/time.tsx';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { startOfDay } from './fields.ts';
import { TabHead } from './tab-head.tsx';
import { type SettingsSearch, useSettingsSearch } from './use-settings-search.ts';

type Entry = AnswerOf<'GET /api/v1/audit-log'>['items'][number];

const useStyles = makeStyles({
  field: { width: '170px', '@media (max-width: 480px)': { width: '100%' } },
  input: { minWidth: 0, width: '100%' },
  detail: { maxWidth: '32ch', fontSize: tokens.fontSizeBase200 },
});

function queryOf({ actor, action, target, from, to, cursor }: SettingsSearch) {
  return {
    ...(actor !== undefined && { actor }),
    ...(action !== undefined && { action }),
    ...(target !== undefined && { target }),
    ...(from !== undefined && { from: startOfDay(from) }),
    // The whole last day belongs to it.
    ...(to !== undefined && { to: startOfDay(to, 1) }),
    ...(cursor !== undefined && { cursor }),
  };
}

export function AuditTab(): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { audit } = words.settings;
  const [search, go] = useSettingsSearch();
  const query = useAnswer('GET /api/v1/audit-log', { query: queryOf(search) }, { keepPrevious: true });
  const { cursor, ...filters } = search;
  const field = (
    name: 'actor' | 'action' | 'target' | 'from' | 'to',
    label: string,
    type: 'text' | 'date',
  ): ReactElement => (
    <Field label={label} className={styles.field}>
      <Input
        // Begun anew when the address changes by other means; told when the field is left or Enter is pressed.
        key={search[name] ?? ''}
        type={type}
        className={styles.input}
        input={{ className: styles.input }}
        defaultValue={search[name] ?? ''}
        dir={type === 'date' ? 'ltr' : 'auto'}
        onBlur={({ currentTarget }) => tell(name, currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && tell(name, currentTarget.value)}
      />
    </Field>
  );
  const tell = (name: keyof SettingsSearch, value: string): void => {
    const wanted = value.trim() === '' ? undefined : value.trim();
    if (wanted !== search[name]) go({ [name]: wanted });
  };
  return (
    <>
      <TabHead lead={audit.lead} />
      <FilterBar
        active={Object.values(filters).some((value) => value !== undefined)}
        onClear={() =>
          go({ actor: undefined, action: undefined, target: undefined, from: undefined, to: undefined })
        }
      >
        {field('actor', audit.actor, 'text')}
        {field('action', audit.action, 'text')}
        {field('target', audit.target, 'text')}
        {field('from', audit.fromDay, 'date')}
        {field('to', audit.toDay, 'date')}
      </FilterBar>
      <Answered query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={audit.empty}>{audit.emptyBody}</EmptyState>
          ) : (
            <>
              <DataTable
                label={words.settings.tabs.audit}
                columns={auditColumns(words, styles.detail)}
                rows={items}
                rowId={({ id }) => String(id)}
                busy={query.isPlaceholderData}
              />
              <Pager cursor={cursor} next={next} onGo={(to) => go({ cursor: to })} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function auditColumns({ settings, parts }: Words, detailClass: string): Column<Entry>[] {
  const { audit } = settings;
  return [
    { id: 'at', header: audit.at, cell: ({ at }) => <Time at={at} />, always: true },
    { id: 'actor', header: audit.actor, cell: ({ actor }) => <bdi>{actor}</bdi> },
    { id: 'action', header: audit.action, cell: ({ action }) => <Literal text={action} /> },
    { id: 'target', header: audit.target, cell: ({ target }) => <bdi>{target ?? parts.none}</bdi> },
    {
      id: 'from',
      header: audit.from,
      cell: ({ address }) => (address === null ? parts.none : <Literal text={address} />),
    },
    {
      id: 'detail',
      header: audit.detail,
      cell: ({ detail }) =>
        Object.keys(detail).length > 0 && (
          <div className={detailClass}>
            <Literal text={JSON.stringify(detail)} />
          </div>
        ),
    },
  ];
}
