// Enrolment tokens: those there are, making one, revoking one.
import { Badge, Button } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer, useChange } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Time } from '../../parts/time.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { HostSetup } from './host-setup.tsx';
import { NewEnrolmentToken } from './new-enrolment-token.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { TabHead } from './tab-head.tsx';
import { useAsked } from './use-asked.ts';

export type EnrolmentToken = AnswerOf<'GET /api/v1/enrolment-tokens'>['items'][number];
type TokenState = 'inForce' | 'revokedState' | 'expiredState' | 'usedUp';

export function tokenState(token: EnrolmentToken, now: number): TokenState {
  if (token.revokedAt !== null) return 'revokedState';
  if (token.expiresAt !== null && Date.parse(token.expiresAt) <= now) return 'expiredState';
  return token.maxUses !== null && token.uses >= token.maxUses ? 'usedUp' : 'inForce';
}

export function EnrolmentTab(): ReactElement {
  const words = useWords();
  const { settings } = words;
  const now = useNow();
  const query = useAnswer('GET /api/v1/enrolment-tokens', {});
  const revoke = useChange('DELETE /api/v1/enrolment-tokens/:id', ['GET /api/v1/enrolment-tokens']);
  const asked = useAsked<EnrolmentToken>(revoke.reset);
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const columns = [
    ...tokenColumns(words, now),
    {
      id: 'actions',
      header: settings.actions,
      cell: (token: EnrolmentToken) =>
        tokenState(token, now) !== 'revokedState' && (
          <Button size="small" onClick={() => asked.ask(token)}>
            {settings.revoke}
          </Button>
        ),
    },
  ];
  return (
    <>
      <TabHead
        lead={settings.enrolment.lead}
        create={{ text: settings.enrolment.create, onClick: () => setCreating(true) }}
      />
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={settings.enrolment.empty}>{settings.enrolment.emptyBody}</EmptyState>
          ) : (
            <>
              <DataTable
                label={settings.tabs.enrolment}
                columns={columns}
                rows={items.toReversed()}
                rowId={({ id }) => String(id)}
              />
              {items.some((token) => tokenState(token, now) === 'inForce') && (
                <HostSetup token={null} heading="h2" />
              )}
            </>
          )
        }
      </Answered>
      {creating && (
        <NewEnrolmentToken
          onCancel={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false);
            setSecret(made);
          }}
        />
      )}
      {secret !== null && (
        <SecretDialog title={settings.enrolment.made} secret={secret} onClose={() => setSecret(null)}>
          <HostSetup token={secret} />
        </SecretDialog>
      )}
      <ConfirmDialog
        open={asked.row !== null}
        title={settings.enrolment.revokeTitle(asked.row?.name ?? '')}
        action={settings.revoke}
        busy={revoke.isPending}
        problem={revoke.error}
        onCancel={asked.close}
        onConfirm={() =>
          asked.row !== null && revoke.mutate({ params: { id: asked.row.id } }, { onSuccess: asked.close })
        }
      >
        {settings.enrolment.revokeBody}
      </ConfirmDialog>
    </>
  );
}

function tokenColumns({ settings, parts }: Words, now: number): Column<EnrolmentToken>[] {
  const { enrolment } = settings;
  return [
    { id: 'name', header: settings.name, cell: ({ name }) => <bdi>{name}</bdi>, always: true },
    {
      id: 'state',
      header: settings.state,
      cell: (token) => {
        const state = tokenState(token, now);
        return (
          <Badge appearance="tint" color={state === 'inForce' ? 'success' : 'informative'}>
            {settings[state]}
          </Badge>
        );
      },
    },
    { id: 'mode', header: enrolment.mode, cell: ({ mode }) => enrolment.modeNames[mode] },
    {
      id: 'uses',
      header: enrolment.uses,
      numeric: true,
      cell: ({ uses, maxUses }) => enrolment.usesOf(uses, maxUses),
    },
    {
      id: 'bounds',
      header: enrolment.bounds,
      cell: ({ domain, addressRange }) => {
        const bounds = [domain, addressRange].filter((bound) => bound !== null);
        return bounds.length === 0 ? parts.none : <bdi>{bounds.join(', ')}</bdi>;
      },
    },
    {
      id: 'tags',
      header: enrolment.tags,
      cell: ({ tags }) => (tags.length === 0 ? parts.none : <bdi>{tags.join(', ')}</bdi>),
    },
    {
      id: 'expires',
      header: settings.expires,
      cell: ({ expiresAt }) => <Time at={expiresAt} relative otherwise={settings.noExpiry} />,
    },
    { id: 'created', header: settings.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'by', header: settings.createdBy, cell: ({ createdBy }) => <bdi>{createdBy}</bdi> },
  ];
}
