// Usage by peer: all of them, or those that would be cut off if TLS 1.0 and 1.1 were turned off today.
import { Body1, Button, Checkbox, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import type { SearchChange } from '../../app/search-state.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { Time } from '../../parts/time.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useSpoken } from '../../words/words.ts';
import type { MailFlowState } from './mail-flow-state.ts';
import { PeerHosts } from './peer-hosts.tsx';

type Peer = AnswerOf<'GET /api/v1/peers'>['items'][number];

const useStyles = makeStyles({
  lead: { maxWidth: '80ch' },
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

interface Props {
  state: MailFlowState;
  change: (change: SearchChange, how?: { push: boolean }) => void;
  cutOff: boolean;
}

export function PeersView({ state, change, cutOff }: Props): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { mailFlow } = words;
  const digits = new Intl.NumberFormat(language);
  const { cursor, direction, clear, q, peer } = state;
  const query = {
    limit: '50',
    ...(cursor !== undefined && { cursor }),
    ...(direction !== undefined && { direction }),
    ...(clear && !cutOff && { clear: 'true' as const }),
    ...(cutOff && { cutOff: 'true' as const }),
    ...(q !== undefined && { peer: q }),
  };
  const answer = useAnswer('GET /api/v1/peers', { query }, { keepPrevious: true });
  const { shown, hold } = useSteady(answer.data, JSON.stringify(query));
  const isFiltered = direction !== undefined || q !== undefined || (clear && !cutOff);
  const columns = usePeerColumns(cutOff, (chosen) => change({ peer: chosen }, { push: true }));
  const filter = (changed: SearchChange) => change({ ...changed, cursor: undefined });
  return (
    <>
      {cutOff && <Body1 className={styles.lead}>{mailFlow.cutOffLead}</Body1>}
      <FilterBar
        search={{
          value: q ?? '',
          label: mailFlow.search,
          onChange: (text) => filter({ q: text === '' ? undefined : text }),
        }}
        active={isFiltered}
        onClear={() => filter({ q: undefined, direction: undefined, clear: undefined })}
      >
        <Select
          aria-label={mailFlow.direction}
          value={direction ?? ''}
          onChange={(_event, { value }) => filter({ direction: value === '' ? undefined : value })}
        >
          <option value="">{mailFlow.anyDirection}</option>
          <option value="send">{mailFlow.directions.send}</option>
          <option value="receive">{mailFlow.directions.receive}</option>
        </Select>
        {!cutOff && (
          <Checkbox
            label={mailFlow.onlyClear}
            checked={clear}
            onChange={(_event, { checked }) => filter({ clear: checked === true ? 'true' : undefined })}
          />
        )}
      </FilterBar>
      {answer.error !== null && <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />}
      {shown === undefined && answer.error === null && <PageLoading />}
      {shown !== undefined && shown.items.length === 0 && (
        <NoPeers
          cutOff={cutOff && !isFiltered}
          counted={digits.format(shown.counted)}
          hosts={digits.format(shown.hosts)}
        />
      )}
      {shown !== undefined && shown.items.length > 0 && (
        <div className={styles.all} {...hold}>
          <DataTable
            label={cutOff ? mailFlow.view.cutOff : mailFlow.view.peers}
            columns={columns}
            rows={shown.items}
            rowId={(each) => `${each.direction} ${each.peer}`}
            busy={answer.isPlaceholderData}
          />
          <Pager cursor={cursor} next={shown.next} onGo={(to) => change({ cursor: to }, { push: true })}>
            {mailFlow.counted(digits.format(shown.counted), digits.format(shown.hosts))}
          </Pager>
        </div>
      )}
      {peer !== undefined && <PeerHosts peer={peer} onClose={() => change({ peer: undefined })} />}
    </>
  );
}

/** To have seen nothing is only good news where logs were read. */
function NoPeers({
  cutOff,
  counted,
  hosts,
}: {
  cutOff: boolean;
  counted: string;
  hosts: string;
}): ReactElement {
  const { mailFlow } = useSpoken().words;
  return cutOff && counted !== '0' ? (
    <EmptyState title={mailFlow.noCutOff}>{mailFlow.noCutOffBody(counted, hosts)}</EmptyState>
  ) : (
    <EmptyState title={mailFlow.noPeers}>{mailFlow.noPeersBody}</EmptyState>
  );
}

function usePeerColumns(cutOff: boolean, onHosts: (peer: string) => void): Column<Peer>[] {
  const { language, words } = useSpoken();
  const { mailFlow } = words;
  const digits = new Intl.NumberFormat(language);
  const columns: Column<Peer>[] = [
    { id: 'peer', header: mailFlow.peer, always: true, cell: ({ peer }) => <bdi>{peer}</bdi> },
    {
      id: 'names',
      header: mailFlow.names,
      cell: ({ names, office365 }) => (office365 ? mailFlow.office365 : <bdi>{names[0] ?? ''}</bdi>),
    },
    {
      id: 'direction',
      header: mailFlow.direction,
      cell: ({ direction }) => mailFlow.directions[direction],
    },
    {
      id: 'versions',
      header: mailFlow.versions,
      cell: ({ protocols }) => (
        <bdi>
          {Object.entries(protocols)
            .map(([protocol, sessions]) => `${protocol}: ${digits.format(sessions)}`)
            .join(', ')}
        </bdi>
      ),
    },
    { id: 'clear', header: mailFlow.clear, numeric: true, cell: ({ clear }) => digits.format(clear) },
    {
      id: 'cutOff',
      header: mailFlow.cutOff,
      cell: ({ cutOffAll, cutOffSome }) =>
        [
          ...(cutOffAll > 0 ? [mailFlow.cutOffAll(cutOffAll)] : []),
          ...(cutOffSome > 0 ? [mailFlow.cutOffSome(cutOffSome)] : []),
        ].join(', '),
    },
    { id: 'lastSeen', header: mailFlow.lastSeen, cell: ({ lastSeen }) => <Time at={lastSeen} relative /> },
    {
      id: 'hosts',
      header: mailFlow.hosts,
      numeric: true,
      cell: ({ peer, hosts }) => (
        <Button size="small" appearance="subtle" title={mailFlow.hostsOf(peer)} onClick={() => onHosts(peer)}>
          {digits.format(hosts)}
        </Button>
      ),
    },
  ];
  return cutOff ? columns.filter(({ id }) => id !== 'clear') : columns;
}
