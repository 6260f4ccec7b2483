// The waivers of a rule: for whom, why, until when, and a way to end them.
import { Body1, Button, Checkbox } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer, useChange } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { useSearchState } from '../../app/search-state.ts';
import { useMay } from '../../app/session.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { HostLink } from '../../parts/host-link.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { Time } from '../../parts/time.tsx';
import { useSpoken } from '../../words/words.ts';
import { parseRule } from './rule-state.ts';

type Waiver = AnswerOf<'GET /api/v1/waivers'>['items'][number];

export function RuleWaivers({ rule }: { rule: string }): ReactElement {
  const { language, words: all } = useSpoken();
  const words = all.rule;
  const mayEnd = useMay('operator');
  const [{ ended }, change] = useSearchState(parseRule);
  const [ending, setEnding] = useState<Waiver | null>(null);
  const answer = useAnswer('GET /api/v1/waivers', {
    query: { rule, limit: '200', ...(!ended && { state: 'active' as const }) },
  });
  const end = useChange('POST /api/v1/waivers/:id/end', [
    'GET /api/v1/waivers',
    'GET /api/v1/hosts',
    'GET /api/v1/rules',
    'GET /api/v1/overview',
  ]);
  const digits = new Intl.NumberFormat(language);
  if (answer.error !== null && answer.data === undefined)
    return <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />;
  if (answer.data === undefined) return <PageLoading />;
  const columns: Column<Waiver>[] = [
    { id: 'for', header: words.waiverFor, always: true, cell: (waiver) => <Place waiver={waiver} /> },
    { id: 'reason', header: words.reason, cell: ({ reason }) => <bdi>{reason}</bdi> },
    { id: 'owner', header: words.owner, cell: ({ owner }) => <bdi>{owner}</bdi> },
    {
      id: 'expires',
      header: words.expires,
      cell: ({ state, expiresAt, endedAt }) =>
        state === 'active' ? (
          <Time at={expiresAt} />
        ) : (
          <>
            {words.states[state]}: <Time at={endedAt ?? expiresAt} />
          </>
        ),
    },
    { id: 'createdBy', header: words.createdBy, cell: ({ createdBy }) => <bdi>{createdBy}</bdi> },
    { id: 'covers', header: words.covers, numeric: true, cell: ({ covers }) => digits.format(covers) },
    ...(mayEnd
      ? [
          {
            id: 'end',
            header: words.end,
            cell: (waiver: Waiver) =>
              waiver.state === 'active' && (
                <Button size="small" onClick={() => setEnding(waiver)}>
                  {words.end}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Checkbox
        label={words.showEnded}
        checked={ended}
        onChange={(_event, { checked }) => change({ ended: checked === true ? 'true' : undefined })}
      />
      {answer.data.items.length === 0 ? (
        <Body1>{words.noWaivers}</Body1>
      ) : (
        <DataTable
          label={words.waivers}
          columns={columns}
          rows={answer.data.items}
          rowId={({ id }) => String(id)}
        />
      )}
      {answer.data.next !== null && <Body1>{words.more}</Body1>}
      <ConfirmDialog
        open={ending !== null}
        title={words.endTitle}
        action={words.end}
        busy={end.isPending}
        problem={end.error}
        onCancel={() => {
          setEnding(null);
          end.reset();
        }}
        onConfirm={() => {
          if (ending !== null)
            end.mutate({ params: { id: ending.id } }, { onSuccess: () => setEnding(null) });
        }}
      >
        {words.endBody(ending?.covers ?? 0)}
      </ConfirmDialog>
    </>
  );
}

function Place({ waiver: { hostId, host, tag } }: { waiver: Waiver }): ReactElement {
  const { rule: words } = useSpoken().words;
  if (hostId !== null) return <HostLink host={{ id: hostId, name: host ?? String(hostId) }} />;
  return <bdi>{words.tagged(tag ?? '')}</bdi>;
}
