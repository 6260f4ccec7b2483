// The page about mail: errors over time, queues now, who speaks which version, and who would be cut off.
import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { type ReactElement, Suspense } from 'react';
import { PageLoading } from '../../app/page-loading.tsx';
import { useSearchState } from '../../app/search-state.ts';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { ErrorsView } from './errors-view.tsx';
import { parseMailFlow, views } from './mail-flow-state.ts';
import { PeersView } from './peers-view.tsx';
import { QueuesView } from './queues-view.tsx';

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap', '@media print': { display: 'none' } } });

export function MailFlowPage(): ReactElement {
  const styles = useStyles();
  const { shell, mailFlow: words } = useWords();
  const [state, change] = useSearchState(parseMailFlow);
  return (
    <Page title={shell.pages.mailFlow}>
      <TabList
        className={styles.tabs}
        aria-label={words.views}
        selectedValue={state.view}
        onTabSelect={(_event, { value }) =>
          change({ view: String(value), cursor: undefined, peer: undefined }, { push: true })
        }
      >
        {views.map((view) => (
          <Tab key={view} value={view}>
            {words.view[view]}
          </Tab>
        ))}
      </TabList>
      <Suspense fallback={<PageLoading />}>
        {state.view === 'errors' && <ErrorsView state={state} change={change} />}
        {state.view === 'queues' && <QueuesView state={state} change={change} />}
        {state.view === 'peers' && <PeersView key="peers" state={state} change={change} cutOff={false} />}
        {state.view === 'cutOff' && <PeersView key="cutOff" state={state} change={change} cutOff />}
      </Suspense>
    </Page>
  );
}
