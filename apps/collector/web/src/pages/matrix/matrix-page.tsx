// Rules by hosts: groups folded first, each group's hosts when it is unfolded.
import { Body1, Button, Checkbox, Select } from '@fluentui/react-components';
import { type ReactElement, Suspense, useMemo } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { useSearchState } from '../../app/search-state.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useSteady } from '../../parts/use-steady.ts';
import { useWords } from '../../words/words.ts';
import { FoldedMatrix } from './folded-matrix.tsx';
import { HostMatrix } from './host-matrix.tsx';
import { filterOf, groupKeys, parseMatrix } from './matrix-state.ts';

export function MatrixPage(): ReactElement {
  const { shell, matrix, states } = useWords();
  const [state, change] = useSearchState(parseMatrix);
  const { by, group, everyHost, q, allRules } = state;
  const showsHosts = group !== undefined || everyHost;
  const stateNames: Readonly<Record<string, string>> = states;
  const groupName =
    group === undefined
      ? matrix.everyHost
      : group === ''
        ? matrix.unknown
        : by === 'state'
          ? (stateNames[group] ?? group)
          : group;
  return (
    <Page title={showsHosts ? `${shell.pages.matrix}: ${groupName}` : shell.pages.matrix}>
      <FilterBar
        search={{
          value: q ?? '',
          label: matrix.search,
          onChange: (text) => change({ q: text === '' ? undefined : text }),
        }}
        active={q !== undefined || allRules}
        onClear={() => change({ q: undefined, all: undefined })}
      >
        {showsHosts ? (
          <Button onClick={() => change({ group: undefined, hosts: undefined }, { push: true })}>
            {matrix.fold}
          </Button>
        ) : (
          <>
            <Select
              aria-label={matrix.by}
              value={by}
              onChange={(_event, { value }) => change({ by: value }, { push: true })}
            >
              {groupKeys.map((key) => (
                <option key={key} value={key}>
                  {`${matrix.by}: ${matrix.bys[key]}`}
                </option>
              ))}
            </Select>
            <Button onClick={() => change({ hosts: 'all' }, { push: true })}>{matrix.everyHost}</Button>
          </>
        )}
        <Checkbox
          label={matrix.showAll}
          checked={allRules}
          onChange={(_event, { checked }) => change({ all: checked === true ? 'true' : undefined })}
        />
      </FilterBar>
      <Suspense fallback={<PageLoading />}>
        <Matrix state={state} showsHosts={showsHosts} />
      </Suspense>
    </Page>
  );
}

interface Props {
  state: ReturnType<typeof parseMatrix>;
  showsHosts: boolean;
}

/** Which rules are shown comes from the counts over all hosts of the filter, so that columns stay while rows come. */
function Matrix({ state, showsHosts }: Props): ReactElement {
  const { matrix } = useWords();
  const { by, allRules } = state;
  const filter = useMemo(() => filterOf(state), [state]);
  const counted = useAnswer('GET /api/v1/rules', { query: filter }, { keepPrevious: true });
  const folded = useAnswer(
    'GET /api/v1/matrix/folded',
    { query: { ...filter, by } },
    { keepPrevious: true, enabled: !showsHosts },
  );
  const { shown, hold } = useSteady(folded.data, JSON.stringify([filter, by]));
  const counts = counted.data?.rules;
  const rules = useMemo(
    () =>
      (counts ?? [])
        .filter(({ fail, warn, notChecked, info }) => allRules || fail + warn + notChecked + info > 0)
        .map(({ rule }) => rule),
    [counts, allRules],
  );
  const error = counted.error ?? (showsHosts ? null : folded.error);
  if (error !== null && (counts === undefined || (!showsHosts && shown === undefined))) {
    return (
      <ProblemMessage
        problem={error}
        again={() => {
          void counted.refetch();
          if (!showsHosts) void folded.refetch();
        }}
      />
    );
  }
  if (counts === undefined || (!showsHosts && shown === undefined)) return <PageLoading />;
  return (
    <>
      {rules.length === 0 && (counted.data?.hosts ?? 0) > 0 && <Body1>{matrix.clean}</Body1>}
      {showsHosts ? (
        <HostMatrix filter={filter} rules={rules} />
      ) : (
        shown !== undefined && (
          <div {...hold}>
            <FoldedMatrix folded={shown} rules={rules} by={by} />
          </div>
        )
      )}
    </>
  );
}
