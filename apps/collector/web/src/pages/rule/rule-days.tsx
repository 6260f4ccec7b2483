// How many hosts the rule found something on, by day.
import { Body1 } from '@fluentui/react-components';
import { type ReactElement, useMemo } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { LineChart } from '../../parts/line-chart.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useRuleWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';
import { shownVerdicts } from './rule-state.ts';

export function RuleDays({ rule }: { rule: string }): ReactElement {
  const { rule: words } = useWords();
  const locale = useRuleWords();
  const answer = useAnswer('GET /api/v1/rules/days', { query: { rule } });
  const counts = answer.data?.days;
  const days = useMemo(() => [...new Set((counts ?? []).map(({ day }) => day))].sort(), [counts]);
  const lines = useMemo(
    () =>
      shownVerdicts.flatMap((verdict) => {
        const byDay = new Map(
          (counts ?? []).filter((each) => each.verdict === verdict).map(({ day, hosts }) => [day, hosts]),
        );
        if (byDay.size === 0) return [];
        return [
          { name: say(locale, locale.verdicts[verdict]), values: days.map((day) => byDay.get(day) ?? 0) },
        ];
      }),
    [counts, days, locale],
  );
  if (answer.error !== null && counts === undefined)
    return <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />;
  if (counts === undefined) return <PageLoading />;
  if (days.length < 2 || lines.length === 0) return <Body1>{words.noDays}</Body1>;
  return (
    <LineChart
      label={words.chart}
      days={days}
      lines={lines}
      tableLabel={words.asTable}
      dayLabel={words.day}
    />
  );
}
