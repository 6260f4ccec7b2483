// One host: its state and why, what to do, what was read, and how it came to this.
import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { type Report, reasonSentence } from '@mailflow-tls/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { SkeletonLines } from '../../parts/skeleton-lines.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { useWords } from '../../words/words.ts';
import { FactsTab } from './facts-tab.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { HostNotices } from './host-notices.tsx';
import { type HostTab, hostTabs } from './host-search.ts';
import { HostSummary } from './host-summary.tsx';
import { ProtocolsTab } from './protocols-tab.tsx';

const useStyles = makeStyles({
  reason: { maxWidth: '80ch' },
  tabs: { flexWrap: 'wrap', '@media print': { display: 'none' } },
  tab: { minWidth: 0, paddingBlockStart: tokens.spacingVerticalS },
});

const route = getRouteApi('/frame/hosts/$id');

export function HostPage(): ReactElement {
  const { id } = route.useParams();
  const { shell } = useWords();
  const { data, error, refetch } = useAnswer('GET /api/v1/hosts/:id', { params: { id } });
  if (data === undefined) {
    return (
      <Page title={shell.pages.hosts}>
        {error === null ? (
          <SkeletonLines lines={6} size={48} />
        ) : (
          <ProblemMessage problem={error} again={() => void refetch()} />
        )}
      </Page>
    );
  }
  return <Host answer={data} />;
}

function Host({ answer }: { answer: AnswerOf<'GET /api/v1/hosts/:id'> }): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { host: words } = useWords();
  const { tab = 'findings', all, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const { host, since, waived } = answer;
  // The collector sends the core's report whole; the API's schema of it only names what other programs need.
  const report = answer.report as Report | null;
  const choose = (chosen: HostTab): void =>
    void navigate({ search: { tab: chosen === 'findings' ? undefined : chosen }, resetScroll: false });
  return (
    <Page title={host.name} beside={<StateBadge state={host.state} />}>
      {report !== null && (
        <Text size={400} className={styles.reason}>
          <Pieces pieces={reasonSentence(report, locale)} />
        </Text>
      )}
      <HostNotices answer={answer} report={report} />
      <HostSummary host={host} report={report} />
      <TabList
        className={styles.tabs}
        selectedValue={report === null ? 'history' : tab}
        onTabSelect={(_event, { value }) => {
          const chosen = hostTabs.find((each) => each === value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {hostTabs.map((each) => (
          <Tab key={each} value={each} disabled={report === null && each !== 'history'}>
            {words.tabs[each]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.tab}>
        {report === null ? (
          <EmptyState title={words.noReport.title}>{words.noReport.body}</EmptyState>
        ) : tab === 'findings' ? (
          <FindingsTab
            report={report}
            since={since}
            waived={waived}
            all={all === 'true'}
            onAll={(wanted) =>
              void navigate({
                search: (before) => ({ ...before, all: wanted ? 'true' : undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        ) : tab === 'protocols' ? (
          <ProtocolsTab report={report} />
        ) : (
          tab === 'facts' && <FactsTab report={report} />
        )}
        {(report === null || tab === 'history') && (
          <HistoryTab
            id={String(host.id)}
            cursor={cursor}
            onGo={(next) => void navigate({ search: { tab: 'history', cursor: next } })}
          />
        )}
      </div>
    </Page>
  );
}
