// Explains what somebody pastes, drops or picks: read and diagnosed in the browser, nothing is sent.
import { Body1, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { HostFacts } from '@mailflow-tls/core';
import { type ReactElement, Suspense, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { textOf, useSearchState } from '../../app/search-state.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';
import { EvidenceInput } from './evidence-input.tsx';
import { Explanation } from './explanation.tsx';
import { HostPicker } from './host-picker.tsx';
import { useExplained } from './use-explained.ts';

const useStyles = makeStyles({
  input: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
  lead: { maxWidth: '80ch' },
});

const noFiles: readonly File[] = [];
const parse = ({ host }: Readonly<Record<string, unknown>>) => {
  const id = textOf(host);
  return { host: id !== undefined && /^\d{1,9}$/.test(id) ? id : undefined };
};

export function ExplainPage(): ReactElement {
  const styles = useStyles();
  const { shell, explain: words } = useWords();
  const [{ host: hostId }, change] = useSearchState(parse);
  const [text, setText] = useState('');
  const [files, setFiles] = useState(noFiles);
  const host = useAnswer(
    'GET /api/v1/hosts/:id',
    { params: { id: hostId ?? '' } },
    { enabled: hostId !== undefined, live: false },
  );
  const facts = hostId === undefined ? undefined : factsOf(host.data?.report);
  const isWaiting = hostId !== undefined && host.isPending;
  const { explained, progress, failed } = useExplained(text, files, facts, words.pasted);
  return (
    <Page title={shell.pages.explain}>
      <Body1 className={styles.lead}>{words.lead}</Body1>
      <div className={styles.input}>
        <EvidenceInput text={text} files={files} progress={progress} onText={setText} onFiles={setFiles} />
        <HostPicker chosen={hostId} name={host.data?.host.name} onChoose={(id) => change({ host: id })} />
      </div>
      {hostId !== undefined && host.error !== null && (
        <ProblemMessage problem={host.error} again={() => void host.refetch()} />
      )}
      {hostId !== undefined && host.isSuccess && facts === undefined && (
        <MessageBar>
          <MessageBarBody>{words.hostNoFacts}</MessageBarBody>
        </MessageBar>
      )}
      {failed.map((name) => (
        <MessageBar key={name} intent="error">
          <MessageBarBody>{words.unreadableFile(name)}</MessageBarBody>
        </MessageBar>
      ))}
      {explained === null || isWaiting ? (
        progress === null &&
        (isWaiting ? (
          <PageLoading />
        ) : (
          <EmptyState title={words.nothingYet}>{words.nothingYetBody}</EmptyState>
        ))
      ) : (
        <Suspense fallback={<PageLoading />}>
          <Explanation explained={explained} />
        </Suspense>
      )}
    </Page>
  );
}

function factsOf(report: object | null | undefined): HostFacts | undefined {
  if (report === null || report === undefined || !('facts' in report)) return undefined;
  // The API's report is the core's own, whose facts have this shape.
  return report.facts as HostFacts;
}
