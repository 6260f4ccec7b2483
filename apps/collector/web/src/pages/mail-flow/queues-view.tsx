// Mail that waits now: what keeps it, and the queues, the longest first.
import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { isErrorId } from '@mailflow-tls/core/evidence';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import type { SearchChange } from '../../app/search-state.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { HostLink } from '../../parts/host-link.tsx';
import { Literal } from '../../parts/literal.tsx';
import { Pager } from '../../parts/pager.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { Time } from '../../parts/time.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken } from '../../words/words.ts';
import type { MailFlowState } from './mail-flow-state.ts';

type Queues = AnswerOf<'GET /api/v1/queues'>;
type Queue = Queues['items'][number];

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
});

interface Props {
  state: MailFlowState;
  change: (change: SearchChange, how?: { push: boolean }) => void;
}

export function QueuesView({ state, change }: Props): ReactElement {
  const { language, words } = useSpoken();
  const { mailFlow } = words;
  const styles = useStyles();
  const digits = new Intl.NumberFormat(language);
  const { cursor } = state;
  const answer = useAnswer(
    'GET /api/v1/queues',
    { query: { limit: '50', ...(cursor !== undefined && { cursor }) } },
    { keepPrevious: true },
  );
  const { shown, hold } = useSteady(answer.data, cursor ?? '');
  if (answer.error !== null && shown === undefined)
    return <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />;
  if (shown === undefined) return <PageLoading />;
  if (shown.total.queues === 0) {
    return <EmptyState title={mailFlow.noQueues}>{mailFlow.noQueuesBody}</EmptyState>;
  }
  const { messages, queues, hosts } = shown.total;
  const columns: Column<Queue>[] = [
    {
      id: 'host',
      header: mailFlow.host,
      cell: ({ hostId, host }) => <HostLink host={{ id: hostId, name: host }} />,
    },
    { id: 'queue', header: mailFlow.queue, cell: ({ identity }) => <bdi>{identity}</bdi> },
    { id: 'nextHop', header: mailFlow.nextHop, cell: ({ nextHop }) => <bdi>{nextHop ?? ''}</bdi> },
    { id: 'status', header: mailFlow.status, cell: ({ status }) => <bdi>{status ?? ''}</bdi> },
    {
      id: 'messages',
      header: mailFlow.messages,
      numeric: true,
      cell: (queue) => digits.format(queue.messages),
    },
    {
      id: 'lastError',
      header: mailFlow.lastError,
      cell: ({ lastError }) => (lastError === null ? '' : <Literal text={lastError} copy />),
    },
    { id: 'at', header: mailFlow.seenAt, cell: ({ at }) => <Time at={at} relative /> },
  ];
  return (
    <div className={styles.all} {...hold}>
      <Subtitle2 as="h2">
        {mailFlow.queuesTotal(messages, digits.format(queues), digits.format(hosts))}
      </Subtitle2>
      <QueueErrors errors={shown.errors} />
      <DataTable
        label={mailFlow.view.queues}
        columns={columns}
        rows={shown.items}
        rowId={({ hostId, identity }) => `${hostId} ${identity}`}
        busy={answer.isPlaceholderData}
      />
      <Pager cursor={cursor} next={shown.next} onGo={(to) => change({ cursor: to }, { push: true })} />
    </div>
  );
}

/** Why the mail waits, most messages first. */
function QueueErrors({ errors }: { errors: Queues['errors'] }): ReactElement | null {
  const { language, words } = useSpoken();
  const { mailFlow } = words;
  const locale = useEvidenceWords();
  const digits = new Intl.NumberFormat(language);
  const causeNames: Readonly<Record<string, { name: Parameters<typeof say>[1] }>> = locale.diagnosis.causes;
  if (errors.length === 0) return null;
  return (
    <PlainTable
      label={mailFlow.causes}
      columns={[
        { name: mailFlow.lastError },
        { name: mailFlow.messages, isNumber: true },
        { name: mailFlow.causes },
      ]}
      rows={errors.map(({ errorId, causes, messages }) => [
        isErrorId(errorId) ? say(locale, locale.errors[errorId].meaning) : mailFlow.unknown,
        digits.format(messages),
        Object.entries(causes)
          .sort(([, a], [, b]) => b - a)
          .slice(0, 3)
          .flatMap(([cause]) => {
            const name = causeNames[cause]?.name;
            return name === undefined ? [] : [say(locale, name)];
          })
          .join(', '),
      ])}
    />
  );
}
