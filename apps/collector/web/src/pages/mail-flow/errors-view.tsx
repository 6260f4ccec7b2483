// Errors over time, by cause, error, connector, peer or direction; from a cause to what lies under it.
import { Button, Link, makeStyles, Select, Tag, tokens } from '@fluentui/react-components';
import { causeName, type ErrorId, isErrorId } from '@mailflow-tls/core/evidence';
import { Link as RouterLink } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import type { SearchChange } from '../../app/search-state.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LineChart } from '../../parts/line-chart.tsx';
import { Literal } from '../../parts/literal.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken } from '../../words/words.ts';
import { lastDays, onDays } from './daily.ts';
import { errorKeys, type MailFlowState, periods } from './mail-flow-state.ts';

type Series = AnswerOf<'GET /api/v1/errors'>['series'][number];
/** More lines than this nobody tells apart. */
const mostLines = 7;

const useStyles = makeStyles({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
  link: { color: tokens.colorBrandForegroundLink },
});

interface Props {
  state: MailFlowState;
  change: (change: SearchChange, how?: { push: boolean }) => void;
}

export function ErrorsView({ state, change }: Props): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { mailFlow } = words;
  const { by, days: count, cause } = state;
  const keyName = useKeyName(by);
  const causeOf = useKeyName('cause');
  const today = new Date().toISOString().slice(0, 10);
  const days = useMemo(() => lastDays(Number(count), Date.parse(today)), [count, today]);
  const answer = useAnswer(
    'GET /api/v1/errors',
    { query: { by, from: days[0], to: days.at(-1), ...(cause !== undefined && { errorCause: cause }) } },
    { keepPrevious: true },
  );
  const series = answer.data?.series;
  const lines = useMemo(
    () =>
      (series ?? [])
        .slice(0, mostLines)
        .map((each) => ({ name: keyName(each.key), values: onDays(days, each.days) })),
    [series, days, keyName],
  );
  const digits = new Intl.NumberFormat(language);
  return (
    <>
      <div className={styles.choices}>
        <Select
          aria-label={mailFlow.by}
          value={by}
          onChange={(_event, { value }) => change({ by: value }, { push: true })}
        >
          {errorKeys.map((each) => (
            <option key={each} value={each}>
              {`${mailFlow.by}: ${mailFlow.bys[each]}`}
            </option>
          ))}
        </Select>
        <Select
          aria-label={mailFlow.period}
          value={count}
          onChange={(_event, { value }) => change({ days: value }, { push: true })}
        >
          {[...periods]
            .sort((a, b) => Number(a) - Number(b))
            .map((each) => (
              <option key={each} value={each}>
                {mailFlow.days(Number(each))}
              </option>
            ))}
        </Select>
        {cause !== undefined && (
          <>
            <Tag>{mailFlow.onlyCause(causeOf(cause))}</Tag>
            <Button appearance="subtle" onClick={() => change({ cause: undefined, by: 'cause' })}>
              {mailFlow.allCauses}
            </Button>
          </>
        )}
      </div>
      {answer.error !== null && <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />}
      {answer.isPending && <PageLoading />}
      {series !== undefined && series.length === 0 && (
        <EmptyState title={mailFlow.noErrors}>{mailFlow.noErrorsBody}</EmptyState>
      )}
      {series !== undefined && series.length > 0 && (
        <>
          <LineChart
            label={mailFlow.chart(mailFlow.bys[by], mailFlow.days(Number(count)))}
            days={days}
            lines={lines}
            tableLabel={mailFlow.asTable}
            dayLabel={mailFlow.day}
          />
          <PlainTable
            label={mailFlow.view.errors}
            columns={[
              { name: mailFlow.bys[by] },
              { name: mailFlow.count, isNumber: true },
              { name: mailFlow.example },
              ...(by === 'cause' ? [{ name: mailFlow.hosts }] : []),
            ]}
            rows={series.map((each) => [
              <KeyCell key="key" by={by} series={each} name={keyName(each.key)} change={change} />,
              digits.format(each.count),
              <Literal key="example" text={each.example} />,
              ...(by === 'cause' && each.key !== ''
                ? [
                    <RouterLink
                      key="hosts"
                      to="/hosts"
                      search={{ cause: [each.key] }}
                      className={styles.link}
                    >
                      {mailFlow.showHosts}
                    </RouterLink>,
                  ]
                : []),
            ])}
          />
          {answer.data !== undefined && answer.data.more.series > 0 && (
            <span>{mailFlow.moreSeries(answer.data.more.series, digits.format(answer.data.more.count))}</span>
          )}
        </>
      )}
    </>
  );
}

interface CellProps {
  by: MailFlowState['by'];
  series: Series;
  name: string;
  change: Props['change'];
}

/** A cause leads to its errors. */
function KeyCell({ by, series, name, change }: CellProps): ReactElement {
  if (by !== 'cause' || series.key === '') return <bdi>{name}</bdi>;
  return (
    <Link as="button" onClick={() => change({ cause: series.key, by: 'error' }, { push: true })}>
      {name}
    </Link>
  );
}

/** What a key of the errors is called in the page's language; hosts' own names stay as they are. */
function useKeyName(by: MailFlowState['by']): (key: string) => string {
  const locale = useEvidenceWords();
  const { unknown } = useSpoken().words.mailFlow;
  return useMemo(
    () => (key) => {
      if (key === '') return unknown;
      const { causes, directions } = locale.diagnosis;
      if (by === 'cause' && isKeyOf(causes, key)) return causeName({ cause: key }, locale);
      if (by === 'direction' && isKeyOf(directions, key)) return say(locale, directions[key]);
      if (by === 'error' && isErrorId(key)) return say(locale, errorMeaning(locale, key));
      return key;
    },
    [by, locale, unknown],
  );
}

function errorMeaning(locale: ReturnType<typeof useEvidenceWords>, id: ErrorId) {
  return locale.errors[id].meaning;
}

function isKeyOf<T extends object>(record: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(record, key);
}
