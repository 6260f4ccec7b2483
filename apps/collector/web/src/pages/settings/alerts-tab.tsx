// Channels over which people are told: those there are, with a test, and how delivery stands.
import { Badge, Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer, useChange } from '../../api/queries.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Literal } from '../../parts/literal.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { ChannelDialog } from './channel-dialog.tsx';
import type { Channel } from './channel-form.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { TabHead } from './tab-head.tsx';
import { useAsked } from './use-asked.ts';

const stale = ['GET /api/v1/alert-channels'] as const;
const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function AlertsTab(): ReactElement {
  const words = useWords();
  const { settings } = words;
  const { alerts } = settings;
  const query = useAnswer('GET /api/v1/alert-channels', {});
  const remove = useChange('DELETE /api/v1/alert-channels/:id', stale);
  const removing = useAsked<Channel>(remove.reset);
  const [editing, setEditing] = useState<Channel | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const columns: Column<Channel>[] = [
    ...channelColumns(words),
    {
      id: 'actions',
      header: settings.actions,
      cell: (channel) => (
        <Actions
          channel={channel}
          onEdit={() => setEditing(channel)}
          onRemove={() => removing.ask(channel)}
        />
      ),
    },
  ];
  return (
    <>
      <TabHead lead={alerts.lead} create={{ text: alerts.create, onClick: () => setEditing('new') }} />
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={alerts.empty}>{alerts.emptyBody}</EmptyState>
          ) : (
            <DataTable
              label={settings.tabs.alerts}
              columns={columns}
              rows={items}
              rowId={({ id }) => String(id)}
            />
          )
        }
      </Answered>
      {editing !== null && (
        <ChannelDialog
          channel={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={(made) => {
            setEditing(null);
            setSecret(made);
          }}
        />
      )}
      {secret !== null && (
        <SecretDialog title={alerts.secretTitle} secret={secret} onClose={() => setSecret(null)}>
          <p>{alerts.secretBody}</p>
        </SecretDialog>
      )}
      <ConfirmDialog
        open={removing.row !== null}
        title={alerts.removeTitle(removing.row?.name ?? '')}
        action={settings.remove}
        busy={remove.isPending}
        problem={remove.error}
        onCancel={removing.close}
        onConfirm={() =>
          removing.row !== null &&
          remove.mutate({ params: { id: removing.row.id } }, { onSuccess: removing.close })
        }
      >
        {alerts.removeBody}
      </ConfirmDialog>
    </>
  );
}

interface ActionsProps {
  channel: Channel;
  onEdit(): void;
  onRemove(): void;
}

function Actions({ channel, onEdit, onRemove }: ActionsProps): ReactElement {
  const styles = useStyles();
  const { settings } = useWords();
  const { alerts } = settings;
  const test = useChange('POST /api/v1/alert-channels/:id/test', stale);
  const change = useChange('PATCH /api/v1/alert-channels/:id', stale);
  const params = { id: channel.id };
  const problem = test.error ?? change.error;
  return (
    <div>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={test.isPending} onClick={() => test.mutate({ params })}>
          {alerts.test}
        </Button>
        <Button size="small" onClick={onEdit}>
          {alerts.edit}
        </Button>
        <Button
          size="small"
          disabledFocusable={change.isPending}
          onClick={() => change.mutate({ params, body: { enabled: !channel.enabled } })}
        >
          {channel.enabled ? alerts.turnOff : alerts.turnOn}
        </Button>
        <Button size="small" onClick={onRemove}>
          {settings.remove}
        </Button>
      </div>
      {test.data !== undefined && (
        <MessageBar intent={test.data.delivered ? 'success' : 'error'} layout="multiline">
          <MessageBarBody>
            {test.data.delivered ? alerts.tested : alerts.testFailed}{' '}
            {test.data.error !== null && <Literal text={test.data.error} />}
          </MessageBarBody>
        </MessageBar>
      )}
      {problem !== null && <ProblemMessage problem={problem} />}
    </div>
  );
}

function channelColumns({ settings }: Words): Column<Channel>[] {
  const { alerts } = settings;
  return [
    { id: 'name', header: settings.name, cell: ({ name }) => <bdi>{name}</bdi>, always: true },
    { id: 'kind', header: alerts.kind, cell: ({ kind }) => alerts.kinds[kind] },
    { id: 'target', header: alerts.target, cell: ({ target }) => <Literal text={target.join(', ')} /> },
    {
      id: 'what',
      header: alerts.what,
      cell: ({ rules }) =>
        rules.kinds.length === 0
          ? alerts.everything
          : rules.kinds.map((kind) => alerts.alertKinds[kind]).join(', '),
    },
    {
      id: 'state',
      header: settings.state,
      cell: (channel) => <Delivery channel={channel} />,
    },
  ];
}

function Delivery({ channel }: { channel: Channel }): ReactElement {
  const { alerts } = useWords().settings;
  const { enabled, waiting, givenUp, lastError } = channel;
  return (
    <>
      <Badge appearance="tint" color={enabled ? 'success' : 'informative'}>
        {enabled ? alerts.on : alerts.off}
      </Badge>
      {waiting > 0 && <div>{alerts.waitingCount(waiting)}</div>}
      {givenUp > 0 && <div>{alerts.givenUp(givenUp)}</div>}
      {lastError !== null && (
        <div>
          {alerts.lastError}: <Literal text={lastError} />
        </div>
      )}
    </>
  );
}
