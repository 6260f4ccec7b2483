// The hosts on which a rule finds something, to be chosen for a waiver.
import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { AnswerOf } from '../../api/types.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { type SearchChange, useSearchState } from '../../app/search-state.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { HostLink } from '../../parts/host-link.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { Time } from '../../parts/time.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useRuleWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';
import { parseRule, shownVerdicts } from './rule-state.ts';
import { WaiveDialog, type WaiveFor } from './waive-dialog.tsx';

type Host = AnswerOf<'GET /api/v1/hosts'>['items'][number];

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

const none: ReadonlySet<string> = new Set();

export function RuleHosts({ rule }: { rule: string }): ReactElement {
  const styles = useStyles();
  const { rule: words, parts } = useWords();
  const locale = useRuleWords();
  const mayWaive = useMay('operator');
  const [{ verdict, q, cursor }, change] = useSearchState(parseRule);
  const [chosen, setChosen] = useState(none);
  const [waiving, setWaiving] = useState<WaiveFor | null>(null);
  const query = {
    rule,
    verdict: verdict === undefined ? [...shownVerdicts] : [verdict],
    limit: '50',
    ...(q !== undefined && { q }),
    ...(cursor !== undefined && { cursor }),
  };
  const answer = useAnswer('GET /api/v1/hosts', { query }, { keepPrevious: true });
  const { shown, hold } = useSteady(answer.data, JSON.stringify(query));
  const filter = (changed: SearchChange) => change({ ...changed, cursor: undefined });
  return (
    <>
      <FilterBar
        search={{
          value: q ?? '',
          label: words.search,
          onChange: (text) => filter({ q: text === '' ? undefined : text }),
        }}
        active={q !== undefined || verdict !== undefined}
        onClear={() => filter({ q: undefined, verdict: undefined })}
      >
        <Select
          aria-label={words.verdict}
          value={verdict ?? ''}
          onChange={(_event, { value }) => filter({ verdict: value === '' ? undefined : value })}
        >
          <option value="">{`${words.verdict}: ${parts.filter.any}`}</option>
          {shownVerdicts.map((each) => (
            <option key={each} value={each}>
              {say(locale, locale.verdicts[each])}
            </option>
          ))}
        </Select>
        {mayWaive && chosen.size > 0 && (
          <Button
            appearance="primary"
            onClick={() => setWaiving({ hosts: [...chosen].map(Number).slice(0, 500) })}
          >
            {words.waiveHosts(chosen.size)}
          </Button>
        )}
        {mayWaive && <Button onClick={() => setWaiving({ tag: '' })}>{words.waiveTag}</Button>}
      </FilterBar>
      {answer.error !== null && <ProblemMessage problem={answer.error} again={() => void answer.refetch()} />}
      {shown === undefined && answer.error === null && <PageLoading />}
      {shown !== undefined && shown.items.length === 0 && (
        <EmptyState title={words.noHosts}>{words.noHostsBody}</EmptyState>
      )}
      {shown !== undefined && shown.items.length > 0 && (
        <div className={styles.all} {...hold}>
          <DataTable
            label={words.hosts}
            columns={columnsOf(words)}
            rows={shown.items}
            rowId={({ id }) => String(id)}
            rowName={({ name }) => name}
            busy={answer.isPlaceholderData}
            {...(mayWaive && { selection: { chosen, onChange: setChosen } })}
          />
          <Pager cursor={cursor} next={shown.next} onGo={(to) => change({ cursor: to }, { push: true })} />
        </div>
      )}
      {waiving !== null && (
        <WaiveDialog
          rule={rule}
          what={waiving}
          onClose={(done) => {
            setWaiving(null);
            if (done) setChosen(none);
          }}
        />
      )}
    </>
  );
}

function columnsOf(words: ReturnType<typeof useWords>['rule']): Column<Host>[] {
  return [
    { id: 'host', header: words.host, always: true, cell: (host) => <HostLink host={host} /> },
    { id: 'domain', header: words.domain, cell: ({ domain }) => <bdi>{domain ?? ''}</bdi> },
    { id: 'state', header: words.state, cell: ({ state }) => <StateBadge state={state} /> },
    { id: 'since', header: words.since, cell: ({ stateSince }) => <Time at={stateSince} relative /> },
    { id: 'last', header: words.lastReport, cell: ({ lastReportAt }) => <Time at={lastReportAt} relative /> },
  ];
}
