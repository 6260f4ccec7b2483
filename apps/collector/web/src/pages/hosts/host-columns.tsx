// The columns of the list of hosts, and the orders of the API that sort by them.
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import type { Column } from '../../parts/data-table.tsx';
import { HostLink } from '../../parts/host-link.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Time } from '../../parts/time.tsx';
import { useSpoken } from '../../words/words.ts';
import type { HostOrder } from './hosts-search.ts';

export type HostLine = AnswerOf<'GET /api/v1/hosts'>['items'][number];

/** `down`: the order as the API gives it has the greatest first. */
export const ordersByColumn: Readonly<Record<string, { order: HostOrder; down: boolean }>> = {
  name: { order: 'name', down: false },
  state: { order: 'worst', down: false },
  problems: { order: 'problems', down: true },
  stateSince: { order: 'state-since', down: true },
  lastReport: { order: 'last-report', down: true },
  domain: { order: 'domain', down: false },
  windows: { order: 'windows', down: false },
  exchange: { order: 'exchange', down: false },
};

export const usualColumns = ['name', 'state', 'problems', 'exchange', 'windows', 'tags', 'lastReport'];

const useStyles = makeStyles({
  name: { display: 'flex', flexDirection: 'column', paddingBlock: tokens.spacingVerticalXXS },
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  under: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function useHostColumns(): Column<HostLine>[] {
  const { language, words } = useSpoken();
  const { columns, notRead } = words.hosts;
  const digits = new Intl.NumberFormat(language);
  const text = (value: string | null, otherwise = notRead) => <bdi>{value ?? otherwise}</bdi>;
  const sorts = true;
  return [
    { id: 'name', header: columns.name, always: true, sorts, cell: (host) => <NameCell host={host} /> },
    { id: 'state', header: columns.state, sorts, cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'problems',
      header: columns.problems,
      numeric: true,
      sorts,
      cell: ({ openProblems }) => digits.format(openProblems),
    },
    {
      id: 'waived',
      header: columns.waived,
      numeric: true,
      cell: ({ waivedProblems }) => digits.format(waivedProblems),
    },
    {
      id: 'stateSince',
      header: columns.stateSince,
      sorts,
      cell: ({ stateSince }) => <Time at={stateSince} />,
    },
    { id: 'exchange', header: columns.exchange, sorts, cell: ({ exchange }) => text(exchange) },
    { id: 'windows', header: columns.windows, sorts, cell: ({ windows }) => text(windows) },
    { id: 'domain', header: columns.domain, sorts, cell: ({ domain }) => text(domain, '') },
    { id: 'tags', header: columns.tags, cell: ({ tags }) => <Tags tags={tags} /> },
    { id: 'agent', header: columns.agent, cell: ({ agentVersion }) => text(agentVersion, '') },
    {
      id: 'lastReport',
      header: columns.lastReport,
      sorts,
      cell: ({ lastReportAt }) => <Time at={lastReportAt} relative />,
    },
  ];
}

function NameCell({ host }: { host: HostLine }): ReactElement {
  const styles = useStyles();
  const { words } = useSpoken();
  const { silentSince, statuses } = words.hosts;
  const remarks = [
    ...(host.status === 'active' ? [] : [statuses[host.status]]),
    ...(host.silentSince === null ? [] : [silentSince]),
  ];
  return (
    <span className={styles.name}>
      <HostLink host={host} />
      {remarks.length > 0 && <span className={styles.under}>{remarks.join(' · ')}</span>}
    </span>
  );
}

function Tags({ tags }: { tags: readonly string[] }): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <Badge key={tag} appearance="tint" color="subtle" shape="rounded">
          <bdi>{tag}</bdi>
        </Badge>
      ))}
    </span>
  );
}
