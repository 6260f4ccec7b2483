// Hosts that wait for a person's approval, with what is known of their names.
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useAnswer, useChange } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Literal } from '../../parts/literal.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Time } from '../../parts/time.tsx';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { TabHead } from './tab-head.tsx';
import { useSettingsSearch } from './use-settings-search.ts';

type WaitingHost = AnswerOf<'GET /api/v1/waiting-hosts'>['items'][number];

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const changed = ['GET /api/v1/waiting-hosts', 'GET /api/v1/overview', 'GET /api/v1/hosts'] as const;

export function WaitingTab(): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { settings } = words;
  const mayDecide = useMay('operator');
  const [search, go] = useSettingsSearch();
  const query = useAnswer(
    'GET /api/v1/waiting-hosts',
    { query: search.cursor === undefined ? {} : { cursor: search.cursor } },
    { keepPrevious: true },
  );
  const [asked, setAsked] = useState<{ host: WaitingHost; about: 'approve' | 'reject' } | null>(null);
  const columns: Column<WaitingHost>[] = [
    ...waitingColumns(words),
    {
      id: 'actions',
      header: settings.actions,
      cell: (host) => (
        <div className={styles.buttons}>
          <Button size="small" appearance="primary" onClick={() => setAsked({ host, about: 'approve' })}>
            {settings.waiting.approve}
          </Button>
          <Button size="small" onClick={() => setAsked({ host, about: 'reject' })}>
            {settings.waiting.reject}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <TabHead lead={settings.waiting.lead} />
      <Answered query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={settings.waiting.empty}>{settings.waiting.emptyBody}</EmptyState>
          ) : (
            <>
              <DataTable
                label={settings.tabs.waiting}
                columns={mayDecide ? columns : columns.slice(0, -1)}
                rows={items}
                rowId={({ id }) => String(id)}
                busy={query.isPlaceholderData}
              />
              <Pager cursor={search.cursor} next={next} onGo={(cursor) => go({ cursor })} />
            </>
          )
        }
      </Answered>
      {asked?.about === 'approve' && <Approve host={asked.host} onClose={() => setAsked(null)} />}
      {asked?.about === 'reject' && <Reject host={asked.host} onClose={() => setAsked(null)} />}
    </>
  );
}

interface DecisionProps {
  host: WaitingHost;
  onClose(): void;
}

function Approve({ host, onClose }: DecisionProps): ReactElement {
  const { waiting } = useWords().settings;
  const [replace, setReplace] = useState(false);
  const approve = useChange('POST /api/v1/hosts/:id/approve', changed);
  const isTaken = host.activeHostsOfThisName.length > 0;
  return (
    <ConfirmDialog
      open
      title={waiting.approveTitle(host.name)}
      action={waiting.approve}
      busy={approve.isPending}
      problem={approve.error}
      onCancel={onClose}
      onConfirm={() => approve.mutate({ params: { id: host.id }, body: { replace } }, { onSuccess: onClose })}
    >
      <p>
        {waiting.approveBody} <Literal text={host.key} copy />
      </p>
      {isTaken && (
        <>
          <p>{waiting.taken(host.activeHostsOfThisName.length)}</p>
          <Checkbox
            label={waiting.replace}
            checked={replace}
            onChange={(_event, { checked }) => setReplace(checked === true)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}

function Reject({ host, onClose }: DecisionProps): ReactElement {
  const { waiting } = useWords().settings;
  const reject = useChange('POST /api/v1/hosts/:id/reject', changed);
  return (
    <ConfirmDialog
      open
      title={waiting.rejectTitle(host.name)}
      action={waiting.reject}
      busy={reject.isPending}
      problem={reject.error}
      onCancel={onClose}
      onConfirm={() => reject.mutate({ params: { id: host.id } }, { onSuccess: onClose })}
    >
      {waiting.rejectBody}
    </ConfirmDialog>
  );
}

function waitingColumns({ settings, parts }: Words): Column<WaitingHost>[] {
  const { waiting } = settings;
  return [
    {
      id: 'host',
      header: waiting.host,
      always: true,
      cell: ({ name, domain }) => <bdi>{domain === null ? name : `${name}.${domain}`}</bdi>,
    },
    { id: 'known', header: waiting.known, cell: (host) => <Known host={host} /> },
    { id: 'asked', header: waiting.asked, cell: ({ enrolledAt }) => <Time at={enrolledAt} relative /> },
    {
      id: 'token',
      header: waiting.token,
      cell: ({ enrolmentToken }) => <bdi>{enrolmentToken ?? parts.none}</bdi>,
    },
    { id: 'agent', header: waiting.agent, cell: ({ agentVersion }) => agentVersion ?? parts.none },
    { id: 'key', header: waiting.key, cell: ({ key }) => <Literal text={key} /> },
  ];
}

function Known({ host }: { host: WaitingHost }): ReactElement {
  const { waiting } = useWords().settings;
  const { activeHostsOfThisName: ids, name } = host;
  if (ids.length === 0) return <>{waiting.newName}</>;
  return (
    <>
      {waiting.taken(ids.length)}{' '}
      {ids.slice(0, 5).map((id) => (
        <Link key={id} to="/hosts/$id" params={{ id: String(id) }}>
          <bdi>{name}</bdi>{' '}
        </Link>
      ))}
    </>
  );
}
