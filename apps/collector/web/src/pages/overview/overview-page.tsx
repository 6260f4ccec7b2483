// The first page: whether mail is in danger, and what to do next.
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { lastVisit } from '../../app/last-visit.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { SkeletonLines } from '../../parts/skeleton-lines.tsx';
import { useWords } from '../../words/words.ts';
import { DataAge } from './data-age.tsx';
import { Headline } from './headline.tsx';
import { NextSteps } from './next-steps.tsx';
import { NoHosts } from './no-hosts.tsx';
import { SinceLastVisit } from './since-last-visit.tsx';
import { StateTiles } from './state-tiles.tsx';

const StatesOverTime = lazy(() =>
  import('./states-over-time.tsx').then((part) => ({ default: part.StatesOverTime })),
);

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
});

export function OverviewPage(): ReactElement {
  const styles = useStyles();
  const { shell } = useWords();
  const [since] = useState(lastVisit);
  const { data, error, refetch } = useAnswer('GET /api/v1/overview', {
    query: since === null ? {} : { since },
  });
  if (data === undefined) {
    return (
      <Page title={shell.pages.overview}>
        {error === null ? (
          <SkeletonLines lines={4} size={48} />
        ) : (
          <ProblemMessage problem={error} again={() => void refetch()} />
        )}
      </Page>
    );
  }
  // Until the first report there is nothing to tell.
  const isEmpty = data.newestReportAt === null;
  return (
    <Page title={shell.pages.overview}>
      {isEmpty ? (
        <NoHosts enrolled={data.hosts} />
      ) : (
        <>
          <Headline overview={data} />
          <StateTiles overview={data} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <NextSteps steps={data.next} />
              <Suspense fallback={<SkeletonLines lines={1} size={96} />}>
                <StatesOverTime />
              </Suspense>
            </div>
            <div className={styles.column}>
              <SinceLastVisit since={data.since} />
              <DataAge overview={data} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}
