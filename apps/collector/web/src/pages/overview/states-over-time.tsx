// Hosts by state and day: stacked columns to see the trend, and the same as a table for whoever wants the numbers.
import { Link as FluentLink, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { SkeletonLines } from '../../parts/skeleton-lines.tsx';
import { useSpoken, useWords } from '../../words/words.ts';
import { StateColumns } from './state-columns.tsx';
import { type StateDay, shownStates, stateDays } from './state-days.ts';

const useStyles = makeStyles({
  button: { fontSize: tokens.fontSizeBase200, '@media print': { display: 'none' } },
});

export function StatesOverTime(): ReactElement {
  const styles = useStyles();
  const { overview, parts } = useWords();
  const [asTable, setAsTable] = useState(false);
  const { data, error, refetch } = useAnswer('GET /api/v1/overview/days', {});
  const days = data === undefined ? [] : stateDays(data.days);
  return (
    <Panel
      title={overview.overTime}
      beside={
        days.length > 0 && (
          <FluentLink as="button" className={styles.button} onClick={() => setAsTable(!asTable)}>
            {asTable ? parts.asChart : parts.asTable}
          </FluentLink>
        )
      }
    >
      {data === undefined ? (
        error === null ? (
          <SkeletonLines lines={1} size={96} />
        ) : (
          <ProblemMessage problem={error} again={() => void refetch()} />
        )
      ) : days.length === 0 ? (
        overview.noDays
      ) : asTable ? (
        <DaysTable days={days} />
      ) : (
        <StateColumns days={days} />
      )}
    </Panel>
  );
}

function DaysTable({ days }: { days: readonly StateDay[] }): ReactElement {
  const { language, words } = useSpoken();
  const digits = new Intl.NumberFormat(language);
  return (
    <PlainTable
      label={words.overview.overTimeTable}
      columns={[
        { name: words.overview.day },
        ...shownStates.map((state) => ({ name: words.states[state], isNumber: true })),
      ]}
      rows={days.toReversed().map(({ day, hosts }) => [
        <span key="day" dir="ltr">
          {day}
        </span>,
        ...shownStates.map((state) => digits.format(hosts[state])),
      ])}
    />
  );
}
