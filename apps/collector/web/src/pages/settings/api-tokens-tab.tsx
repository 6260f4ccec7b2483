// API tokens: those there are, making one, revoking one.
import { Badge, Button } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer, useChange } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LiteralBlock } from '../../parts/literal.tsx';
import { Time } from '../../parts/time.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords, type Words } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { NewApiToken } from './new-api-token.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { TabHead } from './tab-head.tsx';
import { useAsked } from './use-asked.ts';

type ApiToken = AnswerOf<'GET /api/v1/api-tokens'>['items'][number];

function stateOf(token: ApiToken, now: number): 'inForce' | 'revokedState' | 'expiredState' {
  if (token.revokedAt !== null) return 'revokedState';
  return Date.parse(token.expiresAt) <= now ? 'expiredState' : 'inForce';
}

export function ApiTokensTab(): ReactElement {
  const words = useWords();
  const { settings } = words;
  const now = useNow();
  const query = useAnswer('GET /api/v1/api-tokens', {});
  const revoke = useChange('DELETE /api/v1/api-tokens/:id', ['GET /api/v1/api-tokens']);
  const asked = useAsked<ApiToken>(revoke.reset);
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const columns: Column<ApiToken>[] = [
    ...tokenColumns(words, now),
    {
      id: 'actions',
      header: settings.actions,
      cell: (token) =>
        stateOf(token, now) === 'inForce' && (
          <Button size="small" onClick={() => asked.ask(token)}>
            {settings.revoke}
          </Button>
        ),
    },
  ];
  return (
    <>
      <TabHead
        lead={settings.apiTokens.lead}
        create={{ text: settings.apiTokens.create, onClick: () => setCreating(true) }}
      />
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={settings.apiTokens.empty}>{settings.apiTokens.emptyBody}</EmptyState>
          ) : (
            <DataTable
              label={settings.tabs['api-tokens']}
              columns={columns}
              rows={items.toReversed()}
              rowId={({ id }) => String(id)}
            />
          )
        }
      </Answered>
      {creating && (
        <NewApiToken
          onCancel={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false);
            setSecret(made);
          }}
        />
      )}
      {secret !== null && (
        <SecretDialog title={settings.apiTokens.made} secret={secret} onClose={() => setSecret(null)}>
          <p>{settings.apiTokens.use}</p>
          <LiteralBlock text={`Authorization: Bearer ${secret}`} />
        </SecretDialog>
      )}
      <ConfirmDialog
        open={asked.row !== null}
        title={settings.apiTokens.revokeTitle(asked.row?.name ?? '')}
        action={settings.revoke}
        busy={revoke.isPending}
        problem={revoke.error}
        onCancel={asked.close}
        onConfirm={() =>
          asked.row !== null && revoke.mutate({ params: { id: asked.row.id } }, { onSuccess: asked.close })
        }
      >
        {settings.apiTokens.revokeBody}
      </ConfirmDialog>
    </>
  );
}

function tokenColumns({ settings }: Words, now: number): Column<ApiToken>[] {
  return [
    { id: 'name', header: settings.name, cell: ({ name }) => <bdi>{name}</bdi>, always: true },
    {
      id: 'state',
      header: settings.state,
      cell: (token) => {
        const state = stateOf(token, now);
        return (
          <Badge appearance="tint" color={state === 'inForce' ? 'success' : 'informative'}>
            {settings[state]}
          </Badge>
        );
      },
    },
    { id: 'role', header: settings.role, cell: ({ role }) => settings.roles[role] },
    {
      id: 'used',
      header: settings.apiTokens.lastUsed,
      cell: ({ lastUsedAt }) => <Time at={lastUsedAt} relative />,
    },
    { id: 'expires', header: settings.expires, cell: ({ expiresAt }) => <Time at={expiresAt} relative /> },
    { id: 'created', header: settings.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
    { id: 'by', header: settings.createdBy, cell: ({ createdBy }) => <bdi>{createdBy}</bdi> },
  ];
}
