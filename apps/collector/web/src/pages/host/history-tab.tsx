// The history of a host as a line of changes, the newest first.
import { ruleTitle, verdictOrder } from '@mailflow-tls/core';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { hostStateNames } from '../../app/host-filter.ts';
import { Pager } from '../../parts/pager.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { SkeletonLines } from '../../parts/skeleton-lines.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Time } from '../../parts/time.tsx';
import { VerdictBadge } from '../../parts/verdict-badge.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';

type Change = AnswerOf<'GET /api/v1/hosts/:id/changes'>['items'][number];

interface Props {
  id: string;
  cursor: string | undefined;
  onGo(cursor: string | undefined): void;
}

export function HistoryTab({ id, cursor, onGo }: Props): ReactElement {
  const { host } = useWords();
  const { data, error, refetch } = useAnswer(
    'GET /api/v1/hosts/:id/changes',
    { params: { id }, query: { limit: '100', ...(cursor !== undefined && { cursor }) } },
    { keepPrevious: true },
  );
  if (data === undefined) {
    return error === null ? (
      <SkeletonLines lines={6} size={24} />
    ) : (
      <ProblemMessage problem={error} again={() => void refetch()} />
    );
  }
  return (
    <Panel title={host.tabs.history}>
      {data.items.length === 0 ? host.noHistory : <Changes changes={data.items} />}
      <Pager cursor={cursor} next={data.next} onGo={onGo} />
    </Panel>
  );
}

function Changes({ changes }: { changes: readonly Change[] }): ReactElement {
  const locale = useReportWords();
  const { host } = useWords();
  const kinds: Readonly<Record<string, string>> = host.changes;
  const sections: Readonly<Record<string, Parameters<typeof say>[1]>> = locale.sections;
  const subject = ({ kind, subject }: Change): ReactNode => {
    if (subject === null) return null;
    if (kind === 'rule' || kind === 'waiverExpired') return ruleTitle(locale, subject);
    const section = kind === 'facts' ? sections[subject] : undefined;
    return section === undefined ? <bdi>{subject}</bdi> : say(locale, section);
  };
  return (
    <PlainTable
      label={host.tabs.history}
      columns={[host.when, host.what, host.about, host.how].map((name) => ({ name }))}
      rows={changes.map((change) => [
        <Time key="at" at={change.at} />,
        kinds[change.kind] ?? change.kind,
        subject(change),
        <BeforeAfter key="what" change={change} />,
      ])}
    />
  );
}

function BeforeAfter({ change: { kind, before, after } }: { change: Change }): ReactElement | null {
  const { host } = useWords();
  if (before === null && after === null) return null;
  // Only what is not in order is kept of a rule, so that nothing kept means that nothing is wrong.
  const nothing = kind === 'rule' ? host.inOrder : null;
  const steps = [before, after].map((text) => text ?? nothing).filter((text) => text !== null);
  return (
    <>
      {steps.map((text, index) => (
        <Fragment key={index === 0 ? 'before' : 'after'}>
          {index > 0 && ' \u2192 '}
          <Value text={text} />
        </Fragment>
      ))}
    </>
  );
}

function Value({ text }: { text: string }): ReactElement {
  const { statuses } = useWords().hosts;
  const names: Readonly<Record<string, string>> = statuses;
  const state = hostStateNames.find((each) => each === text);
  if (state !== undefined) return <StateBadge state={state} />;
  const verdict = verdictOrder.find((each) => each === text);
  if (verdict !== undefined) return <VerdictBadge verdict={verdict} />;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return <Time at={text} />;
  return <bdi>{names[text] ?? text}</bdi>;
}
