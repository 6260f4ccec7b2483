// Hosts by rules, the worst first; more pages come while somebody scrolls.
import { Caption1 } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useCallback, useMemo } from 'react';
import { ask } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { pollEveryMs } from '../../api/queries.ts';
import type { AnswerOf, Input } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { HostLink } from '../../parts/host-link.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useRuleWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken } from '../../words/words.ts';
import { type GridRow, MatrixGrid } from './matrix-grid.tsx';
import { VerdictMark } from './verdict-mark.tsx';

type MatrixPage = AnswerOf<'GET /api/v1/matrix'>;
type Query = NonNullable<Input<'GET /api/v1/matrix'>['query']>;

interface Props {
  filter: Query;
  /** The rules to show, from the counts of the whole filter. */
  rules: readonly string[];
}

export function HostMatrix({ filter, rules }: Props): ReactElement {
  const { language, words } = useSpoken();
  const { matrix } = words;
  const answer = useHosts(filter);
  const { shown, hold } = useSteady(answer.data, `${JSON.stringify(filter)} ${answer.data?.pages.length}`);
  const rows = useRows(shown?.pages);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = answer;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  if (answer.error !== null && shown === undefined)
    return <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />;
  if (shown === undefined) return <PageLoading />;
  if (rows.length === 0) return <EmptyState title={matrix.empty}>{matrix.emptyBody}</EmptyState>;
  return (
    <div {...hold}>
      <MatrixGrid label={matrix.label} corner={matrix.host} rules={rules} rows={rows} onEnd={onEnd} />
      {hasNextPage && (
        <Caption1>{matrix.loaded(new Intl.NumberFormat(language).format(rows.length))}</Caption1>
      )}
    </div>
  );
}

/** Asked again only while one page is shown: many pages together would cost too much every time. */
function useHosts(filter: Query) {
  return useInfiniteQuery<MatrixPage, ApiProblem, { pages: MatrixPage[] }, readonly unknown[], string | null>(
    {
      queryKey: ['GET /api/v1/matrix', 'pages', filter],
      queryFn: ({ pageParam, signal }) =>
        ask(
          'GET /api/v1/matrix',
          { query: { ...filter, limit: '100', ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        ),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
      refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : pollEveryMs),
    },
  );
}

function useRows(pages: readonly MatrixPage[] | undefined): GridRow[] {
  const { matrix } = useSpoken().words;
  const locale = useRuleWords();
  return useMemo(() => {
    const passed = <VerdictMark verdict="pass" label={say(locale, locale.verdicts.pass)} />;
    return (pages ?? []).flatMap(({ rows }) =>
      rows.map(({ host, verdicts }) => ({
        key: String(host.id),
        name: <HostLink host={host} />,
        cell: (rule: string) => {
          const found = verdicts[rule];
          if (found === undefined) return passed;
          const label = say(locale, locale.verdicts[found.verdict]);
          return (
            <VerdictMark
              verdict={found.verdict}
              label={found.waived ? matrix.waived(label) : label}
              waived={found.waived}
            />
          );
        },
      })),
    );
  }, [pages, locale, matrix]);
}
